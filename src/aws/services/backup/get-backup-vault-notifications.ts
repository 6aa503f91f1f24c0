import type {
  BackupVaultEvent,
  GetBackupVaultNotificationsInput,
  GetBackupVaultNotificationsOutput,
} from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { vaultNotifications } from '../../../storage/records/vault-notifications.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** Which events of a vault go where. Throws ResourceNotFoundException for a vault without notifications. */
export const getBackupVaultNotifications: Operation<
  GetBackupVaultNotificationsInput,
  GetBackupVaultNotificationsOutput
> = async (services, input, call) => {
  const vault = await openVault(services, call, {
    action: 'backup:GetBackupVaultNotifications',
    vaultName: input.BackupVaultName,
  });
  const row = await services.records.read((db) => vaultNotifications(db, vault.arn));
  if (row === undefined) throw backup.notificationsNotFound(vault.name);
  return {
    BackupVaultName: vault.name,
    BackupVaultArn: vault.arn,
    SNSTopicArn: row.topic_arn,
    BackupVaultEvents: JSON.parse(row.events) as BackupVaultEvent[],
  };
};
