import type { OperationTable } from '../operation.ts';
import { cancelLegalHold } from './cancel-legal-hold.ts';
import { createBackupPlan } from './create-backup-plan.ts';
import { createBackupSelection } from './create-backup-selection.ts';
import { createBackupVault } from './create-backup-vault.ts';
import { createLegalHold } from './create-legal-hold.ts';
import { createLogicallyAirGappedBackupVault } from './create-logically-air-gapped-backup-vault.ts';
import { deleteBackupPlan } from './delete-backup-plan.ts';
import { deleteBackupSelection } from './delete-backup-selection.ts';
import { deleteBackupVault } from './delete-backup-vault.ts';
import { deleteBackupVaultAccessPolicy } from './delete-backup-vault-access-policy.ts';
import { deleteBackupVaultLockConfiguration } from './delete-backup-vault-lock-configuration.ts';
import { deleteBackupVaultNotifications } from './delete-backup-vault-notifications.ts';
import { deleteRecoveryPoint } from './delete-recovery-point.ts';
import { describeBackupJob } from './describe-backup-job.ts';
import { describeBackupVault } from './describe-backup-vault.ts';
import { describeCopyJob } from './describe-copy-job.ts';
import { describeGlobalSettings } from './describe-global-settings.ts';
import { describeProtectedResource } from './describe-protected-resource.ts';
import { describeRecoveryPoint } from './describe-recovery-point.ts';
import { describeRegionSettings } from './describe-region-settings.ts';
import { describeRestoreJob } from './describe-restore-job.ts';
import { disassociateRecoveryPoint } from './disassociate-recovery-point.ts';
import { disassociateRecoveryPointFromParent } from './disassociate-recovery-point-from-parent.ts';
import { exportBackupPlanTemplate } from './export-backup-plan-template.ts';
import { getBackupPlan } from './get-backup-plan.ts';
import { getBackupPlanFromJSON } from './get-backup-plan-from-json.ts';
import { getBackupPlanFromTemplate } from './get-backup-plan-from-template.ts';
import { getBackupSelection } from './get-backup-selection.ts';
import { getBackupVaultAccessPolicy } from './get-backup-vault-access-policy.ts';
import { getBackupVaultNotifications } from './get-backup-vault-notifications.ts';
import { getLegalHold } from './get-legal-hold.ts';
import { getRecoveryPointRestoreMetadata } from './get-recovery-point-restore-metadata.ts';
import { getRestoreJobMetadata } from './get-restore-job-metadata.ts';
import { getSupportedResourceTypes } from './get-supported-resource-types.ts';
import { listBackupJobSummaries } from './list-backup-job-summaries.ts';
import { listBackupJobs } from './list-backup-jobs.ts';
import { listBackupPlanTemplates } from './list-backup-plan-templates.ts';
import { listBackupPlanVersions } from './list-backup-plan-versions.ts';
import { listBackupPlans } from './list-backup-plans.ts';
import { listBackupSelections } from './list-backup-selections.ts';
import { listBackupVaults } from './list-backup-vaults.ts';
import { listCopyJobSummaries } from './list-copy-job-summaries.ts';
import { listCopyJobs } from './list-copy-jobs.ts';
import { listLegalHolds } from './list-legal-holds.ts';
import { listProtectedResources } from './list-protected-resources.ts';
import { listProtectedResourcesByBackupVault } from './list-protected-resources-by-backup-vault.ts';
import { listRecoveryPointsByBackupVault } from './list-recovery-points-by-backup-vault.ts';
import { listRecoveryPointsByLegalHold } from './list-recovery-points-by-legal-hold.ts';
import { listRecoveryPointsByResource } from './list-recovery-points-by-resource.ts';
import { listRestoreJobSummaries } from './list-restore-job-summaries.ts';
import { listRestoreJobs } from './list-restore-jobs.ts';
import { listRestoreJobsByProtectedResource } from './list-restore-jobs-by-protected-resource.ts';
import { listTags } from './list-tags.ts';
import { putBackupVaultAccessPolicy } from './put-backup-vault-access-policy.ts';
import { putBackupVaultLockConfiguration } from './put-backup-vault-lock-configuration.ts';
import { putBackupVaultNotifications } from './put-backup-vault-notifications.ts';
import { startBackupJob } from './start-backup-job.ts';
import { startCopyJob } from './start-copy-job.ts';
import { startRestoreJob } from './start-restore-job.ts';
import { stopBackupJob } from './stop-backup-job.ts';
import { tagResource } from './tag-resource.ts';
import { untagResource } from './untag-resource.ts';
import { updateBackupPlan } from './update-backup-plan.ts';
import { updateGlobalSettings } from './update-global-settings.ts';
import { updateRecoveryPointLifecycle } from './update-recovery-point-lifecycle.ts';
import { updateRegionSettings } from './update-region-settings.ts';

