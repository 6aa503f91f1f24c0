import type { DescribeBackupVaultInput, DescribeBackupVaultOutput } from '@aws-sdk/client-backup';
import { keyManagers } from '../../../storage/records/key-managers.ts';
import { countRecoveryPoints } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';
import { toVaultShape } from './vault-shape.ts';
import { vaultState } from './vault-state.ts';

export const describeBackupVault: Operation<DescribeBackupVaultInput, DescribeBackupVaultOutput> = async (
  services,
  input,
  call,
) => {
  const vault = await openVault(services, call, {
    action: 'backup:DescribeBackupVault',
    vaultName: input.BackupVaultName,
    account: input.BackupVaultAccountId,
  });
  const { counts, managers } = await services.records.read(async (db) => ({
    counts: await countRecoveryPoints(db, [vault.arn]),
    managers: await keyManagers(db, [vault.key_arn]),
  }));
  const state = vaultState(vault, services);
  return toVaultShape(vault, { state, recoveryPoints: counts.get(vault.arn) ?? 0, managers });
};
