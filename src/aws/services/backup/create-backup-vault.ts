import type { CreateBackupVaultInput, CreateBackupVaultOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { countVaults, insertVault, type VaultRow, vaultByArn } from '../../../storage/records/vaults.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { BACKUP_SERVICE } from './accept-role.ts';
import { acceptTags } from './accept-tags.ts';
import { claimVaultKey } from './claim-vault-key.ts';
import { VAULTS_PER_REGION_MAX } from './limits.ts';
import { authorizeOn, authorizeOnAll, requestTags, vaultArnOf } from './vault-access.ts';

/**
 * Makes a vault under a key that it keeps for life, and gives the Backup service a grant on that key. Repeated with the same
 * creator request id it answers with the vault that is there.
 */
export const createBackupVault: Operation<CreateBackupVaultInput, CreateBackupVaultOutput> = async (
  services,
  input,
  call,
) => {
  const tags = acceptTags(input.BackupVaultTags);
  const arn = vaultArnOf(call, input.BackupVaultName);
  await authorizeOn(services, call, { action: 'backup:CreateBackupVault', resource: arn, context: requestTags(tags) });
  await authorizeOnAll(services, call, 'backup-storage:MountCapsule');
  const there = await services.records.read((db) => vaultByArn(db, arn));
  if (there !== undefined) return toAnswer(replayed(there, input.CreatorRequestId));

  const key = await claimVaultKey(services, call, { vaultArn: arn, keyId: input.EncryptionKeyArn });
  const vault = toRow(call, { arn, keyArn: key.keyArn, input });
  try {
    const made = await services.records.write((db) => insertOnce(db, services, { vault, tags }));
    if (made !== vault) await key.release();
    return toAnswer(made);
  } catch (error) {
    await key.release();
    throw error;
  }
};

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
  { principal, region, now }: Call,
  { arn, keyArn, input }: { arn: string; keyArn: string; input: CreateBackupVaultInput & { BackupVaultName: string } },
): VaultRow {
  return {
    arn,
    account_id: principal.account,
    region,
    name: input.BackupVaultName,
    type: 'BACKUP_VAULT',
    key_arn: keyArn,
    creator_request_id: input.CreatorRequestId ?? null,
    access_policy: null,
    min_retention_days: null,
    max_retention_days: null,
    is_locked: 0,
    lock_at: null,
    created_at: now,
  };
}

const toAnswer = ({ name, arn, created_at }: VaultRow): CreateBackupVaultOutput => ({
  BackupVaultName: name,
  BackupVaultArn: arn,
  CreationDate: new Date(created_at),
});
