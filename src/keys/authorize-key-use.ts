import type { Access, AccessQuestion } from '../access/access.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import { applicableGrants, type GrantQuestion } from './applicable-grants.ts';
import type { FoundKey } from './find-key.ts';
import type { KeyUse } from './key-service.ts';
import { multiRegionTypeOf } from './multi-region.ts';

export interface KeyQuestion extends Omit<GrantQuestion, 'principal'> {
  readonly use: KeyUse;
  readonly found: FoundKey;
  /** Condition keys of this action alone, such as `kms:GrantOperations`. */
  readonly context?: RequestContext;
}

/**
 * Returns where the key policy, grants and the caller's own policies say yes together; else throws KMS's
 * AccessDeniedException.
 */
export function authorizeKeyUse(access: Access, question: KeyQuestion): Promise<void> {
  return access.authorize(toAccessQuestion(question));
}

/** A question about a key, with all that KMS tells the evaluator about it. */
export function toAccessQuestion({ use, found, context, ...question }: KeyQuestion): AccessQuestion {
  const { key, grants } = found;
  return {
    principal: use.principal,
    action: question.action,
    resource: key.arn,
    resourceAccount: key.account_id,
    context: {
      ...use.context,
      ...keyContext(found),
      ...useContext(use, question),
      ...context,
    },
    resourcePolicy: { origin: `key policy of ${key.arn}`, document: key.policy, rules: 'key' },
    grants: applicableGrants(grants, { principal: use.principal, ...question, ...sourceOf(use) }, key.arn),
  };
}

function sourceOf({ context }: KeyUse): { sourceArn?: string } {
  const sourceArn = context?.['aws:SourceArn'];
  return typeof sourceArn === 'string' ? { sourceArn } : {};
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html */
function keyContext({ key, aliases, tags, requestAlias }: FoundKey): RequestContext {
  return {
    'kms:KeySpec': key.spec,
    'kms:KeyUsage': key.usage,
    'kms:KeyOrigin': key.origin,
    'kms:MultiRegion': String(key.is_multi_region === 1),
    ...(key.is_multi_region === 1 ? { 'kms:MultiRegionKeyType': multiRegionTypeOf(key) } : {}),
    ...(aliases.length > 0 ? { 'kms:ResourceAliases': aliases } : {}),
    ...(requestAlias === undefined ? {} : { 'kms:RequestAlias': requestAlias }),
    ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [`aws:ResourceTag/${name}`, value])),
    'aws:RequestedRegion': key.region,
  };
}

function useContext(
  { principal, viaService }: KeyUse,
  { encryptionContext = {} }: Omit<GrantQuestion, 'principal'>,
): RequestContext {
  const pairs = Object.entries(encryptionContext);
  return {
    // A service that acts for itself has no account.
    ...(principal.account === '' ? {} : { 'kms:CallerAccount': principal.account }),
    ...(viaService === undefined ? {} : { 'kms:ViaService': viaService }),
    ...(pairs.length > 0 ? { 'kms:EncryptionContextKeys': pairs.map(([name]) => name) } : {}),
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
  };
}
