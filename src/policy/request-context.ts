import type { Principal } from '../model/principal.ts';
import type { AuthorizationRequest } from './evaluation.ts';
import { CONTEXT_KEYS_REMEMBERED_MAX } from './limits.ts';
import type { Lookup } from './matching/template.ts';

/** The request's condition keys in lower case, each with its values; an absent key has none. */
export interface ContextView {
  values(keyLowerCase: string): readonly string[];
  readonly lookup: Lookup;
}

const NONE: readonly string[] = [];

/** Requests carry the same few keys over and over. Tags, of which there is no end, are lowered each time. */
const LOWER_CASE = new Map<string, string>();

function lowerCase(key: string): string {
  const known = LOWER_CASE.get(key);
  if (known !== undefined) return known;
  const lowered = key.toLowerCase();
  if (LOWER_CASE.size < CONTEXT_KEYS_REMEMBERED_MAX) LOWER_CASE.set(key, lowered);
  return lowered;
}

/** The given keys and those that follow from the principal. A given key wins: the server may know better than the principal says. */
export function toContextView({ principal, resourceAccount, context }: AuthorizationRequest): ContextView {
  const keys = new Map<string, readonly string[]>();
  addPrincipalKeys(keys, principal);
  if (resourceAccount !== '') keys.set('aws:resourceaccount', [resourceAccount]);
  for (const [key, value] of Object.entries(context)) {
    keys.set(lowerCase(key), typeof value === 'string' ? [value] : value);
  }
  return {
    values: (key) => keys.get(key) ?? NONE,
    lookup(key) {
      const values = keys.get(key);
      return values?.length === 1 ? values[0] : undefined;
    },
  };
}

/** See IAM User Guide, "AWS global condition context keys", "Properties of the principal" and the table of `aws:userid`. */
function addPrincipalKeys(keys: Map<string, readonly string[]>, principal: Principal): void {
  const { kind, arn, account, userId, sessionTags } = principal;
  keys.set('aws:principalisawsservice', [String(kind === 'service')]);
  if (kind === 'service') {
    keys.set('aws:principalservicename', [arn]);
    keys.set('aws:principalservicenameslist', [arn]);
    return;
  }
  keys.set('aws:principalarn', [arn]);
  keys.set('aws:principalaccount', [account]);
  keys.set('aws:userid', [userId]);
  keys.set('aws:principaltype', [TYPES[kind]]);
  if (kind === 'user') keys.set('aws:username', [arn.slice(arn.lastIndexOf('/') + 1)]);
  for (const [tag, value] of Object.entries(sessionTags ?? {})) {
    keys.set(`aws:principaltag/${tag.toLowerCase()}`, [value]);
  }
}

const TYPES = { root: 'Account', user: 'User', role: 'AssumedRole', 'federated-user': 'FederatedUser' } as const;
