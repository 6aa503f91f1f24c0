// Written by scripts/generate-api.ts from the service model in botocore 1.43.11, enums from the AWS SDK.
import type { ServiceConstraints } from '../service-model.ts';

export const backupConstraints: ServiceConstraints = {
  structures: {
    AdvancedBackupSetting: {
      "ResourceType": {"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},
      "BackupOptions": {"key":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},"value":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"}},
    },
    BackupRuleInput: {
      "RuleName": {"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},
      "StartWindowMinutes": {"integer":true},
      "CompletionWindowMinutes": {"integer":true},
    },
    BackupSelection: {
      "SelectionName": {"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},
    },
    CancelLegalHoldInput: {
      "RetainRecordInDays": {"integer":true},
    },
    Condition: {
      "ConditionType": {"enum":["STRINGEQUALS"]},
    },
    ControlScope: {
      "ComplianceResourceIds": {"min":1,"max":100},
    },
    CreateBackupVaultInput: {
      "BackupVaultName": {"pattern":"^[a-zA-Z0-9\\-\\_]{2,50}$"},
    },
    CreateFrameworkInput: {
      "FrameworkName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
      "FrameworkDescription": {"pattern":".*\\S.*","min":0,"max":1024},
    },
    CreateLogicallyAirGappedBackupVaultInput: {
      "BackupVaultName": {"pattern":"^[a-zA-Z0-9\\-\\_]{2,50}$"},
      "MinRetentionDays": {"integer":true},
      "MaxRetentionDays": {"integer":true},
    },
    CreateReportPlanInput: {
      "ReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
      "ReportPlanDescription": {"pattern":".*\\S.*","min":0,"max":1024},
    },
    CreateRestoreAccessBackupVaultInput: {
      "BackupVaultName": {"pattern":"^[a-zA-Z0-9\\-\\_]{2,50}$"},
    },
    DeleteFrameworkInput: {
      "FrameworkName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
    },
    DeleteReportPlanInput: {
      "ReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
    },
    DeleteTieringConfigurationInput: {
      "TieringConfigurationName": {"pattern":"^[a-zA-Z0-9_]{1,200}$"},
    },
    DescribeFrameworkInput: {
      "FrameworkName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
    },
    DescribeRecoveryPointInput: {
      "BackupVaultAccountId": {"pattern":"^[0-9]{12}$"},
    },
    DescribeReportPlanInput: {
      "ReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
    },
    GetBackupPlanInput: {
      "MaxScheduledRunsPreview": {"min":0,"max":10,"integer":true},
    },
    GetRecoveryPointRestoreMetadataInput: {
      "BackupVaultAccountId": {"pattern":"^[0-9]{12}$"},
    },
    GetTieringConfigurationInput: {
      "TieringConfigurationName": {"pattern":"^[a-zA-Z0-9_]{1,200}$"},
    },
    IndexAction: {
      "ResourceTypes": {"member":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"}},
    },
    Lifecycle: {
      "MoveToColdStorageAfterDays": {"integer":true},
      "DeleteAfterDays": {"integer":true},
      "DeleteAfterEvent": {"enum":["DELETE_AFTER_COPY"]},
    },
    ListBackupJobSummariesInput: {
      "State": {"enum":["ABORTED","ABORTING","AGGREGATE_ALL","ANY","COMPLETED","CREATED","EXPIRED","FAILED","PARTIAL","PENDING","RUNNING"]},
      "AggregationPeriod": {"enum":["FOURTEEN_DAYS","ONE_DAY","SEVEN_DAYS"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListBackupJobsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
      "ByState": {"enum":["ABORTED","ABORTING","COMPLETED","CREATED","EXPIRED","FAILED","PARTIAL","PENDING","RUNNING"]},
    },
    ListBackupPlanTemplatesInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListBackupPlanVersionsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListBackupPlansInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListBackupSelectionsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListBackupVaultsInput: {
      "ByVaultType": {"enum":["BACKUP_VAULT","LOGICALLY_AIR_GAPPED_BACKUP_VAULT","RESTORE_ACCESS_BACKUP_VAULT"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListCopyJobSummariesInput: {
      "State": {"enum":["ABORTED","ABORTING","AGGREGATE_ALL","ANY","COMPLETED","COMPLETING","CREATED","FAILED","FAILING","PARTIAL","RUNNING"]},
      "AggregationPeriod": {"enum":["FOURTEEN_DAYS","ONE_DAY","SEVEN_DAYS"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListCopyJobsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
      "ByState": {"enum":["COMPLETED","CREATED","FAILED","PARTIAL","RUNNING"]},
    },
    ListFrameworksInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListIndexedRecoveryPointsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
      "IndexStatus": {"enum":["ACTIVE","DELETING","FAILED","PENDING"]},
    },
    ListLegalHoldsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListProtectedResourcesByBackupVaultInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListProtectedResourcesInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRecoveryPointsByBackupVaultInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRecoveryPointsByLegalHoldInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRecoveryPointsByResourceInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListReportJobsInput: {
      "ByReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListReportPlansInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRestoreAccessBackupVaultsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRestoreJobSummariesInput: {
      "State": {"enum":["ABORTED","AGGREGATE_ALL","ANY","COMPLETED","CREATED","FAILED","PENDING","RUNNING"]},
      "AggregationPeriod": {"enum":["FOURTEEN_DAYS","ONE_DAY","SEVEN_DAYS"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRestoreJobsByProtectedResourceInput: {
      "ByStatus": {"enum":["ABORTED","COMPLETED","FAILED","PENDING","RUNNING"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRestoreJobsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
      "ByStatus": {"enum":["ABORTED","COMPLETED","FAILED","PENDING","RUNNING"]},
    },
    ListRestoreTestingPlansInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListRestoreTestingSelectionsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListScanJobSummariesInput: {
      "MalwareScanner": {"enum":["GUARDDUTY"]},
      "ScanResultStatus": {"enum":["NO_THREATS_FOUND","THREATS_FOUND","UNKNOWN"]},
      "State": {"enum":["AGGREGATE_ALL","ANY","CANCELED","COMPLETED","COMPLETED_WITH_ISSUES","CREATED","FAILED","RUNNING"]},
      "AggregationPeriod": {"enum":["FOURTEEN_DAYS","ONE_DAY","SEVEN_DAYS"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListScanJobsInput: {
      "ByMalwareScanner": {"enum":["GUARDDUTY"]},
      "ByResourceType": {"enum":["EBS","EC2","S3"]},
      "ByScanResultStatus": {"enum":["NO_THREATS_FOUND","THREATS_FOUND","UNKNOWN"]},
      "ByState": {"enum":["CANCELED","COMPLETED","COMPLETED_WITH_ISSUES","CREATED","FAILED","RUNNING"]},
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListTagsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    ListTieringConfigurationsInput: {
      "MaxResults": {"min":1,"max":1000,"integer":true},
    },
    PutBackupVaultLockConfigurationInput: {
      "MinRetentionDays": {"integer":true},
      "MaxRetentionDays": {"integer":true},
      "ChangeableForDays": {"integer":true},
    },
    PutBackupVaultNotificationsInput: {
      "BackupVaultEvents": {"member":{"enum":["BACKUP_JOB_COMPLETED","BACKUP_JOB_EXPIRED","BACKUP_JOB_FAILED","BACKUP_JOB_STARTED","BACKUP_JOB_SUCCESSFUL","BACKUP_PLAN_CREATED","BACKUP_PLAN_MODIFIED","CONTINUOUS_BACKUP_INTERRUPTED","COPY_JOB_FAILED","COPY_JOB_STARTED","COPY_JOB_SUCCESSFUL","EKS_BACKUP_OBJECT_FAILED","EKS_RESTORE_OBJECT_FAILED","EKS_RESTORE_OBJECT_SKIPPED","RECOVERY_POINT_INDEXING_FAILED","RECOVERY_POINT_INDEX_COMPLETED","RECOVERY_POINT_INDEX_DELETED","RECOVERY_POINT_MODIFIED","RESTORE_JOB_COMPLETED","RESTORE_JOB_FAILED","RESTORE_JOB_STARTED","RESTORE_JOB_SUCCESSFUL","S3_BACKUP_OBJECT_FAILED","S3_RESTORE_OBJECT_FAILED"]}},
    },
    PutRestoreValidationResultInput: {
      "ValidationStatus": {"enum":["FAILED","SUCCESSFUL","TIMED_OUT","VALIDATING"]},
    },
    ReportSetting: {
      "NumberOfFrameworks": {"integer":true},
    },
    ResourceSelection: {
      "TieringDownSettingsInDays": {"min":60,"max":36500,"integer":true},
      "ResourceType": {"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},
    },
    RestoreTestingPlanForCreate: {
      "StartWindowHours": {"integer":true},
    },
    RestoreTestingPlanForUpdate: {
      "StartWindowHours": {"integer":true},
    },
    RestoreTestingRecoveryPointSelection: {
      "Algorithm": {"enum":["LATEST_WITHIN_WINDOW","RANDOM_WITHIN_WINDOW"]},
      "RecoveryPointTypes": {"member":{"enum":["CONTINUOUS","SNAPSHOT"]}},
      "SelectionWindowDays": {"integer":true},
    },
    RestoreTestingSelectionForCreate: {
      "ValidationWindowHours": {"integer":true},
    },
    RestoreTestingSelectionForUpdate: {
      "ValidationWindowHours": {"integer":true},
    },
    ScanAction: {
      "MalwareScanner": {"enum":["GUARDDUTY"]},
      "ScanMode": {"enum":["FULL_SCAN","INCREMENTAL_SCAN"]},
    },
    ScanSetting: {
      "MalwareScanner": {"enum":["GUARDDUTY"]},
      "ResourceTypes": {"member":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"}},
    },
    StartBackupJobInput: {
      "StartWindowMinutes": {"integer":true},
      "CompleteWindowMinutes": {"integer":true},
      "BackupOptions": {"key":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},"value":{"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"}},
      "Index": {"enum":["DISABLED","ENABLED"]},
    },
    StartReportJobInput: {
      "ReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
    },
    StartRestoreJobInput: {
      "ResourceType": {"pattern":"^[a-zA-Z0-9\\-\\_\\.]{1,50}$"},
    },
    StartScanJobInput: {
      "MalwareScanner": {"enum":["GUARDDUTY"]},
      "ScanMode": {"enum":["FULL_SCAN","INCREMENTAL_SCAN"]},
    },
    TieringConfigurationInputForCreate: {
      "TieringConfigurationName": {"pattern":"^[a-zA-Z0-9_]{1,200}$"},
      "BackupVaultName": {"pattern":"^(\\*|[a-zA-Z0-9\\-\\_]{2,50})$"},
    },
    TieringConfigurationInputForUpdate: {
      "BackupVaultName": {"pattern":"^(\\*|[a-zA-Z0-9\\-\\_]{2,50})$"},
    },
    UpdateFrameworkInput: {
      "FrameworkName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
      "FrameworkDescription": {"pattern":".*\\S.*","min":0,"max":1024},
    },
    UpdateRecoveryPointIndexSettingsInput: {
      "Index": {"enum":["DISABLED","ENABLED"]},
    },
    UpdateReportPlanInput: {
      "ReportPlanName": {"pattern":"[a-zA-Z][_a-zA-Z0-9]*","min":1,"max":256},
      "ReportPlanDescription": {"pattern":".*\\S.*","min":0,"max":1024},
    },
    UpdateTieringConfigurationInput: {
      "TieringConfigurationName": {"pattern":"^[a-zA-Z0-9_]{1,200}$"},
    },
  },
};
