import type { DeleteBackupVaultInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { countRecoveryPoints, deleteVault } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** Removes an empty vault. Its access policy, lock and tags go with it. */
export const deleteBackupVault: Operation<DeleteBackupVaultInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const { arn } = await openVault(services, call, {
    action: 'backup:DeleteBackupVault',
    vaultName: input.BackupVaultName,
  });
  await services.records.write(async (db) => {
    const counts = await countRecoveryPoints(db, [arn]);
    if (counts.has(arn)) throw backup.vaultNotEmpty();
    await deleteVault(db, arn);
  });
  return {};
};
