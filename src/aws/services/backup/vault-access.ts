import { requestContext } from '../../../access/request-context.ts';
import * as backup from '../../../messages/backup.ts';
import type { AccountId } from '../../../model/account.ts';
import type { Region } from '../../../model/region.ts';
import { toVaultArn } from '../../../model/vault.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { type RecoveryPointRow, recoveryPointInVault } from '../../../storage/records/recovery-points.ts';
import { type Tags, tagsOf } from '../../../storage/records/tags.ts';
import { type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import type { Call, Services } from '../operation.ts';

export interface VaultQuestion {
  /** `backup:DescribeBackupVault` */
  readonly action: string;
  readonly vaultName: string;
  /** Whose vault: the caller's where absent. Nobody else's is open to these operations: only copying into a vault crosses accounts. */
  readonly account?: string | undefined;
  readonly context?: RequestContext;
}

/** The ARN that a vault's name means for this caller. */
export const vaultArnOf = ({ principal, region }: Call, name: string): string =>
  toVaultArn({ account: principal.account as AccountId, region: region as Region, name });

/**
 * The vault, once the caller may do `action` with it. Throws what AWS throws for a vault that does not exist or belongs to somebody
 * else: AccessDeniedException, "Insufficient privileges to perform this action."
 */
export async function openVault(services: Services, call: Call, question: VaultQuestion): Promise<VaultRow> {
  const vault = await findVault(services, call, question);
  if (vault === undefined) throw backup.insufficientPrivileges();
  return vault;
}

/** The same, with nothing for a vault that does not exist: for operations that have another word for it. */
export async function findVault(
  services: Services,
  call: Call,
  { action, vaultName, account, context }: VaultQuestion,
): Promise<VaultRow | undefined> {
  if (account !== undefined && account !== call.principal.account) throw backup.insufficientPrivileges();
  const arn = vaultArnOf(call, vaultName);
  const { vault, tags } = await services.records.read(async (db) => ({
    vault: await vaultByArn(db, arn),
    tags: await tagsOf(db, arn),
  }));
  await authorizeOn(services, call, { action, resource: arn, vault, context: { ...context, ...resourceTags(tags) } });
  return vault;
}

/** A recovery point with its vault, once the caller may do `action` with it. Throws for a vault or point that does not exist. */
export async function openRecoveryPoint(
  services: Services,
  call: Call,
  { recoveryPointArn, ...question }: VaultQuestion & { readonly recoveryPointArn: string },
): Promise<{ vault: VaultRow; point: RecoveryPointRow }> {
  const { account, vaultName, action, context } = question;
  if (account !== undefined && account !== call.principal.account) throw backup.insufficientPrivileges();
  const vaultArn = vaultArnOf(call, vaultName);
  const { vault, point, tags } = await services.records.read(async (db) => ({
    vault: await vaultByArn(db, vaultArn),
    point: await recoveryPointInVault(db, { vaultArn, arn: recoveryPointArn }),
    tags: await tagsOf(db, recoveryPointArn),
  }));
  await authorizeOn(services, call, {
    action,
    resource: recoveryPointArn,
    vault,
    context: { ...context, ...(point === undefined ? {} : resourceTags(tags)) },
  });
  if (vault === undefined) throw backup.insufficientPrivileges();
  if (point === undefined) throw backup.recoveryPointNotFound(recoveryPointArn);
  return { vault, point };
}

/** Asks for an action on something of the caller's own account; where it lies in a vault, that vault's access policy has its say. */
export async function authorizeOn(
  services: Services,
  call: Call,
  question: {
    readonly action: string;
    readonly resource: string;
    readonly vault?: VaultRow | undefined;
    readonly context?: RequestContext;
  },
): Promise<void> {
  const { action, resource, vault, context } = question;
  const policy = vault?.access_policy ?? undefined;
  await services.access.authorize({
    principal: call.principal,
    action,
    resource,
    resourceAccount: call.principal.account,
    context: { ...requestContext(call), ...context },
    ...(policy === undefined
      ? {}
      : { resourcePolicy: { origin: `access policy of ${vault?.arn}`, document: policy, rules: 'ordinary' as const } }),
  });
}

/** Asks for an action that has no resource: lists, settings, jobs. */
export const authorizeOnAll = (services: Services, call: Call, action: string): Promise<void> =>
  authorizeOn(services, call, { action, resource: '*' });

export const resourceTags = (tags: Tags): RequestContext => prefixed('aws:ResourceTag/', tags);

/** What a request that brings tags tells the policies. */
export const requestTags = (tags: Tags): RequestContext => {
  const keys = Object.keys(tags);
  return { ...prefixed('aws:RequestTag/', tags), ...(keys.length === 0 ? {} : { 'aws:TagKeys': keys }) };
};

const prefixed = (prefix: string, tags: Tags): RequestContext =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [prefix + key, value]));
