import { requestContext } from '../../../access/request-context.ts';
import { authorizeKeyUse } from '../../../keys/authorize-key-use.ts';
import { type FoundKey, findKey, toKmsArn } from '../../../keys/find-key.ts';
import { accessDenied } from '../../../messages/access-denied.ts';
import * as kms from '../../../messages/kms.ts';
import type { ServiceError } from '../../../messages/service-error.ts';
import { callerArn } from '../../../model/principal.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Call, Services } from '../operation.ts';
import { toKeyUse } from './key-use.ts';

export interface KeyOperation {
  readonly keyId: string;
  /** `kms:DescribeKey` */
  readonly action: string;
  readonly grantTokens?: readonly string[] | undefined;
  /** Whether the operation knows keys by their aliases too; most do not. */
  readonly takesAlias?: boolean;
  /** Condition keys of this action alone. */
  readonly context?: RequestContext;
}

/**
 * The key an operation names, once the caller may do it; keys of other accounts as well, where their policies admit the
 * caller.
 */
export async function openKey(services: Services, call: Call, operation: KeyOperation): Promise<FoundKey> {
  const { keyId, action, grantTokens, context, takesAlias = false } = operation;
  if (!takesAlias) refuseAlias(keyId);
  const found = await findKey(services, { keyId, region: call.region, principal: call.principal, action });
  const use = toKeyUse(call, grantTokens);
  await authorizeKeyUse(services.access, { use, action, found, ...(context === undefined ? {} : { context }) });
  return found;
}

/** Throws NotFoundException for an alias where an id or the ARN of a key is wanted. */
export function refuseAlias(keyId: string): void {
  if (/^(arn:[^/]*:)?alias\//.test(keyId)) throw kms.invalidKeyId(keyId);
}

/** The same for operations that KMS does not offer across accounts: to them, no key policy admits a stranger. */
export async function openOwnKey(services: Services, call: Call, operation: KeyOperation): Promise<FoundKey> {
  const { principal } = call;
  const found = await openKey(services, call, operation);
  if (found.key.account_id === principal.account) return found;
  throw deniedByKeyPolicy(call, operation.action, found);
}

/** The same for what changes a key: AWS managed keys stay as AWS made them, whatever else would allow it. */
export async function openCustomerKey(services: Services, call: Call, operation: KeyOperation): Promise<FoundKey> {
  const found = await openOwnKey(services, call, operation);
  if (found.key.manager === 'CUSTOMER') return found;
  throw deniedByKeyPolicy(call, operation.action, found);
}

function deniedByKeyPolicy({ principal }: Call, action: string, { key }: FoundKey): ServiceError {
  return accessDenied({
    caller: callerArn(principal),
    action,
    resource: key.arn,
    isOwnAccount: key.account_id === principal.account,
    reason: { document: 'resource', isExplicit: false },
  });
}

/** Throws unless the caller's own policies allow an action that is not about one key. */
export function authorizeAccount(
  { access }: Services,
  call: Call,
  { action, resource = '*', context }: { action: string; resource?: string; context?: RequestContext },
): Promise<void> {
  return access.authorize({
    principal: call.principal,
    action,
    resource,
    resourceAccount: call.principal.account,
    context: { ...requestContext(call), 'kms:CallerAccount': call.principal.account, ...context },
  });
}

/** An alias in the caller's account, once the caller may do this with it. */
export async function openAlias(
  services: Services,
  call: Call,
  { name, action }: { name: string; action: string },
): Promise<{ arn: string; account: string; region: string; name: string }> {
  const { account } = call.principal;
  const { region } = call;
  const arn = toKmsArn({ account, region, resource: name });
  if (!name.startsWith('alias/')) throw kms.aliasUnprefixed();
  if (name === 'alias/') throw kms.aliasInvalid();
  if (name.startsWith('alias/aws/')) throw kms.aliasReserved();
  if (name.includes(':')) throw kms.aliasCharacters(name);
  await authorizeAccount(services, call, { action, resource: arn });
  return { arn, account, region, name };
}
