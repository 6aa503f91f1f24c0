import { type Unknown, unknownFor } from '../../decision/facts.ts';
import { SourceError } from '../source-error.ts';
import type { CallName } from './call-table.ts';

/** What came of a call. A refusal is the fact that something is unknown; a thing that is not there is a fact as well. */
export type Outcome<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'missing'; readonly code: string }
  | { readonly kind: 'refused'; readonly unknown: Unknown };

/** Reads an error of the SDK. Throws SourceError where nobody answered, since then every call would tell the same. */
export function outcomeOfError(name: CallName, error: unknown): Outcome<never> {
  const { name: code, message, $metadata } = error as SdkError;
  if (MISSING.test(code) || MISSING_MESSAGES.some((each) => each.test(message))) return { kind: 'missing', code };
  if ($metadata?.httpStatusCode === undefined && NETWORK.test(`${code} ${codeOf(error)} ${message}`)) {
    throw new SourceError('unreachable', `No answer to ${name}: ${message || codeOf(error)}.`, { cause: error });
  }
  if (CREDENTIALS.test(code)) {
    throw new SourceError('refused', `The credentials for ${name} cannot be used: ${message}`, { cause: error });
  }
  // Whatever else went wrong, the thing was not read: AccessDenied and its like, a Region that is not enabled, a service that failed.
  return { kind: 'refused', unknown: unknownFor(name) };
}

interface SdkError {
  readonly name: string;
  readonly message: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const MISSING = /NotFound|NoSuchEntity|AWSOrganizationsNotInUse|MissingPolicy|PolicyTypeNotEnabled/;
/** Errors whose code says less than their words. `ERROR_9601` of AWS Backup; recovery points as its dashboard quotes them. */
const MISSING_MESSAGES = [/not a member of an organization/i, /cannot find (recovery point|backup plan)/i];
const NETWORK = /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|TimeoutError|socket hang up|fetch failed/;
/** The SDK found none, or a file that it cannot use. A token that AWS refuses in one Region may be good in another. */
const CREDENTIALS = /CredentialsProviderError|ExpiredToken|TokenProviderError/;

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? '';
