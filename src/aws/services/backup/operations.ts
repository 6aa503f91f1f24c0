import type { OperationTable } from '../operation.ts';
import { createBackupVault } from './create-backup-vault.ts';
import { deleteBackupVault } from './delete-backup-vault.ts';
import { deleteBackupVaultAccessPolicy } from './delete-backup-vault-access-policy.ts';
import { deleteBackupVaultLockConfiguration } from './delete-backup-vault-lock-configuration.ts';
import { deleteRecoveryPoint } from './delete-recovery-point.ts';
import { describeBackupJob } from './describe-backup-job.ts';
import { describeBackupVault } from './describe-backup-vault.ts';
import { describeCopyJob } from './describe-copy-job.ts';
import { describeGlobalSettings } from './describe-global-settings.ts';
import { describeProtectedResource } from './describe-protected-resource.ts';
import { describeRecoveryPoint } from './describe-recovery-point.ts';
import { describeRegionSettings } from './describe-region-settings.ts';
import { describeRestoreJob } from './describe-restore-job.ts';
import { getBackupVaultAccessPolicy } from './get-backup-vault-access-policy.ts';
import { getRecoveryPointRestoreMetadata } from './get-recovery-point-restore-metadata.ts';
import { getRestoreJobMetadata } from './get-restore-job-metadata.ts';
import { getSupportedResourceTypes } from './get-supported-resource-types.ts';
import { listBackupJobs } from './list-backup-jobs.ts';
import { listBackupVaults } from './list-backup-vaults.ts';
import { listCopyJobs } from './list-copy-jobs.ts';
import { listProtectedResources } from './list-protected-resources.ts';
import { listProtectedResourcesByBackupVault } from './list-protected-resources-by-backup-vault.ts';
import { listRecoveryPointsByBackupVault } from './list-recovery-points-by-backup-vault.ts';
import { listRecoveryPointsByResource } from './list-recovery-points-by-resource.ts';
import { listRestoreJobs } from './list-restore-jobs.ts';
import { listRestoreJobsByProtectedResource } from './list-restore-jobs-by-protected-resource.ts';
import { listTags } from './list-tags.ts';
import { putBackupVaultAccessPolicy } from './put-backup-vault-access-policy.ts';
import { putBackupVaultLockConfiguration } from './put-backup-vault-lock-configuration.ts';
import { startBackupJob } from './start-backup-job.ts';
import { startCopyJob } from './start-copy-job.ts';
import { startRestoreJob } from './start-restore-job.ts';
import { stopBackupJob } from './stop-backup-job.ts';
import { tagResource } from './tag-resource.ts';
import { untagResource } from './untag-resource.ts';
import { updateGlobalSettings } from './update-global-settings.ts';
import { updateRecoveryPointLifecycle } from './update-recovery-point-lifecycle.ts';
import { updateRegionSettings } from './update-region-settings.ts';

/** The operations of AWS Backup that this endpoint serves, by their names in the API. */
export const backupOperations: OperationTable = {
  CreateBackupVault: createBackupVault,
  DeleteBackupVault: deleteBackupVault,
  DeleteBackupVaultAccessPolicy: deleteBackupVaultAccessPolicy,
  DeleteBackupVaultLockConfiguration: deleteBackupVaultLockConfiguration,
  DeleteRecoveryPoint: deleteRecoveryPoint,
  DescribeBackupJob: describeBackupJob,
  DescribeBackupVault: describeBackupVault,
  DescribeCopyJob: describeCopyJob,
  DescribeGlobalSettings: describeGlobalSettings,
  DescribeProtectedResource: describeProtectedResource,
  DescribeRecoveryPoint: describeRecoveryPoint,
  DescribeRegionSettings: describeRegionSettings,
  DescribeRestoreJob: describeRestoreJob,
  GetBackupVaultAccessPolicy: getBackupVaultAccessPolicy,
  GetRecoveryPointRestoreMetadata: getRecoveryPointRestoreMetadata,
  GetRestoreJobMetadata: getRestoreJobMetadata,
  GetSupportedResourceTypes: getSupportedResourceTypes,
  ListBackupJobs: listBackupJobs,
  ListBackupVaults: listBackupVaults,
  ListCopyJobs: listCopyJobs,
  ListProtectedResources: listProtectedResources,
  ListProtectedResourcesByBackupVault: listProtectedResourcesByBackupVault,
  ListRecoveryPointsByBackupVault: listRecoveryPointsByBackupVault,
  ListRecoveryPointsByResource: listRecoveryPointsByResource,
  ListRestoreJobs: listRestoreJobs,
  ListRestoreJobsByProtectedResource: listRestoreJobsByProtectedResource,
  ListTags: listTags,
  PutBackupVaultAccessPolicy: putBackupVaultAccessPolicy,
  PutBackupVaultLockConfiguration: putBackupVaultLockConfiguration,
  StartBackupJob: startBackupJob,
  StartCopyJob: startCopyJob,
  StartRestoreJob: startRestoreJob,
  StopBackupJob: stopBackupJob,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateGlobalSettings: updateGlobalSettings,
  UpdateRecoveryPointLifecycle: updateRecoveryPointLifecycle,
  UpdateRegionSettings: updateRegionSettings,
};
