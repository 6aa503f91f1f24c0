import type {
  GetRecoveryPointRestoreMetadataInput,
  GetRecoveryPointRestoreMetadataOutput,
} from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { openRecoveryPoint } from './vault-access.ts';

/** The map from which a StartRestoreJob can begin. */
export const getRecoveryPointRestoreMetadata: Operation<
  GetRecoveryPointRestoreMetadataInput,
  GetRecoveryPointRestoreMetadataOutput
> = async (services, input, call) => {
  const { vault, point } = await openRecoveryPoint(services, call, {
    action: 'backup:GetRecoveryPointRestoreMetadata',
    vaultName: input.BackupVaultName,
    account: input.BackupVaultAccountId,
    recoveryPointArn: input.RecoveryPointArn,
  });
  return {
    BackupVaultArn: vault.arn,
    RecoveryPointArn: point.arn,
    RestoreMetadata: JSON.parse(point.restore_metadata) as Record<string, string>,
    ResourceType: point.resource_type,
  };
};