/** The operations of AWS Backup that this endpoint serves, by their names in the API. */
export const backupOperations: OperationTable = {
  CancelLegalHold: cancelLegalHold,
  CreateBackupPlan: createBackupPlan,
  CreateBackupSelection: createBackupSelection,
  CreateBackupVault: createBackupVault,
  CreateLegalHold: createLegalHold,
  CreateLogicallyAirGappedBackupVault: createLogicallyAirGappedBackupVault,
  DeleteBackupPlan: deleteBackupPlan,
  DeleteBackupSelection: deleteBackupSelection,
  DeleteBackupVault: deleteBackupVault,
  DeleteBackupVaultAccessPolicy: deleteBackupVaultAccessPolicy,
  DeleteBackupVaultLockConfiguration: deleteBackupVaultLockConfiguration,
  DeleteBackupVaultNotifications: deleteBackupVaultNotifications,
  DeleteRecoveryPoint: deleteRecoveryPoint,
  DescribeBackupJob: describeBackupJob,
  DescribeBackupVault: describeBackupVault,
  DescribeCopyJob: describeCopyJob,
  DescribeGlobalSettings: describeGlobalSettings,
  DescribeProtectedResource: describeProtectedResource,
  DescribeRecoveryPoint: describeRecoveryPoint,
  DescribeRegionSettings: describeRegionSettings,
  DescribeRestoreJob: describeRestoreJob,
  DisassociateRecoveryPoint: disassociateRecoveryPoint,
  DisassociateRecoveryPointFromParent: disassociateRecoveryPointFromParent,
  ExportBackupPlanTemplate: exportBackupPlanTemplate,
  GetBackupPlan: getBackupPlan,
  GetBackupPlanFromJSON: getBackupPlanFromJSON,
  GetBackupPlanFromTemplate: getBackupPlanFromTemplate,
  GetBackupSelection: getBackupSelection,
  GetBackupVaultAccessPolicy: getBackupVaultAccessPolicy,
  GetBackupVaultNotifications: getBackupVaultNotifications,
  GetLegalHold: getLegalHold,
  GetRecoveryPointRestoreMetadata: getRecoveryPointRestoreMetadata,
  GetRestoreJobMetadata: getRestoreJobMetadata,
  GetSupportedResourceTypes: getSupportedResourceTypes,
  ListBackupJobSummaries: listBackupJobSummaries,
  ListBackupJobs: listBackupJobs,
  ListBackupPlanTemplates: listBackupPlanTemplates,
  ListBackupPlanVersions: listBackupPlanVersions,
  ListBackupPlans: listBackupPlans,
  ListBackupSelections: listBackupSelections,
  ListBackupVaults: listBackupVaults,
  ListCopyJobSummaries: listCopyJobSummaries,
  ListCopyJobs: listCopyJobs,
  ListLegalHolds: listLegalHolds,
  ListProtectedResources: listProtectedResources,
  ListProtectedResourcesByBackupVault: listProtectedResourcesByBackupVault,
  ListRecoveryPointsByBackupVault: listRecoveryPointsByBackupVault,
  ListRecoveryPointsByLegalHold: listRecoveryPointsByLegalHold,
  ListRecoveryPointsByResource: listRecoveryPointsByResource,
  ListRestoreJobSummaries: listRestoreJobSummaries,
  ListRestoreJobs: listRestoreJobs,
  ListRestoreJobsByProtectedResource: listRestoreJobsByProtectedResource,
  ListTags: listTags,
  PutBackupVaultAccessPolicy: putBackupVaultAccessPolicy,
  PutBackupVaultLockConfiguration: putBackupVaultLockConfiguration,
  PutBackupVaultNotifications: putBackupVaultNotifications,
  StartBackupJob: startBackupJob,
  StartCopyJob: startCopyJob,
  StartRestoreJob: startRestoreJob,
  StopBackupJob: stopBackupJob,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateBackupPlan: updateBackupPlan,
  UpdateGlobalSettings: updateGlobalSettings,
  UpdateRecoveryPointLifecycle: updateRecoveryPointLifecycle,
  UpdateRegionSettings: updateRegionSettings,
};
