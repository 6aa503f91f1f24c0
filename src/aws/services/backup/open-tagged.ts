import * as backup from '../../../messages/backup.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { planByArn } from '../../../storage/records/backup-plans.ts';
import { holdById } from '../../../storage/records/legal-holds.ts';
import type { Database } from '../../../storage/records/records.ts';
import { recoveryPointByArn } from '../../../storage/records/recovery-points.ts';
import { type Tags, tagsOf } from '../../../storage/records/tags.ts';
import { type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeOn, resourceTags } from './vault-access.ts';

/**
 * The tags of a vault, recovery point, plan or legal hold of the caller's, once the caller may do `action` with it. Throws
 * ResourceNotFoundException for anything else.
 */
export async function openTagged(
  services: Services,
  call: Call,
  { action, arn, context }: { action: string; arn: string; context?: RequestContext },
): Promise<Tags> {
  const { vault, isThere, tags } = await services.records.read(async (db) => {
    const guard = await guardOf(db, call, arn);
    return {
      vault: guard,
      isThere: guard !== undefined || (await isPlanOrHold(db, call, arn)),
      tags: await tagsOf(db, arn),
    };
  });
  await authorizeOn(services, call, {
    action,
    resource: arn,
    vault,
    context: { ...context, ...(isThere ? resourceTags(tags) : {}) },
  });
  if (!isThere) throw backup.taggedResourceNotFound(arn);
  return tags;
}

/** The vault itself, or that which holds the point. */
async function guardOf(db: Database, { principal, region }: Call, arn: string): Promise<VaultRow | undefined> {
  const point = await recoveryPointByArn(db, arn);
  const vault = await vaultByArn(db, point?.vault_arn ?? arn);
  return vault?.account_id === principal.account && vault.region === region ? vault : undefined;
}

async function isPlanOrHold(db: Database, { principal, region, now }: Call, arn: string): Promise<boolean> {
  const found = (await planByArn(db, arn)) ?? (await holdById(db, arn.slice(arn.lastIndexOf(':') + 1), now));
  return found?.arn === arn && found.account_id === principal.account && found.region === region;
}
