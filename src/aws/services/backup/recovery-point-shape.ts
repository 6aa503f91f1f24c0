import type {
  DescribeRecoveryPointOutput,
  RecoveryPointByBackupVault,
  RecoveryPointByResource,
} from '@aws-sdk/client-backup';
import type { PlanCreator } from '../../../model/plan-creator.ts';
import type { Database } from '../../../storage/records/records.ts';
import { type RecoveryPointRow, toAppliedLifecycle } from '../../../storage/records/recovery-points.ts';
import { toCalculatedLifecycle, toLifecycleShape } from './lifecycle-shape.ts';
import { present, toDate } from './present.ts';
import { keyTypeOf, readSurroundings, type Surroundings, vaultTypeOf } from './surroundings.ts';

/** What stands around recovery points. */
export const pointSurroundings = (db: Database, points: readonly RecoveryPointRow[]): Promise<Surroundings> =>
  readSurroundings(db, {
    vaultArns: points.map(({ vault_arn }) => vault_arn),
    keyArns: points.map(({ key_arn }) => key_arn),
  });

/** A recovery point as ListRecoveryPointsByBackupVault tells it. No point is indexed, so that none has an index status. */
export function toRecoveryPointShape(point: RecoveryPointRow, surroundings: Surroundings): RecoveryPointByBackupVault {
  const lifecycle = toAppliedLifecycle(point);
  return present<RecoveryPointByBackupVault>({
    RecoveryPointArn: point.arn,
    BackupVaultName: point.vault_name,
    BackupVaultArn: point.vault_arn,
    SourceBackupVaultArn: point.source_vault_arn,
    ResourceArn: point.resource_arn,
    ResourceType: point.resource_type,
    CreatedBy: point.created_by === null ? undefined : (JSON.parse(point.created_by) as PlanCreator),
    IamRoleArn: point.iam_role_arn,
    Status: point.status as NonNullable<RecoveryPointByBackupVault['Status']>,
    StatusMessage: point.status_message,
    CreationDate: toDate(point.created_at),
    InitiationDate: toDate(point.initiated_at),
    CompletionDate: toDate(point.completed_at),
    BackupSizeInBytes: point.backup_size_bytes,
    CalculatedLifecycle: toCalculatedLifecycle(lifecycle),
    Lifecycle: toLifecycleShape(lifecycle, { deleteAfterEvent: point.delete_after_event }),
    EncryptionKeyArn: point.key_arn,
    IsEncrypted: point.is_encrypted === 1,
    LastRestoreTime: toDate(point.last_restore_at),
    ParentRecoveryPointArn: undefined,
    CompositeMemberIdentifier: undefined,
    IsParent: false,
    ResourceName: point.resource_name,
    VaultType: vaultTypeOf(surroundings, point.vault_arn),
    IndexStatus: undefined,
    IndexStatusMessage: undefined,
    EncryptionKeyType: keyTypeOf(surroundings, { keyArn: point.key_arn, vaultArn: point.vault_arn }),
    AggregatedScanResult: undefined,
  });
}

/** The same with the tier it lies in, as DescribeRecoveryPoint tells it. */
export const toRecoveryPointDetails = (
  point: RecoveryPointRow,
  surroundings: Surroundings,
): DescribeRecoveryPointOutput => ({
  ...toRecoveryPointShape(point, surroundings),
  StorageClass: point.storage_class as NonNullable<DescribeRecoveryPointOutput['StorageClass']>,
});

/** The short form of ListRecoveryPointsByResource, which spells the size in its own way. */
export const toResourcePointShape = (point: RecoveryPointRow, surroundings: Surroundings): RecoveryPointByResource =>
  present<RecoveryPointByResource>({
    RecoveryPointArn: point.arn,
    CreationDate: toDate(point.created_at),
    Status: point.status as NonNullable<RecoveryPointByResource['Status']>,
    StatusMessage: point.status_message,
    EncryptionKeyArn: point.key_arn,
    BackupSizeBytes: point.backup_size_bytes,
    BackupVaultName: point.vault_name,
    IsParent: false,
    ParentRecoveryPointArn: undefined,
    ResourceName: point.resource_name,
    VaultType: vaultTypeOf(surroundings, point.vault_arn),
    IndexStatus: undefined,
    IndexStatusMessage: undefined,
    EncryptionKeyType: keyTypeOf(surroundings, { keyArn: point.key_arn, vaultArn: point.vault_arn }),
    AggregatedScanResult: undefined,
  });
