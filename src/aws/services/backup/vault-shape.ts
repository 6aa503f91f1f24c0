import type { BackupVaultListMember, VaultState } from '@aws-sdk/client-backup';
import type { VaultRow } from '../../../storage/records/vaults.ts';
import { present, toDate } from './present.ts';
import { keyTypeOf } from './surroundings.ts';

/** A vault as DescribeBackupVault and ListBackupVaults tell it. `Locked` and `NumberOfRecoveryPoints` are always there. */
export function toVaultShape(
  vault: VaultRow,
  {
    state,
    recoveryPoints,
    managers,
  }: { state: VaultState; recoveryPoints: number; managers: ReadonlyMap<string, string> },
): BackupVaultListMember {
  const vaults = new Map([[vault.arn, vault]]);
  return present<BackupVaultListMember>({
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    VaultType: vault.type as NonNullable<BackupVaultListMember['VaultType']>,
    VaultState: state,
    EncryptionKeyArn: vault.key_arn,
    CreationDate: toDate(vault.created_at),
    CreatorRequestId: vault.creator_request_id,
    NumberOfRecoveryPoints: recoveryPoints,
    Locked: vault.is_locked === 1,
    MinRetentionDays: vault.min_retention_days,
    MaxRetentionDays: vault.max_retention_days,
    LockDate: toDate(vault.lock_at),
    EncryptionKeyType: keyTypeOf({ vaults, managers }, { keyArn: vault.key_arn, vaultArn: vault.arn }),
  });
}
