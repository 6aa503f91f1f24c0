import type { DescribeBackupVaultInput, DescribeBackupVaultOutput } from '@aws-sdk/client-backup';
import { countRecoveryPoints } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';
import { toVaultShape } from './vault-shape.ts';

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
  const counts = await services.records.read((db) => countRecoveryPoints(db, [vault.arn]));
  return toVaultShape(vault, counts.get(vault.arn) ?? 0);
};
