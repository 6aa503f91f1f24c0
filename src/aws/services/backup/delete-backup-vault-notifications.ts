import type { DeleteBackupVaultNotificationsInput } from '@aws-sdk/client-backup';
import { removeVaultNotifications } from '../../../storage/records/vault-notifications.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** Takes a vault's notifications away; none there does not matter. */
export const deleteBackupVaultNotifications: Operation<
  DeleteBackupVaultNotificationsInput,
  Record<string, never>
> = async (services, input, call) => {
  const vault = await openVault(services, call, {
    action: 'backup:DeleteBackupVaultNotifications',
    vaultName: input.BackupVaultName,
  });
  await services.records.write((db) => removeVaultNotifications(db, vault.arn));
  return {};
};
