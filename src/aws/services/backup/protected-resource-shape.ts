import type { ProtectedResource as ProtectedResourceShape } from '@aws-sdk/client-backup';
import type { ProtectedResource } from '../../../storage/records/protected-resources.ts';
import { present, toDate } from './present.ts';

/** A resource with recovery points, as the lists tell it. */
export const toProtectedResourceShape = (resource: ProtectedResource): ProtectedResourceShape =>
  present<ProtectedResourceShape>({
    ResourceArn: resource.resource_arn,
    ResourceType: resource.resource_type,
    LastBackupTime: toDate(resource.last_backup_at),
    ResourceName: resource.resource_name,
    LastBackupVaultArn: resource.last_vault_arn,
    LastRecoveryPointArn: resource.last_recovery_point_arn,
  });
