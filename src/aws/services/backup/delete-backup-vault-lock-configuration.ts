import type { DeleteBackupVaultLockConfigurationInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { setVaultLock } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { requireOpenLock } from './require-open-lock.ts';
import { tellRefusals } from './tell-refusals.ts';
import { findVault } from './vault-access.ts';

/** Takes a lock off: in governance mode always, in compliance mode until the lock date. */
export const deleteBackupVaultLockConfiguration: Operation<
  DeleteBackupVaultLockConfigurationInput,
  Record<string, never>
> = async (services, input, call) => {
  const vault = await findVault(services, call, {
    action: 'backup:DeleteBackupVaultLockConfiguration',
    vaultName: input.BackupVaultName,
  });
  if (vault === undefined) throw backup.vaultNotFound(input.BackupVaultName);
  const deed = { deed: 'DeleteBackupVaultLockConfiguration', arn: vault.arn };
  await tellRefusals(services, call, deed, () =>
    services.records.write(async (db) => {
      await requireOpenLock(db, vault.arn, call.now);
      await setVaultLock(db, vault.arn, null, call.now);
    }),
  );
  return {};
};
