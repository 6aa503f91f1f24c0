import { parseBlobName } from '../blob-name.ts';

/** A bucket's part that holds blobs, and how it is reached. Plain data, and no secret in it: credentials come from where every AWS client has them. */
export interface S3Place {
  readonly kind: 's3';
  readonly bucket: string;
  /** Words with `/` between them; empty for the whole bucket. */
  readonly prefix: string;
  /** Nothing for AWS itself. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Of the AWS configuration files. */
  readonly profile?: string;
  /** The bucket stands in the path and not in the host name, as most stores other than AWS want it. */
  readonly isPathStyle: boolean;
  /** Whether requests carry S3's newer checksum headers beside the signed SHA-256 of the body: not where the store stumbles over them. */
  readonly checksums: 'when-supported' | 'when-required';
  /** Of new objects. Nothing: the bucket's own. */
  readonly storageClass?: string;
  /** Of new objects in cold storage. Nothing: the same. */
  readonly coldStorageClass?: string;
}

const EXAMPLE = 's3://my-bucket/crossvault?region=eu-central-1';
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PARAMETERS = [
  'endpoint',
  'region',
  'profile',
  'path-style',
  'checksums',
  'storage-class',
  'cold-storage-class',
] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Objects of these classes must be recalled before they can be read. */
const RECALLED = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** `s3://bucket/prefix?endpoint=…&region=…`, or in one sentence what is wrong with it. What might be a secret is not repeated. */
export function parseS3Place(text: string): { readonly place: S3Place } | { readonly fault: string } {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 's3:')
    return { fault: `wants a bucket, such as ${EXAMPLE}; "${text}" is none.` };
  if (url.username !== '' || url.password !== '' || url.port !== '')
    return { fault: 'takes no credentials and no port: those come from the environment or a profile, and endpoint=….' };
  const bucket = url.hostname;
  if (!BUCKET.test(bucket)) return { fault: `names no bucket that S3 allows: "${bucket}". It wants ${EXAMPLE}.` };
  const prefix = url.pathname.replace(/^\//, '').replace(/\/$/, '');
  if (prefix !== '' && !isName(prefix))
    return { fault: `wants a prefix of words of A-Z a-z 0-9 . _ - with / between them; "${prefix}" is none.` };
  const given = new Map<Parameter, string>();
  for (const [name, value] of url.searchParams) {
    if (!isParameter(name)) return { fault: `knows no "${name}"; known are ${PARAMETERS.join(', ')}.` };
    if (value === '' || given.has(name)) return { fault: `wants ${name} once, with a value.` };
    given.set(name, value);
  }
  const fault = faultOf(given);
  return fault === undefined ? { place: toPlace({ bucket, prefix }, given) } : { fault };
}

/** `s3://bucket/prefix`, for people; without how it is reached. */
export const printS3Place = ({ bucket, prefix }: Pick<S3Place, 'bucket' | 'prefix'>): string =>
  `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;

function isName(prefix: string): boolean {
  try {
    return parseBlobName(prefix).length > 0;
  } catch {
    return false;
  }
}

const isParameter = (name: string): name is Parameter => PARAMETERS.some((known) => known === name);

function faultOf(given: ReadonlyMap<Parameter, string>): string | undefined {
  const endpoint = given.get('endpoint');
  const url = endpoint === undefined ? undefined : URL.parse(endpoint);
  if (url === null || (url !== undefined && !/^https?:$/.test(url.protocol)))
    return `wants endpoint to be an http or https URL, such as endpoint=https://s3.example.com; "${endpoint}" is none.`;
  if (url !== undefined && (url.username !== '' || url.password !== '' || url.search !== ''))
    return 'takes no credentials and no query in endpoint: those come from the environment or a profile.';
  for (const [name, words] of [
    ['path-style', ['true', 'false']],
    ['checksums', ['when-supported', 'when-required']],
  ] as const) {
    const value = given.get(name);
    if (value !== undefined && !words.some((word) => word === value))
      return `wants ${name} to be ${words.join(' or ')}, not "${value}".`;
  }
  for (const name of ['storage-class', 'cold-storage-class'] as const) {
    const value = given.get(name);
    if (value === undefined) continue;
    if (!/^[A-Z0-9_-]{1,64}$/.test(value)) return `wants ${name} in S3's words, such as STANDARD_IA; not "${value}".`;
    if (RECALLED.has(value))
      return `cannot use ${name}=${value}: its objects must be recalled before they are read. GLACIER_IR can be read at once.`;
  }
  return undefined;
}

function toPlace(where: Pick<S3Place, 'bucket' | 'prefix'>, given: ReadonlyMap<Parameter, string>): S3Place {
  const endpoint = given.get('endpoint');
  const pathStyle = given.get('path-style');
  const named = {
    endpoint,
    region: given.get('region'),
    profile: given.get('profile'),
    storageClass: given.get('storage-class'),
    coldStorageClass: given.get('cold-storage-class'),
  };
  return {
    kind: 's3',
    ...where,
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
    isPathStyle: pathStyle === undefined ? endpoint !== undefined && !isOfAws(endpoint) : pathStyle === 'true',
    checksums: given.get('checksums') === 'when-required' ? 'when-required' : 'when-supported',
  };
}

const isOfAws = (endpoint: string): boolean => /\.amazonaws\.com(\.cn)?$/.test(URL.parse(endpoint)?.hostname ?? '');
