import * as backup from '../../../messages/backup.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { countVaults, insertVault, type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import type { Call, Services } from '../operation.ts';
import { BACKUP_SERVICE } from './accept-role.ts';
import { claimVaultKey } from './claim-vault-key.ts';
import { VAULTS_PER_REGION_MAX } from './limits.ts';
import { authorizeOn, authorizeOnAll, requestTags, vaultArnOf } from './vault-access.ts';
import { airGappedAvailability } from './vault-state.ts';

export interface VaultWish {
  /** `backup:CreateBackupVault` */
  readonly action: string;
  readonly name: string;
  readonly tags: Tags;
  readonly keyId: string | undefined;
  readonly creatorRequestId: string | undefined;
  /** Makes it a logically air-gapped vault: locked for ever from the start, open to points that are kept so long. */
  readonly airGap?: { readonly minDays: number; readonly maxDays: number };
}

/**
 * Makes a vault under a key that it keeps for life, and gives the Backup service a grant on that key. Repeated with the same
 * creator request id it answers with the vault that is there.
 */
export async function makeVault(services: Services, call: Call, wish: VaultWish): Promise<VaultRow> {
  const arn = vaultArnOf(call, wish.name);
  await authorizeOn(services, call, { action: wish.action, resource: arn, context: requestTags(wish.tags) });
  await authorizeOnAll(services, call, 'backup-storage:MountCapsule');
  const there = await services.records.read((db) => vaultByArn(db, arn));
  if (there !== undefined) return replayed(there, wish.creatorRequestId);

  const key = await claimVaultKey(services, call, { vaultArn: arn, keyId: wish.keyId });
  const vault = toRow(services, call, { arn, keyArn: key.keyArn, wish });
  try {
    const made = await services.records.write((db) => insertOnce(db, services, { vault, tags: wish.tags }));
    if (made !== vault) await key.release();
    return made;
  } catch (error) {
    await key.release();
    throw error;
  }
}

/** Another request may have made the vault since we looked: then it is theirs, or it is this one's earlier try. */
async function insertOnce(
  db: Database,
  { random }: Services,
  { vault, tags }: { vault: VaultRow; tags: Tags },
): Promise<VaultRow> {
  const there = await vaultByArn(db, vault.arn);
  if (there !== undefined) return replayed(there, vault.creator_request_id ?? undefined);
  const place = { account: vault.account_id, region: vault.region };
  if ((await countVaults(db, place)) >= VAULTS_PER_REGION_MAX) throw backup.tooManyVaults(VAULTS_PER_REGION_MAX);
  await ensureServiceLinkedRole(db, vault.account_id, BACKUP_SERVICE, vault.created_at, random);
  await insertVault(db, vault, tags);
  return vault;
}

function replayed(there: VaultRow, creatorRequestId: string | undefined): VaultRow {
  const isSameRequest = creatorRequestId !== undefined && there.creator_request_id === creatorRequestId;
  if (isSameRequest) return there;
  throw backup.vaultExists({ arn: there.arn, creatorRequestId: there.creator_request_id });
}

function toRow(
  services: Services,
  { principal, region, now }: Call,
  { arn, keyArn, wish }: { arn: string; keyArn: string; wish: VaultWish },
): VaultRow {
  const { airGap } = wish;
  return {
    arn,
    account_id: principal.account,
    region,
    name: wish.name,
    type: airGap === undefined ? 'BACKUP_VAULT' : 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
    key_arn: keyArn,
    creator_request_id: wish.creatorRequestId ?? null,
    access_policy: null,
    min_retention_days: airGap?.minDays ?? null,
    max_retention_days: airGap?.maxDays ?? null,
    is_locked: airGap === undefined ? 0 : 1,
    lock_at: airGap === undefined ? null : now,
    created_at: now,
    ...(airGap === undefined
      ? { available_at: null, available_by_machine: null }
      : airGappedAvailability(arn, services)),
  };
}
