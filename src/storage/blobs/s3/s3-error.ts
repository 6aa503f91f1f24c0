import { StorageError, type StorageErrorKind } from '../../storage-error.ts';

/** What was tried, for the facts of an error. */
export interface S3Attempt {
  readonly bucket: string;
  /** The object's key; nothing where it is about the bucket. */
  readonly key?: string;
  /** The right that the request needs, in IAM's words. */
  readonly right: string;
}

interface SdkError {
  readonly name?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
}

/**
 * What the store or the way to it says, in the contract's words; our own errors and bugs as they are. The SDK's error is not handed on as the cause:
 * a store that refuses a signature quotes the request in its answer, session token and all.
 */
export function fromS3Error(error: unknown, { bucket, key, right }: S3Attempt): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  const { name, $metadata } = error as SdkError;
  const code = codeOf(error);
  const status = $metadata?.httpStatusCode;
  if (code === undefined && status === undefined) return error;
  const told = code ?? name ?? 'unknown';
  const kind = kindOf(told, status, key !== undefined);
  return new StorageError(kind, {
    ...(key !== undefined && { name: key }),
    bucket,
    code: told,
    ...(status !== undefined && { status }),
    ...(kind === 'access-denied' && { right }),
    ...($metadata?.attempts !== undefined && $metadata.attempts > 1 && { tries: $metadata.attempts }),
    ...($metadata?.requestId !== undefined && { request: $metadata.requestId }),
  });
}

const KINDS: Readonly<Record<string, StorageErrorKind>> = {
  NoSuchBucket: 'bucket-missing',
  NoSuchKey: 'blob-missing',
  InvalidRange: 'blob-truncated',
  InvalidObjectState: 'blob-archived',
  QuotaExceeded: 'disk-full',
  EntityTooLarge: 'io',
  XMinioStorageFull: 'disk-full',
  InsufficientStorage: 'disk-full',
  CredentialsProviderError: 'access-denied',
  ExpiredToken: 'access-denied',
  InvalidToken: 'access-denied',
};

function kindOf(code: string, status: number | undefined, isOfObject: boolean): StorageErrorKind {
  const known = KINDS[code];
  if (known !== undefined) return known;
  if (status === 404 && isOfObject) return 'blob-missing';
  if (status === 416) return 'blob-truncated';
  if (status === 507) return 'disk-full';
  return status === 401 || status === 403 ? 'access-denied' : 'io';
}

/** Names of errors of the SDK that have no status, since no answer came. */
const WITHOUT_ANSWER = new Set(['TimeoutError', 'CredentialsProviderError', 'TokenProviderError', 'AbortError']);

/** The service's error code, else the machine's. Nothing for what neither has said. */
function codeOf(error: Error): string | undefined {
  const { name, code, $metadata } = error as SdkError;
  if ($metadata?.httpStatusCode !== undefined) return name;
  if (name !== undefined && WITHOUT_ANSWER.has(name)) return name;
  return typeof code === 'string' ? code : undefined;
}
