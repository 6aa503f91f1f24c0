import type { DeleteBackupVaultInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { countRecoveryPoints, deleteVault } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { vaultKeyRelease } from './claim-vault-key.ts';
import { tellRefusals } from './tell-refusals.ts';
import { openVault } from './vault-access.ts';

/** Removes an empty vault. Its access policy, lock and tags go with it, and the grant on its key. */
export const deleteBackupVault: Operation<DeleteBackupVaultInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const vault = await openVault(services, call, {
    action: 'backup:DeleteBackupVault',
    vaultName: input.BackupVaultName,
  });
  const releaseKey = await vaultKeyRelease(services, vault);
  const deed = { deed: 'DeleteBackupVault', arn: vault.arn };
  await tellRefusals(services, call, deed, () =>
    services.records.write(async (db) => {
      const counts = await countRecoveryPoints(db, [vault.arn]);
      if (counts.has(vault.arn)) throw backup.vaultNotEmpty();
      await deleteVault(db, vault.arn, call.now);
    }),
  );
  await releaseKey();
  return {};
};
