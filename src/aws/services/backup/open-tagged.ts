import * as backup from '../../../messages/backup.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import type { Database } from '../../../storage/records/records.ts';
import { recoveryPointByArn } from '../../../storage/records/recovery-points.ts';
import { type Tags, tagsOf } from '../../../storage/records/tags.ts';
import { type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeOn, resourceTags } from './vault-access.ts';

/**
 * The tags of a vault or recovery point of the caller's, once the caller may do `action` with it. Throws ResourceNotFoundException
 * for anything else.
 */
export async function openTagged(
  services: Services,
  call: Call,
  { action, arn, context }: { action: string; arn: string; context?: RequestContext },
): Promise<Tags> {
  const { vault, tags } = await services.records.read(async (db) => ({
    vault: await guardOf(db, call, arn),
    tags: await tagsOf(db, arn),
  }));
  await authorizeOn(services, call, {
    action,
    resource: arn,
    vault,
    context: { ...context, ...(vault === undefined ? {} : resourceTags(tags)) },
  });
  if (vault === undefined) throw backup.taggedResourceNotFound(arn);
  return tags;
}

/** The vault itself, or that which holds the point. */
async function guardOf(db: Database, { principal, region }: Call, arn: string): Promise<VaultRow | undefined> {
  const point = await recoveryPointByArn(db, arn);
  const vault = await vaultByArn(db, point?.vault_arn ?? arn);
  return vault?.account_id === principal.account && vault.region === region ? vault : undefined;
}
