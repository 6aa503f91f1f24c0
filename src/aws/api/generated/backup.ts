// Written by scripts/generate-api.ts from the schemas of the AWS SDK. Not edited by hand.
import type { ServiceModel } from '../service-model.ts';

export const backup: ServiceModel = {
  name: "backup",
  protocol: "rest-json",
  version: "2018-11-15",
  target: "CryoControllerUserManager",
  xmlNamespace: "http://backup.amazonaws.com/doc/2018-11-15/",
  operations: {
    AssociateBackupVaultMpaApprovalTeam: {"method":"PUT","path":"/backup-vaults/{BackupVaultName}/mpaApprovalTeam","status":204,"input":"AssociateBackupVaultMpaApprovalTeamInput"},
    CancelLegalHold: {"method":"DELETE","path":"/legal-holds/{LegalHoldId}","status":201,"input":"CancelLegalHoldInput","output":"CancelLegalHoldOutput"},
    CreateBackupPlan: {"method":"PUT","path":"/backup/plans","status":200,"input":"CreateBackupPlanInput","output":"CreateBackupPlanOutput"},
    CreateBackupSelection: {"method":"PUT","path":"/backup/plans/{BackupPlanId}/selections","status":200,"input":"CreateBackupSelectionInput","output":"CreateBackupSelectionOutput"},
    CreateBackupVault: {"method":"PUT","path":"/backup-vaults/{BackupVaultName}","status":200,"input":"CreateBackupVaultInput","output":"CreateBackupVaultOutput"},
    CreateFramework: {"method":"POST","path":"/audit/frameworks","status":200,"input":"CreateFrameworkInput","output":"CreateFrameworkOutput"},
    CreateLegalHold: {"method":"POST","path":"/legal-holds","status":200,"input":"CreateLegalHoldInput","output":"CreateLegalHoldOutput"},
    CreateLogicallyAirGappedBackupVault: {"method":"PUT","path":"/logically-air-gapped-backup-vaults/{BackupVaultName}","status":200,"input":"CreateLogicallyAirGappedBackupVaultInput","output":"CreateLogicallyAirGappedBackupVaultOutput"},
    CreateReportPlan: {"method":"POST","path":"/audit/report-plans","status":200,"input":"CreateReportPlanInput","output":"CreateReportPlanOutput"},
    CreateRestoreAccessBackupVault: {"method":"PUT","path":"/restore-access-backup-vaults","status":200,"input":"CreateRestoreAccessBackupVaultInput","output":"CreateRestoreAccessBackupVaultOutput"},
    CreateRestoreTestingPlan: {"method":"PUT","path":"/restore-testing/plans","status":201,"input":"CreateRestoreTestingPlanInput","output":"CreateRestoreTestingPlanOutput"},
    CreateRestoreTestingSelection: {"method":"PUT","path":"/restore-testing/plans/{RestoreTestingPlanName}/selections","status":201,"input":"CreateRestoreTestingSelectionInput","output":"CreateRestoreTestingSelectionOutput"},
    CreateTieringConfiguration: {"method":"PUT","path":"/tiering-configurations","status":200,"input":"CreateTieringConfigurationInput","output":"CreateTieringConfigurationOutput"},
    DeleteBackupPlan: {"method":"DELETE","path":"/backup/plans/{BackupPlanId}","status":200,"input":"DeleteBackupPlanInput","output":"DeleteBackupPlanOutput"},
    DeleteBackupSelection: {"method":"DELETE","path":"/backup/plans/{BackupPlanId}/selections/{SelectionId}","status":200,"input":"DeleteBackupSelectionInput"},
    DeleteBackupVault: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}","status":200,"input":"DeleteBackupVaultInput"},
    DeleteBackupVaultAccessPolicy: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}/access-policy","status":200,"input":"DeleteBackupVaultAccessPolicyInput"},
    DeleteBackupVaultLockConfiguration: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}/vault-lock","status":200,"input":"DeleteBackupVaultLockConfigurationInput"},
    DeleteBackupVaultNotifications: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}/notification-configuration","status":200,"input":"DeleteBackupVaultNotificationsInput"},
    DeleteFramework: {"method":"DELETE","path":"/audit/frameworks/{FrameworkName}","status":200,"input":"DeleteFrameworkInput"},
    DeleteRecoveryPoint: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}","status":200,"input":"DeleteRecoveryPointInput"},
    DeleteReportPlan: {"method":"DELETE","path":"/audit/report-plans/{ReportPlanName}","status":200,"input":"DeleteReportPlanInput"},
    DeleteRestoreTestingPlan: {"method":"DELETE","path":"/restore-testing/plans/{RestoreTestingPlanName}","status":204,"input":"DeleteRestoreTestingPlanInput"},
    DeleteRestoreTestingSelection: {"method":"DELETE","path":"/restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName}","status":204,"input":"DeleteRestoreTestingSelectionInput"},
    DeleteTieringConfiguration: {"method":"DELETE","path":"/tiering-configurations/{TieringConfigurationName}","status":200,"input":"DeleteTieringConfigurationInput","output":"DeleteTieringConfigurationOutput"},
    DescribeBackupJob: {"method":"GET","path":"/backup-jobs/{BackupJobId}","status":200,"input":"DescribeBackupJobInput","output":"DescribeBackupJobOutput"},
    DescribeBackupVault: {"method":"GET","path":"/backup-vaults/{BackupVaultName}","status":200,"input":"DescribeBackupVaultInput","output":"DescribeBackupVaultOutput"},
    DescribeCopyJob: {"method":"GET","path":"/copy-jobs/{CopyJobId}","status":200,"input":"DescribeCopyJobInput","output":"DescribeCopyJobOutput"},
    DescribeFramework: {"method":"GET","path":"/audit/frameworks/{FrameworkName}","status":200,"input":"DescribeFrameworkInput","output":"DescribeFrameworkOutput"},
    DescribeGlobalSettings: {"method":"GET","path":"/global-settings","status":200,"input":"DescribeGlobalSettingsInput","output":"DescribeGlobalSettingsOutput"},
    DescribeProtectedResource: {"method":"GET","path":"/resources/{ResourceArn}","status":200,"input":"DescribeProtectedResourceInput","output":"DescribeProtectedResourceOutput"},
    DescribeRecoveryPoint: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}","status":200,"input":"DescribeRecoveryPointInput","output":"DescribeRecoveryPointOutput"},
    DescribeRegionSettings: {"method":"GET","path":"/account-settings","status":200,"input":"DescribeRegionSettingsInput","output":"DescribeRegionSettingsOutput"},
    DescribeReportJob: {"method":"GET","path":"/audit/report-jobs/{ReportJobId}","status":200,"input":"DescribeReportJobInput","output":"DescribeReportJobOutput"},
    DescribeReportPlan: {"method":"GET","path":"/audit/report-plans/{ReportPlanName}","status":200,"input":"DescribeReportPlanInput","output":"DescribeReportPlanOutput"},
    DescribeRestoreJob: {"method":"GET","path":"/restore-jobs/{RestoreJobId}","status":200,"input":"DescribeRestoreJobInput","output":"DescribeRestoreJobOutput"},
    DescribeScanJob: {"method":"GET","path":"/scan/jobs/{ScanJobId}","status":200,"input":"DescribeScanJobInput","output":"DescribeScanJobOutput"},
    DisassociateBackupVaultMpaApprovalTeam: {"method":"POST","path":"/backup-vaults/{BackupVaultName}/mpaApprovalTeam?delete","status":204,"input":"DisassociateBackupVaultMpaApprovalTeamInput"},
    DisassociateRecoveryPoint: {"method":"POST","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/disassociate","status":200,"input":"DisassociateRecoveryPointInput"},
    DisassociateRecoveryPointFromParent: {"method":"DELETE","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/parentAssociation","status":204,"input":"DisassociateRecoveryPointFromParentInput"},
    ExportBackupPlanTemplate: {"method":"GET","path":"/backup/plans/{BackupPlanId}/toTemplate","status":200,"input":"ExportBackupPlanTemplateInput","output":"ExportBackupPlanTemplateOutput"},
    GetBackupPlan: {"method":"GET","path":"/backup/plans/{BackupPlanId}","status":200,"input":"GetBackupPlanInput","output":"GetBackupPlanOutput"},
    GetBackupPlanFromJSON: {"method":"POST","path":"/backup/template/json/toPlan","status":200,"input":"GetBackupPlanFromJSONInput","output":"GetBackupPlanFromJSONOutput"},
    GetBackupPlanFromTemplate: {"method":"GET","path":"/backup/template/plans/{BackupPlanTemplateId}/toPlan","status":200,"input":"GetBackupPlanFromTemplateInput","output":"GetBackupPlanFromTemplateOutput"},
    GetBackupSelection: {"method":"GET","path":"/backup/plans/{BackupPlanId}/selections/{SelectionId}","status":200,"input":"GetBackupSelectionInput","output":"GetBackupSelectionOutput"},
    GetBackupVaultAccessPolicy: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/access-policy","status":200,"input":"GetBackupVaultAccessPolicyInput","output":"GetBackupVaultAccessPolicyOutput"},
    GetBackupVaultNotifications: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/notification-configuration","status":200,"input":"GetBackupVaultNotificationsInput","output":"GetBackupVaultNotificationsOutput"},
    GetLegalHold: {"method":"GET","path":"/legal-holds/{LegalHoldId}","status":200,"input":"GetLegalHoldInput","output":"GetLegalHoldOutput"},
    GetPITRMalwareScanResults: {"method":"GET","path":"/scan/pitr-malware-scan-results","status":200,"input":"GetPITRMalwareScanResultsInput","output":"GetPITRMalwareScanResultsOutput"},
    GetRecoveryPointIndexDetails: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/index","status":200,"input":"GetRecoveryPointIndexDetailsInput","output":"GetRecoveryPointIndexDetailsOutput"},
    GetRecoveryPointRestoreMetadata: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/restore-metadata","status":200,"input":"GetRecoveryPointRestoreMetadataInput","output":"GetRecoveryPointRestoreMetadataOutput"},
    GetRestoreJobMetadata: {"method":"GET","path":"/restore-jobs/{RestoreJobId}/metadata","status":200,"input":"GetRestoreJobMetadataInput","output":"GetRestoreJobMetadataOutput"},
    GetRestoreTestingInferredMetadata: {"method":"GET","path":"/restore-testing/inferred-metadata","status":200,"input":"GetRestoreTestingInferredMetadataInput","output":"GetRestoreTestingInferredMetadataOutput"},
    GetRestoreTestingPlan: {"method":"GET","path":"/restore-testing/plans/{RestoreTestingPlanName}","status":200,"input":"GetRestoreTestingPlanInput","output":"GetRestoreTestingPlanOutput"},
    GetRestoreTestingSelection: {"method":"GET","path":"/restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName}","status":200,"input":"GetRestoreTestingSelectionInput","output":"GetRestoreTestingSelectionOutput"},
    GetSupportedResourceTypes: {"method":"GET","path":"/supported-resource-types","status":200,"output":"GetSupportedResourceTypesOutput"},
    GetTieringConfiguration: {"method":"GET","path":"/tiering-configurations/{TieringConfigurationName}","status":200,"input":"GetTieringConfigurationInput","output":"GetTieringConfigurationOutput"},
    ListBackupJobSummaries: {"method":"GET","path":"/audit/backup-job-summaries","status":200,"input":"ListBackupJobSummariesInput","output":"ListBackupJobSummariesOutput"},
    ListBackupJobs: {"method":"GET","path":"/backup-jobs","status":200,"input":"ListBackupJobsInput","output":"ListBackupJobsOutput"},
    ListBackupPlanTemplates: {"method":"GET","path":"/backup/template/plans","status":200,"input":"ListBackupPlanTemplatesInput","output":"ListBackupPlanTemplatesOutput"},
    ListBackupPlanVersions: {"method":"GET","path":"/backup/plans/{BackupPlanId}/versions","status":200,"input":"ListBackupPlanVersionsInput","output":"ListBackupPlanVersionsOutput"},
    ListBackupPlans: {"method":"GET","path":"/backup/plans","status":200,"input":"ListBackupPlansInput","output":"ListBackupPlansOutput"},
    ListBackupSelections: {"method":"GET","path":"/backup/plans/{BackupPlanId}/selections","status":200,"input":"ListBackupSelectionsInput","output":"ListBackupSelectionsOutput"},
    ListBackupVaults: {"method":"GET","path":"/backup-vaults","status":200,"input":"ListBackupVaultsInput","output":"ListBackupVaultsOutput"},
    ListCopyJobSummaries: {"method":"GET","path":"/audit/copy-job-summaries","status":200,"input":"ListCopyJobSummariesInput","output":"ListCopyJobSummariesOutput"},
    ListCopyJobs: {"method":"GET","path":"/copy-jobs","status":200,"input":"ListCopyJobsInput","output":"ListCopyJobsOutput"},
    ListFrameworks: {"method":"GET","path":"/audit/frameworks","status":200,"input":"ListFrameworksInput","output":"ListFrameworksOutput"},
    ListIndexedRecoveryPoints: {"method":"GET","path":"/indexes/recovery-point","status":200,"input":"ListIndexedRecoveryPointsInput","output":"ListIndexedRecoveryPointsOutput"},
    ListLegalHolds: {"method":"GET","path":"/legal-holds","status":200,"input":"ListLegalHoldsInput","output":"ListLegalHoldsOutput"},
    ListProtectedResources: {"method":"GET","path":"/resources","status":200,"input":"ListProtectedResourcesInput","output":"ListProtectedResourcesOutput"},
    ListProtectedResourcesByBackupVault: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/resources","status":200,"input":"ListProtectedResourcesByBackupVaultInput","output":"ListProtectedResourcesByBackupVaultOutput"},
    ListRecoveryPointsByBackupVault: {"method":"GET","path":"/backup-vaults/{BackupVaultName}/recovery-points","status":200,"input":"ListRecoveryPointsByBackupVaultInput","output":"ListRecoveryPointsByBackupVaultOutput"},
    ListRecoveryPointsByLegalHold: {"method":"GET","path":"/legal-holds/{LegalHoldId}/recovery-points","status":200,"input":"ListRecoveryPointsByLegalHoldInput","output":"ListRecoveryPointsByLegalHoldOutput"},
    ListRecoveryPointsByResource: {"method":"GET","path":"/resources/{ResourceArn}/recovery-points","status":200,"input":"ListRecoveryPointsByResourceInput","output":"ListRecoveryPointsByResourceOutput"},
    ListReportJobs: {"method":"GET","path":"/audit/report-jobs","status":200,"input":"ListReportJobsInput","output":"ListReportJobsOutput"},
    ListReportPlans: {"method":"GET","path":"/audit/report-plans","status":200,"input":"ListReportPlansInput","output":"ListReportPlansOutput"},
    ListRestoreAccessBackupVaults: {"method":"GET","path":"/logically-air-gapped-backup-vaults/{BackupVaultName}/restore-access-backup-vaults","status":200,"input":"ListRestoreAccessBackupVaultsInput","output":"ListRestoreAccessBackupVaultsOutput"},
    ListRestoreJobSummaries: {"method":"GET","path":"/audit/restore-job-summaries","status":200,"input":"ListRestoreJobSummariesInput","output":"ListRestoreJobSummariesOutput"},
    ListRestoreJobs: {"method":"GET","path":"/restore-jobs","status":200,"input":"ListRestoreJobsInput","output":"ListRestoreJobsOutput"},
    ListRestoreJobsByProtectedResource: {"method":"GET","path":"/resources/{ResourceArn}/restore-jobs","status":200,"input":"ListRestoreJobsByProtectedResourceInput","output":"ListRestoreJobsByProtectedResourceOutput"},
    ListRestoreTestingPlans: {"method":"GET","path":"/restore-testing/plans","status":200,"input":"ListRestoreTestingPlansInput","output":"ListRestoreTestingPlansOutput"},
    ListRestoreTestingSelections: {"method":"GET","path":"/restore-testing/plans/{RestoreTestingPlanName}/selections","status":200,"input":"ListRestoreTestingSelectionsInput","output":"ListRestoreTestingSelectionsOutput"},
    ListScanJobSummaries: {"method":"GET","path":"/audit/scan-job-summaries","status":200,"input":"ListScanJobSummariesInput","output":"ListScanJobSummariesOutput"},
    ListScanJobs: {"method":"GET","path":"/scan/jobs","status":200,"input":"ListScanJobsInput","output":"ListScanJobsOutput"},
    ListTags: {"method":"GET","path":"/tags/{ResourceArn}","status":200,"input":"ListTagsInput","output":"ListTagsOutput"},
    ListTieringConfigurations: {"method":"GET","path":"/tiering-configurations","status":200,"input":"ListTieringConfigurationsInput","output":"ListTieringConfigurationsOutput"},
    PutBackupVaultAccessPolicy: {"method":"PUT","path":"/backup-vaults/{BackupVaultName}/access-policy","status":200,"input":"PutBackupVaultAccessPolicyInput"},
    PutBackupVaultLockConfiguration: {"method":"PUT","path":"/backup-vaults/{BackupVaultName}/vault-lock","status":200,"input":"PutBackupVaultLockConfigurationInput"},
    PutBackupVaultNotifications: {"method":"PUT","path":"/backup-vaults/{BackupVaultName}/notification-configuration","status":200,"input":"PutBackupVaultNotificationsInput"},
    PutRestoreValidationResult: {"method":"PUT","path":"/restore-jobs/{RestoreJobId}/validations","status":204,"input":"PutRestoreValidationResultInput"},
    RevokeRestoreAccessBackupVault: {"method":"DELETE","path":"/logically-air-gapped-backup-vaults/{BackupVaultName}/restore-access-backup-vaults/{RestoreAccessBackupVaultArn}","status":200,"input":"RevokeRestoreAccessBackupVaultInput"},
    StartBackupJob: {"method":"PUT","path":"/backup-jobs","status":200,"input":"StartBackupJobInput","output":"StartBackupJobOutput"},
    StartCopyJob: {"method":"PUT","path":"/copy-jobs","status":200,"input":"StartCopyJobInput","output":"StartCopyJobOutput"},
    StartReportJob: {"method":"POST","path":"/audit/report-jobs/{ReportPlanName}","status":200,"input":"StartReportJobInput","output":"StartReportJobOutput"},
    StartRestoreJob: {"method":"PUT","path":"/restore-jobs","status":200,"input":"StartRestoreJobInput","output":"StartRestoreJobOutput"},
    StartScanJob: {"method":"PUT","path":"/scan/job","status":201,"input":"StartScanJobInput","output":"StartScanJobOutput"},
    StopBackupJob: {"method":"POST","path":"/backup-jobs/{BackupJobId}","status":200,"input":"StopBackupJobInput"},
    TagResource: {"method":"POST","path":"/tags/{ResourceArn}","status":200,"input":"TagResourceInput"},
    UntagResource: {"method":"POST","path":"/untag/{ResourceArn}","status":200,"input":"UntagResourceInput"},
    UpdateBackupPlan: {"method":"POST","path":"/backup/plans/{BackupPlanId}","status":200,"input":"UpdateBackupPlanInput","output":"UpdateBackupPlanOutput"},
    UpdateFramework: {"method":"PUT","path":"/audit/frameworks/{FrameworkName}","status":200,"input":"UpdateFrameworkInput","output":"UpdateFrameworkOutput"},
    UpdateGlobalSettings: {"method":"PUT","path":"/global-settings","status":200,"input":"UpdateGlobalSettingsInput"},
    UpdateRecoveryPointIndexSettings: {"method":"POST","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}/index","status":200,"input":"UpdateRecoveryPointIndexSettingsInput","output":"UpdateRecoveryPointIndexSettingsOutput"},
    UpdateRecoveryPointLifecycle: {"method":"POST","path":"/backup-vaults/{BackupVaultName}/recovery-points/{RecoveryPointArn}","status":200,"input":"UpdateRecoveryPointLifecycleInput","output":"UpdateRecoveryPointLifecycleOutput"},
    UpdateRegionSettings: {"method":"PUT","path":"/account-settings","status":200,"input":"UpdateRegionSettingsInput"},
    UpdateReportPlan: {"method":"PUT","path":"/audit/report-plans/{ReportPlanName}","status":200,"input":"UpdateReportPlanInput","output":"UpdateReportPlanOutput"},
    UpdateRestoreTestingPlan: {"method":"PUT","path":"/restore-testing/plans/{RestoreTestingPlanName}","status":200,"input":"UpdateRestoreTestingPlanInput","output":"UpdateRestoreTestingPlanOutput"},
    UpdateRestoreTestingSelection: {"method":"PUT","path":"/restore-testing/plans/{RestoreTestingPlanName}/selections/{RestoreTestingSelectionName}","status":200,"input":"UpdateRestoreTestingSelectionInput","output":"UpdateRestoreTestingSelectionOutput"},
    UpdateTieringConfiguration: {"method":"PUT","path":"/tiering-configurations/{TieringConfigurationName}","status":200,"input":"UpdateTieringConfigurationInput","output":"UpdateTieringConfigurationOutput"},
  },
  structures: {
    AdvancedBackupSetting: {
      required: [],
      members: {
        "ResourceType": {"type":"string"},
        "BackupOptions": {"type":{"map":"string"}},
      },
    },
    AggregatedScanResult: {
      required: [],
      members: {
        "FailedScan": {"type":"boolean"},
        "Findings": {"type":{"list":"string"}},
        "LastComputed": {"type":"timestamp"},
      },
    },
    AssociateBackupVaultMpaApprovalTeamInput: {
      required: ["BackupVaultName","MpaApprovalTeamArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "MpaApprovalTeamArn": {"type":"string"},
        "RequesterComment": {"type":"string","sensitive":true},
      },
    },
    BackupJob: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "BackupJobId": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "VaultType": {"type":"string"},
        "VaultLockState": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "RecoveryPointLifecycle": {"type":{"structure":"Lifecycle"}},
        "EncryptionKeyArn": {"type":"string"},
        "IsEncrypted": {"type":"boolean"},
        "ResourceArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "State": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "PercentDone": {"type":"string"},
        "BackupSizeInBytes": {"type":"number"},
        "IamRoleArn": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RecoveryPointCreator"}},
        "ExpectedCompletionDate": {"type":"timestamp"},
        "StartBy": {"type":"timestamp"},
        "ResourceType": {"type":"string"},
        "BytesTransferred": {"type":"number"},
        "BackupOptions": {"type":{"map":"string"}},
        "BackupType": {"type":"string"},
        "ParentJobId": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "ResourceName": {"type":"string"},
        "InitiationDate": {"type":"timestamp"},
        "MessageCategory": {"type":"string"},
      },
    },
    BackupJobSummary: {
      required: [],
      members: {
        "Region": {"type":"string"},
        "AccountId": {"type":"string"},
        "State": {"type":"string"},
        "ResourceType": {"type":"string"},
        "MessageCategory": {"type":"string"},
        "Count": {"type":"number"},
        "StartTime": {"type":"timestamp"},
        "EndTime": {"type":"timestamp"},
      },
    },
    BackupPlan: {
      required: ["BackupPlanName","Rules"],
      members: {
        "BackupPlanName": {"type":"string"},
        "Rules": {"type":{"list":{"structure":"BackupRule"}}},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
        "ScanSettings": {"type":{"list":{"structure":"ScanSetting"}}},
      },
    },
    BackupPlanInput: {
      required: ["BackupPlanName","Rules"],
      members: {
        "BackupPlanName": {"type":"string"},
        "Rules": {"type":{"list":{"structure":"BackupRuleInput"}}},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
        "ScanSettings": {"type":{"list":{"structure":"ScanSetting"}}},
      },
    },
    BackupPlanTemplatesListMember: {
      required: [],
      members: {
        "BackupPlanTemplateId": {"type":"string"},
        "BackupPlanTemplateName": {"type":"string"},
      },
    },
    BackupPlansListMember: {
      required: [],
      members: {
        "BackupPlanArn": {"type":"string"},
        "BackupPlanId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "DeletionDate": {"type":"timestamp"},
        "VersionId": {"type":"string"},
        "BackupPlanName": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "LastExecutionDate": {"type":"timestamp"},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
      },
    },
    BackupRule: {
      required: ["RuleName","TargetBackupVaultName"],
      members: {
        "RuleName": {"type":"string"},
        "TargetBackupVaultName": {"type":"string"},
        "TargetLogicallyAirGappedBackupVaultArn": {"type":"string"},
        "ScheduleExpression": {"type":"string"},
        "StartWindowMinutes": {"type":"number"},
        "CompletionWindowMinutes": {"type":"number"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "RecoveryPointTags": {"type":{"map":"string"},"sensitive":true},
        "RuleId": {"type":"string"},
        "CopyActions": {"type":{"list":{"structure":"CopyAction"}}},
        "EnableContinuousBackup": {"type":"boolean"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "IndexActions": {"type":{"list":{"structure":"IndexAction"}}},
        "ScanActions": {"type":{"list":{"structure":"ScanAction"}}},
      },
    },
    BackupRuleInput: {
      required: ["RuleName","TargetBackupVaultName"],
      members: {
        "RuleName": {"type":"string"},
        "TargetBackupVaultName": {"type":"string"},
        "TargetLogicallyAirGappedBackupVaultArn": {"type":"string"},
        "ScheduleExpression": {"type":"string"},
        "StartWindowMinutes": {"type":"number"},
        "CompletionWindowMinutes": {"type":"number"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "RecoveryPointTags": {"type":{"map":"string"},"sensitive":true},
        "CopyActions": {"type":{"list":{"structure":"CopyAction"}}},
        "EnableContinuousBackup": {"type":"boolean"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "IndexActions": {"type":{"list":{"structure":"IndexAction"}}},
        "ScanActions": {"type":{"list":{"structure":"ScanAction"}}},
      },
    },
    BackupSelection: {
      required: ["SelectionName","IamRoleArn"],
      members: {
        "SelectionName": {"type":"string"},
        "IamRoleArn": {"type":"string"},
        "Resources": {"type":{"list":"string"}},
        "ListOfTags": {"type":{"list":{"structure":"Condition"}}},
        "NotResources": {"type":{"list":"string"}},
        "Conditions": {"type":{"structure":"Conditions"}},
      },
    },
    BackupSelectionsListMember: {
      required: [],
      members: {
        "SelectionId": {"type":"string"},
        "SelectionName": {"type":"string"},
        "BackupPlanId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CreatorRequestId": {"type":"string"},
        "IamRoleArn": {"type":"string"},
      },
    },
    BackupVaultListMember: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "VaultType": {"type":"string"},
        "VaultState": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "EncryptionKeyArn": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "NumberOfRecoveryPoints": {"type":"number"},
        "Locked": {"type":"boolean"},
        "MinRetentionDays": {"type":"number"},
        "MaxRetentionDays": {"type":"number"},
        "LockDate": {"type":"timestamp"},
        "EncryptionKeyType": {"type":"string"},
      },
    },
    CalculatedLifecycle: {
      required: [],
      members: {
        "MoveToColdStorageAt": {"type":"timestamp"},
        "DeleteAt": {"type":"timestamp"},
      },
    },
    CancelLegalHoldInput: {
      required: ["LegalHoldId","CancelDescription"],
      members: {
        "LegalHoldId": {"type":"string","in":"label"},
        "CancelDescription": {"type":"string","in":"query","name":"cancelDescription"},
        "RetainRecordInDays": {"type":"number","in":"query","name":"retainRecordInDays"},
      },
    },
    CancelLegalHoldOutput: {
      required: [],
      members: {
      },
    },
    Condition: {
      required: ["ConditionType","ConditionKey","ConditionValue"],
      members: {
        "ConditionType": {"type":"string"},
        "ConditionKey": {"type":"string"},
        "ConditionValue": {"type":"string"},
      },
    },
    ConditionParameter: {
      required: [],
      members: {
        "ConditionKey": {"type":"string"},
        "ConditionValue": {"type":"string"},
      },
    },
    Conditions: {
      required: [],
      members: {
        "StringEquals": {"type":{"list":{"structure":"ConditionParameter"}}},
        "StringNotEquals": {"type":{"list":{"structure":"ConditionParameter"}}},
        "StringLike": {"type":{"list":{"structure":"ConditionParameter"}}},
        "StringNotLike": {"type":{"list":{"structure":"ConditionParameter"}}},
      },
    },
    ControlInputParameter: {
      required: [],
      members: {
        "ParameterName": {"type":"string"},
        "ParameterValue": {"type":"string"},
      },
    },
    ControlScope: {
      required: [],
      members: {
        "ComplianceResourceIds": {"type":{"list":"string"}},
        "ComplianceResourceTypes": {"type":{"list":"string"}},
        "Tags": {"type":{"map":"string"}},
      },
    },
    CopyAction: {
      required: ["DestinationBackupVaultArn"],
      members: {
        "DestinationBackupVaultArn": {"type":"string"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
      },
    },
    CopyJob: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "CopyJobId": {"type":"string"},
        "SourceBackupVaultArn": {"type":"string"},
        "SourceRecoveryPointArn": {"type":"string"},
        "DestinationBackupVaultArn": {"type":"string"},
        "DestinationVaultType": {"type":"string"},
        "DestinationVaultLockState": {"type":"string"},
        "DestinationRecoveryPointArn": {"type":"string"},
        "DestinationEncryptionKeyArn": {"type":"string"},
        "DestinationRecoveryPointLifecycle": {"type":{"structure":"Lifecycle"}},
        "ResourceArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "State": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "BackupSizeInBytes": {"type":"number"},
        "IamRoleArn": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RecoveryPointCreator"}},
        "CreatedByBackupJobId": {"type":"string"},
        "ResourceType": {"type":"string"},
        "ParentJobId": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "CompositeMemberIdentifier": {"type":"string"},
        "NumberOfChildJobs": {"type":"number"},
        "ChildJobsInState": {"type":{"map":"number"}},
        "ResourceName": {"type":"string"},
        "MessageCategory": {"type":"string"},
      },
    },
    CopyJobSummary: {
      required: [],
      members: {
        "Region": {"type":"string"},
        "AccountId": {"type":"string"},
        "State": {"type":"string"},
        "ResourceType": {"type":"string"},
        "MessageCategory": {"type":"string"},
        "Count": {"type":"number"},
        "StartTime": {"type":"timestamp"},
        "EndTime": {"type":"timestamp"},
      },
    },
    CreateBackupPlanInput: {
      required: ["BackupPlan"],
      members: {
        "BackupPlan": {"type":{"structure":"BackupPlanInput"}},
        "BackupPlanTags": {"type":{"map":"string"},"sensitive":true},
        "CreatorRequestId": {"type":"string"},
      },
    },
    CreateBackupPlanOutput: {
      required: [],
      members: {
        "BackupPlanId": {"type":"string"},
        "BackupPlanArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "VersionId": {"type":"string"},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
      },
    },
    CreateBackupSelectionInput: {
      required: ["BackupPlanId","BackupSelection"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "BackupSelection": {"type":{"structure":"BackupSelection"}},
        "CreatorRequestId": {"type":"string"},
      },
    },
    CreateBackupSelectionOutput: {
      required: [],
      members: {
        "SelectionId": {"type":"string"},
        "BackupPlanId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
      },
    },
    CreateBackupVaultInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "BackupVaultTags": {"type":{"map":"string"},"sensitive":true},
        "EncryptionKeyArn": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
      },
    },
    CreateBackupVaultOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
      },
    },
    CreateFrameworkInput: {
      required: ["FrameworkName","FrameworkControls"],
      members: {
        "FrameworkName": {"type":"string"},
        "FrameworkControls": {"type":{"list":{"structure":"FrameworkControl"}}},
        "FrameworkDescription": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
        "FrameworkTags": {"type":{"map":"string"}},
      },
    },
    CreateFrameworkOutput: {
      required: [],
      members: {
        "FrameworkName": {"type":"string"},
        "FrameworkArn": {"type":"string"},
      },
    },
    CreateLegalHoldInput: {
      required: ["Title","Description"],
      members: {
        "Title": {"type":"string"},
        "Description": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
        "RecoveryPointSelection": {"type":{"structure":"RecoveryPointSelection"}},
        "Tags": {"type":{"map":"string"},"sensitive":true},
      },
    },
    CreateLegalHoldOutput: {
      required: [],
      members: {
        "Title": {"type":"string"},
        "Status": {"type":"string"},
        "Description": {"type":"string"},
        "LegalHoldId": {"type":"string"},
        "LegalHoldArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "RecoveryPointSelection": {"type":{"structure":"RecoveryPointSelection"}},
      },
    },
    CreateLogicallyAirGappedBackupVaultInput: {
      required: ["BackupVaultName","MinRetentionDays","MaxRetentionDays"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "MinRetentionDays": {"type":"number"},
        "MaxRetentionDays": {"type":"number"},
        "BackupVaultTags": {"type":{"map":"string"},"sensitive":true},
        "CreatorRequestId": {"type":"string"},
        "EncryptionKeyArn": {"type":"string"},
      },
    },
    CreateLogicallyAirGappedBackupVaultOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "VaultState": {"type":"string"},
      },
    },
    CreateReportPlanInput: {
      required: ["ReportPlanName","ReportDeliveryChannel","ReportSetting"],
      members: {
        "ReportPlanName": {"type":"string"},
        "ReportDeliveryChannel": {"type":{"structure":"ReportDeliveryChannel"}},
        "ReportSetting": {"type":{"structure":"ReportSetting"}},
        "ReportPlanDescription": {"type":"string"},
        "ReportPlanTags": {"type":{"map":"string"}},
        "IdempotencyToken": {"type":"string"},
      },
    },
    CreateReportPlanOutput: {
      required: [],
      members: {
        "ReportPlanName": {"type":"string"},
        "ReportPlanArn": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
      },
    },
    CreateRestoreAccessBackupVaultInput: {
      required: ["SourceBackupVaultArn"],
      members: {
        "SourceBackupVaultArn": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "BackupVaultTags": {"type":{"map":"string"},"sensitive":true},
        "CreatorRequestId": {"type":"string"},
        "RequesterComment": {"type":"string","sensitive":true},
      },
    },
    CreateRestoreAccessBackupVaultOutput: {
      required: [],
      members: {
        "RestoreAccessBackupVaultArn": {"type":"string"},
        "VaultState": {"type":"string"},
        "RestoreAccessBackupVaultName": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
      },
    },
    CreateRestoreTestingPlanInput: {
      required: ["RestoreTestingPlan"],
      members: {
        "RestoreTestingPlan": {"type":{"structure":"RestoreTestingPlanForCreate"}},
        "CreatorRequestId": {"type":"string"},
        "Tags": {"type":{"map":"string"},"sensitive":true},
      },
    },
    CreateRestoreTestingPlanOutput: {
      required: ["CreationTime","RestoreTestingPlanArn","RestoreTestingPlanName"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
      },
    },
    CreateRestoreTestingSelectionInput: {
      required: ["RestoreTestingPlanName","RestoreTestingSelection"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
        "RestoreTestingSelection": {"type":{"structure":"RestoreTestingSelectionForCreate"}},
        "CreatorRequestId": {"type":"string"},
      },
    },
    CreateRestoreTestingSelectionOutput: {
      required: ["CreationTime","RestoreTestingPlanArn","RestoreTestingPlanName","RestoreTestingSelectionName"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "RestoreTestingSelectionName": {"type":"string"},
      },
    },
    CreateTieringConfigurationInput: {
      required: ["TieringConfiguration"],
      members: {
        "TieringConfiguration": {"type":{"structure":"TieringConfigurationInputForCreate"}},
        "TieringConfigurationTags": {"type":{"map":"string"},"sensitive":true},
        "CreatorRequestId": {"type":"string"},
      },
    },
    CreateTieringConfigurationOutput: {
      required: [],
      members: {
        "TieringConfigurationArn": {"type":"string"},
        "TieringConfigurationName": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
      },
    },
    DateRange: {
      required: ["FromDate","ToDate"],
      members: {
        "FromDate": {"type":"timestamp"},
        "ToDate": {"type":"timestamp"},
      },
    },
    DeleteBackupPlanInput: {
      required: ["BackupPlanId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
      },
    },
    DeleteBackupPlanOutput: {
      required: [],
      members: {
        "BackupPlanId": {"type":"string"},
        "BackupPlanArn": {"type":"string"},
        "DeletionDate": {"type":"timestamp"},
        "VersionId": {"type":"string"},
      },
    },
    DeleteBackupSelectionInput: {
      required: ["BackupPlanId","SelectionId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "SelectionId": {"type":"string","in":"label"},
      },
    },
    DeleteBackupVaultAccessPolicyInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    DeleteBackupVaultInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    DeleteBackupVaultLockConfigurationInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    DeleteBackupVaultNotificationsInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    DeleteFrameworkInput: {
      required: ["FrameworkName"],
      members: {
        "FrameworkName": {"type":"string","in":"label"},
      },
    },
    DeleteRecoveryPointInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
      },
    },
    DeleteReportPlanInput: {
      required: ["ReportPlanName"],
      members: {
        "ReportPlanName": {"type":"string","in":"label"},
      },
    },
    DeleteRestoreTestingPlanInput: {
      required: ["RestoreTestingPlanName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
      },
    },
    DeleteRestoreTestingSelectionInput: {
      required: ["RestoreTestingPlanName","RestoreTestingSelectionName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
        "RestoreTestingSelectionName": {"type":"string","in":"label"},
      },
    },
    DeleteTieringConfigurationInput: {
      required: ["TieringConfigurationName"],
      members: {
        "TieringConfigurationName": {"type":"string","in":"label"},
      },
    },
    DeleteTieringConfigurationOutput: {
      required: [],
      members: {
      },
    },
    DescribeBackupJobInput: {
      required: ["BackupJobId"],
      members: {
        "BackupJobId": {"type":"string","in":"label"},
      },
    },
    DescribeBackupJobOutput: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "BackupJobId": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "RecoveryPointLifecycle": {"type":{"structure":"Lifecycle"}},
        "BackupVaultArn": {"type":"string"},
        "VaultType": {"type":"string"},
        "VaultLockState": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "EncryptionKeyArn": {"type":"string"},
        "IsEncrypted": {"type":"boolean"},
        "ResourceArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "State": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "PercentDone": {"type":"string"},
        "BackupSizeInBytes": {"type":"number"},
        "IamRoleArn": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RecoveryPointCreator"}},
        "ResourceType": {"type":"string"},
        "BytesTransferred": {"type":"number"},
        "ExpectedCompletionDate": {"type":"timestamp"},
        "StartBy": {"type":"timestamp"},
        "BackupOptions": {"type":{"map":"string"}},
        "BackupType": {"type":"string"},
        "ParentJobId": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "NumberOfChildJobs": {"type":"number"},
        "ChildJobsInState": {"type":{"map":"number"}},
        "ResourceName": {"type":"string"},
        "InitiationDate": {"type":"timestamp"},
        "MessageCategory": {"type":"string"},
      },
    },
    DescribeBackupVaultInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"backupVaultAccountId"},
      },
    },
    DescribeBackupVaultOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "VaultType": {"type":"string"},
        "VaultState": {"type":"string"},
        "EncryptionKeyArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CreatorRequestId": {"type":"string"},
        "NumberOfRecoveryPoints": {"type":"number"},
        "Locked": {"type":"boolean"},
        "MinRetentionDays": {"type":"number"},
        "MaxRetentionDays": {"type":"number"},
        "LockDate": {"type":"timestamp"},
        "SourceBackupVaultArn": {"type":"string"},
        "MpaApprovalTeamArn": {"type":"string"},
        "MpaSessionArn": {"type":"string"},
        "LatestMpaApprovalTeamUpdate": {"type":{"structure":"LatestMpaApprovalTeamUpdate"}},
        "EncryptionKeyType": {"type":"string"},
      },
    },
    DescribeCopyJobInput: {
      required: ["CopyJobId"],
      members: {
        "CopyJobId": {"type":"string","in":"label"},
      },
    },
    DescribeCopyJobOutput: {
      required: [],
      members: {
        "CopyJob": {"type":{"structure":"CopyJob"}},
      },
    },
    DescribeFrameworkInput: {
      required: ["FrameworkName"],
      members: {
        "FrameworkName": {"type":"string","in":"label"},
      },
    },
    DescribeFrameworkOutput: {
      required: [],
      members: {
        "FrameworkName": {"type":"string"},
        "FrameworkArn": {"type":"string"},
        "FrameworkDescription": {"type":"string"},
        "FrameworkControls": {"type":{"list":{"structure":"FrameworkControl"}}},
        "CreationTime": {"type":"timestamp"},
        "DeploymentStatus": {"type":"string"},
        "FrameworkStatus": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
      },
    },
    DescribeGlobalSettingsInput: {
      required: [],
      members: {
      },
    },
    DescribeGlobalSettingsOutput: {
      required: [],
      members: {
        "GlobalSettings": {"type":{"map":"string"}},
        "LastUpdateTime": {"type":"timestamp"},
      },
    },
    DescribeProtectedResourceInput: {
      required: ["ResourceArn"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
      },
    },
    DescribeProtectedResourceOutput: {
      required: [],
      members: {
        "ResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "LastBackupTime": {"type":"timestamp"},
        "ResourceName": {"type":"string"},
        "LastBackupVaultArn": {"type":"string"},
        "LastRecoveryPointArn": {"type":"string"},
        "LatestRestoreExecutionTimeMinutes": {"type":"number"},
        "LatestRestoreJobCreationDate": {"type":"timestamp"},
        "LatestRestoreRecoveryPointCreationDate": {"type":"timestamp"},
      },
    },
    DescribeRecoveryPointInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"backupVaultAccountId"},
      },
    },
    DescribeRecoveryPointOutput: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "SourceBackupVaultArn": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RecoveryPointCreator"}},
        "IamRoleArn": {"type":"string"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "InitiationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "BackupSizeInBytes": {"type":"number"},
        "CalculatedLifecycle": {"type":{"structure":"CalculatedLifecycle"}},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "EncryptionKeyArn": {"type":"string"},
        "IsEncrypted": {"type":"boolean"},
        "StorageClass": {"type":"string"},
        "LastRestoreTime": {"type":"timestamp"},
        "ParentRecoveryPointArn": {"type":"string"},
        "CompositeMemberIdentifier": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "ResourceName": {"type":"string"},
        "VaultType": {"type":"string"},
        "IndexStatus": {"type":"string"},
        "IndexStatusMessage": {"type":"string"},
        "EncryptionKeyType": {"type":"string"},
        "ScanResults": {"type":{"list":{"structure":"ScanResult"}}},
      },
    },
    DescribeRegionSettingsInput: {
      required: [],
      members: {
      },
    },
    DescribeRegionSettingsOutput: {
      required: [],
      members: {
        "ResourceTypeOptInPreference": {"type":{"map":"boolean"}},
        "ResourceTypeManagementPreference": {"type":{"map":"boolean"}},
      },
    },
    DescribeReportJobInput: {
      required: ["ReportJobId"],
      members: {
        "ReportJobId": {"type":"string","in":"label"},
      },
    },
    DescribeReportJobOutput: {
      required: [],
      members: {
        "ReportJob": {"type":{"structure":"ReportJob"}},
      },
    },
    DescribeReportPlanInput: {
      required: ["ReportPlanName"],
      members: {
        "ReportPlanName": {"type":"string","in":"label"},
      },
    },
    DescribeReportPlanOutput: {
      required: [],
      members: {
        "ReportPlan": {"type":{"structure":"ReportPlan"}},
      },
    },
    DescribeRestoreJobInput: {
      required: ["RestoreJobId"],
      members: {
        "RestoreJobId": {"type":"string","in":"label"},
      },
    },
    DescribeRestoreJobOutput: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "RestoreJobId": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "SourceResourceArn": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "PercentDone": {"type":"string"},
        "BackupSizeInBytes": {"type":"number"},
        "IamRoleArn": {"type":"string"},
        "ExpectedCompletionTimeMinutes": {"type":"number"},
        "CreatedResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "RecoveryPointCreationDate": {"type":"timestamp"},
        "CreatedBy": {"type":{"structure":"RestoreJobCreator"}},
        "ValidationStatus": {"type":"string"},
        "ValidationStatusMessage": {"type":"string"},
        "DeletionStatus": {"type":"string"},
        "DeletionStatusMessage": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "ParentJobId": {"type":"string"},
      },
    },
    DescribeScanJobInput: {
      required: ["ScanJobId"],
      members: {
        "ScanJobId": {"type":"string","in":"label"},
      },
    },
    DescribeScanJobOutput: {
      required: ["AccountId","BackupVaultArn","BackupVaultName","CreatedBy","CreationDate","IamRoleArn","MalwareScanner","RecoveryPointArn","ResourceArn","ResourceName","ResourceType","ScanJobId","ScanMode","ScannerRoleArn","State"],
      members: {
        "AccountId": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "CreatedBy": {"type":{"structure":"ScanJobCreator"}},
        "CreationDate": {"type":"timestamp"},
        "IamRoleArn": {"type":"string"},
        "MalwareScanner": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "ResourceName": {"type":"string"},
        "ResourceType": {"type":"string"},
        "ScanJobId": {"type":"string"},
        "ScanMode": {"type":"string"},
        "ScannerRoleArn": {"type":"string"},
        "State": {"type":"string"},
        "CompletionDate": {"type":"timestamp"},
        "ContinuousScanEndTime": {"type":"timestamp"},
        "ContinuousScanStartTime": {"type":"timestamp"},
        "ScanBaseRecoveryPointArn": {"type":"string"},
        "ScanId": {"type":"string"},
        "ScanResult": {"type":{"structure":"ScanResultInfo"}},
        "StatusMessage": {"type":"string"},
      },
    },
    DisassociateBackupVaultMpaApprovalTeamInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RequesterComment": {"type":"string","sensitive":true},
      },
    },
    DisassociateRecoveryPointFromParentInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
      },
    },
    DisassociateRecoveryPointInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
      },
    },
    ExportBackupPlanTemplateInput: {
      required: ["BackupPlanId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
      },
    },
    ExportBackupPlanTemplateOutput: {
      required: [],
      members: {
        "BackupPlanTemplateJson": {"type":"string"},
      },
    },
    Framework: {
      required: [],
      members: {
        "FrameworkName": {"type":"string"},
        "FrameworkArn": {"type":"string"},
        "FrameworkDescription": {"type":"string"},
        "NumberOfControls": {"type":"number"},
        "CreationTime": {"type":"timestamp"},
        "DeploymentStatus": {"type":"string"},
      },
    },
    FrameworkControl: {
      required: ["ControlName"],
      members: {
        "ControlName": {"type":"string"},
        "ControlInputParameters": {"type":{"list":{"structure":"ControlInputParameter"}}},
        "ControlScope": {"type":{"structure":"ControlScope"}},
      },
    },
    GetBackupPlanFromJSONInput: {
      required: ["BackupPlanTemplateJson"],
      members: {
        "BackupPlanTemplateJson": {"type":"string"},
      },
    },
    GetBackupPlanFromJSONOutput: {
      required: [],
      members: {
        "BackupPlan": {"type":{"structure":"BackupPlan"}},
      },
    },
    GetBackupPlanFromTemplateInput: {
      required: ["BackupPlanTemplateId"],
      members: {
        "BackupPlanTemplateId": {"type":"string","in":"label"},
      },
    },
    GetBackupPlanFromTemplateOutput: {
      required: [],
      members: {
        "BackupPlanDocument": {"type":{"structure":"BackupPlan"}},
      },
    },
    GetBackupPlanInput: {
      required: ["BackupPlanId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "VersionId": {"type":"string","in":"query","name":"versionId"},
        "MaxScheduledRunsPreview": {"type":"number","in":"query","name":"MaxScheduledRunsPreview"},
      },
    },
    GetBackupPlanOutput: {
      required: [],
      members: {
        "BackupPlan": {"type":{"structure":"BackupPlan"}},
        "BackupPlanId": {"type":"string"},
        "BackupPlanArn": {"type":"string"},
        "VersionId": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "DeletionDate": {"type":"timestamp"},
        "LastExecutionDate": {"type":"timestamp"},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
        "ScheduledRunsPreview": {"type":{"list":{"structure":"ScheduledPlanExecutionMember"}}},
      },
    },
    GetBackupSelectionInput: {
      required: ["BackupPlanId","SelectionId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "SelectionId": {"type":"string","in":"label"},
      },
    },
    GetBackupSelectionOutput: {
      required: [],
      members: {
        "BackupSelection": {"type":{"structure":"BackupSelection"}},
        "SelectionId": {"type":"string"},
        "BackupPlanId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CreatorRequestId": {"type":"string"},
      },
    },
    GetBackupVaultAccessPolicyInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    GetBackupVaultAccessPolicyOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "Policy": {"type":"string"},
      },
    },
    GetBackupVaultNotificationsInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
      },
    },
    GetBackupVaultNotificationsOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "SNSTopicArn": {"type":"string"},
        "BackupVaultEvents": {"type":{"list":"string"}},
      },
    },
    GetLegalHoldInput: {
      required: ["LegalHoldId"],
      members: {
        "LegalHoldId": {"type":"string","in":"label"},
      },
    },
    GetLegalHoldOutput: {
      required: [],
      members: {
        "Title": {"type":"string"},
        "Status": {"type":"string"},
        "Description": {"type":"string"},
        "CancelDescription": {"type":"string"},
        "LegalHoldId": {"type":"string"},
        "LegalHoldArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CancellationDate": {"type":"timestamp"},
        "RetainRecordUntil": {"type":"timestamp"},
        "RecoveryPointSelection": {"type":{"structure":"RecoveryPointSelection"}},
      },
    },
    GetPITRMalwareScanResultsInput: {
      required: ["RecoveryPointArn","BackupVaultName","ScanEndTime","MalwareScanner"],
      members: {
        "RecoveryPointArn": {"type":"string","in":"query","name":"RecoveryPointArn"},
        "BackupVaultName": {"type":"string","in":"query","name":"BackupVaultName"},
        "ScanEndTime": {"type":"timestamp","in":"query","name":"ScanEndTime"},
        "MalwareScanner": {"type":"string","in":"query","name":"MalwareScanner"},
      },
    },
    GetPITRMalwareScanResultsOutput: {
      required: ["ScanEndTime","ScanResult"],
      members: {
        "ScanEndTime": {"type":"timestamp"},
        "ScanResult": {"type":{"structure":"ScanResultInfo"}},
        "LastScanJobTime": {"type":"timestamp"},
        "ScanId": {"type":"string"},
        "ScanMode": {"type":"string"},
      },
    },
    GetRecoveryPointIndexDetailsInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
      },
    },
    GetRecoveryPointIndexDetailsOutput: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "SourceResourceArn": {"type":"string"},
        "IndexCreationDate": {"type":"timestamp"},
        "IndexDeletionDate": {"type":"timestamp"},
        "IndexCompletionDate": {"type":"timestamp"},
        "IndexStatus": {"type":"string"},
        "IndexStatusMessage": {"type":"string"},
        "TotalItemsIndexed": {"type":"number"},
      },
    },
    GetRecoveryPointRestoreMetadataInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"backupVaultAccountId"},
      },
    },
    GetRecoveryPointRestoreMetadataOutput: {
      required: [],
      members: {
        "BackupVaultArn": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "RestoreMetadata": {"type":{"map":"string"},"sensitive":true},
        "ResourceType": {"type":"string"},
      },
    },
    GetRestoreJobMetadataInput: {
      required: ["RestoreJobId"],
      members: {
        "RestoreJobId": {"type":"string","in":"label"},
      },
    },
    GetRestoreJobMetadataOutput: {
      required: [],
      members: {
        "RestoreJobId": {"type":"string"},
        "Metadata": {"type":{"map":"string"},"sensitive":true},
      },
    },
    GetRestoreTestingInferredMetadataInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"query","name":"BackupVaultName"},
        "RecoveryPointArn": {"type":"string","in":"query","name":"RecoveryPointArn"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"BackupVaultAccountId"},
      },
    },
    GetRestoreTestingInferredMetadataOutput: {
      required: ["InferredMetadata"],
      members: {
        "InferredMetadata": {"type":{"map":"string"}},
      },
    },
    GetRestoreTestingPlanInput: {
      required: ["RestoreTestingPlanName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
      },
    },
    GetRestoreTestingPlanOutput: {
      required: ["RestoreTestingPlan"],
      members: {
        "RestoreTestingPlan": {"type":{"structure":"RestoreTestingPlanForGet"}},
      },
    },
    GetRestoreTestingSelectionInput: {
      required: ["RestoreTestingPlanName","RestoreTestingSelectionName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
        "RestoreTestingSelectionName": {"type":"string","in":"label"},
      },
    },
    GetRestoreTestingSelectionOutput: {
      required: ["RestoreTestingSelection"],
      members: {
        "RestoreTestingSelection": {"type":{"structure":"RestoreTestingSelectionForGet"}},
      },
    },
    GetSupportedResourceTypesOutput: {
      required: [],
      members: {
        "ResourceTypes": {"type":{"list":"string"}},
      },
    },
    GetTieringConfigurationInput: {
      required: ["TieringConfigurationName"],
      members: {
        "TieringConfigurationName": {"type":"string","in":"label"},
      },
    },
    GetTieringConfigurationOutput: {
      required: [],
      members: {
        "TieringConfiguration": {"type":{"structure":"TieringConfiguration"}},
      },
    },
    IndexAction: {
      required: [],
      members: {
        "ResourceTypes": {"type":{"list":"string"}},
      },
    },
    IndexedRecoveryPoint: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "SourceResourceArn": {"type":"string"},
        "IamRoleArn": {"type":"string"},
        "BackupCreationDate": {"type":"timestamp"},
        "ResourceType": {"type":"string"},
        "IndexCreationDate": {"type":"timestamp"},
        "IndexStatus": {"type":"string"},
        "IndexStatusMessage": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
      },
    },
    KeyValue: {
      required: ["Key","Value"],
      members: {
        "Key": {"type":"string"},
        "Value": {"type":"string"},
      },
    },
    LatestMpaApprovalTeamUpdate: {
      required: [],
      members: {
        "MpaSessionArn": {"type":"string"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "InitiationDate": {"type":"timestamp"},
        "ExpiryDate": {"type":"timestamp"},
      },
    },
    LatestRevokeRequest: {
      required: [],
      members: {
        "MpaSessionArn": {"type":"string"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "InitiationDate": {"type":"timestamp"},
        "ExpiryDate": {"type":"timestamp"},
      },
    },
    LegalHold: {
      required: [],
      members: {
        "Title": {"type":"string"},
        "Status": {"type":"string"},
        "Description": {"type":"string"},
        "LegalHoldId": {"type":"string"},
        "LegalHoldArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CancellationDate": {"type":"timestamp"},
      },
    },
    Lifecycle: {
      required: [],
      members: {
        "MoveToColdStorageAfterDays": {"type":"number"},
        "DeleteAfterDays": {"type":"number"},
        "OptInToArchiveForSupportedResources": {"type":"boolean"},
        "DeleteAfterEvent": {"type":"string"},
      },
    },
    ListBackupJobSummariesInput: {
      required: [],
      members: {
        "AccountId": {"type":"string","in":"query","name":"AccountId"},
        "State": {"type":"string","in":"query","name":"State"},
        "ResourceType": {"type":"string","in":"query","name":"ResourceType"},
        "MessageCategory": {"type":"string","in":"query","name":"MessageCategory"},
        "AggregationPeriod": {"type":"string","in":"query","name":"AggregationPeriod"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListBackupJobSummariesOutput: {
      required: [],
      members: {
        "BackupJobSummaries": {"type":{"list":{"structure":"BackupJobSummary"}}},
        "AggregationPeriod": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListBackupJobsInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "ByResourceArn": {"type":"string","in":"query","name":"resourceArn"},
        "ByState": {"type":"string","in":"query","name":"state"},
        "ByBackupVaultName": {"type":"string","in":"query","name":"backupVaultName"},
        "ByCreatedBefore": {"type":"timestamp","in":"query","name":"createdBefore"},
        "ByCreatedAfter": {"type":"timestamp","in":"query","name":"createdAfter"},
        "ByResourceType": {"type":"string","in":"query","name":"resourceType"},
        "ByAccountId": {"type":"string","in":"query","name":"accountId"},
        "ByCompleteAfter": {"type":"timestamp","in":"query","name":"completeAfter"},
        "ByCompleteBefore": {"type":"timestamp","in":"query","name":"completeBefore"},
        "ByParentJobId": {"type":"string","in":"query","name":"parentJobId"},
        "ByMessageCategory": {"type":"string","in":"query","name":"messageCategory"},
      },
    },
    ListBackupJobsOutput: {
      required: [],
      members: {
        "BackupJobs": {"type":{"list":{"structure":"BackupJob"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListBackupPlanTemplatesInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListBackupPlanTemplatesOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "BackupPlanTemplatesList": {"type":{"list":{"structure":"BackupPlanTemplatesListMember"}}},
      },
    },
    ListBackupPlanVersionsInput: {
      required: ["BackupPlanId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListBackupPlanVersionsOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "BackupPlanVersionsList": {"type":{"list":{"structure":"BackupPlansListMember"}}},
      },
    },
    ListBackupPlansInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "IncludeDeleted": {"type":"boolean","in":"query","name":"includeDeleted"},
      },
    },
    ListBackupPlansOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "BackupPlansList": {"type":{"list":{"structure":"BackupPlansListMember"}}},
      },
    },
    ListBackupSelectionsInput: {
      required: ["BackupPlanId"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListBackupSelectionsOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "BackupSelectionsList": {"type":{"list":{"structure":"BackupSelectionsListMember"}}},
      },
    },
    ListBackupVaultsInput: {
      required: [],
      members: {
        "ByVaultType": {"type":"string","in":"query","name":"vaultType"},
        "ByShared": {"type":"boolean","in":"query","name":"shared"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListBackupVaultsOutput: {
      required: [],
      members: {
        "BackupVaultList": {"type":{"list":{"structure":"BackupVaultListMember"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListCopyJobSummariesInput: {
      required: [],
      members: {
        "AccountId": {"type":"string","in":"query","name":"AccountId"},
        "State": {"type":"string","in":"query","name":"State"},
        "ResourceType": {"type":"string","in":"query","name":"ResourceType"},
        "MessageCategory": {"type":"string","in":"query","name":"MessageCategory"},
        "AggregationPeriod": {"type":"string","in":"query","name":"AggregationPeriod"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListCopyJobSummariesOutput: {
      required: [],
      members: {
        "CopyJobSummaries": {"type":{"list":{"structure":"CopyJobSummary"}}},
        "AggregationPeriod": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListCopyJobsInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "ByResourceArn": {"type":"string","in":"query","name":"resourceArn"},
        "ByState": {"type":"string","in":"query","name":"state"},
        "ByCreatedBefore": {"type":"timestamp","in":"query","name":"createdBefore"},
        "ByCreatedAfter": {"type":"timestamp","in":"query","name":"createdAfter"},
        "ByResourceType": {"type":"string","in":"query","name":"resourceType"},
        "ByDestinationVaultArn": {"type":"string","in":"query","name":"destinationVaultArn"},
        "ByAccountId": {"type":"string","in":"query","name":"accountId"},
        "ByCompleteBefore": {"type":"timestamp","in":"query","name":"completeBefore"},
        "ByCompleteAfter": {"type":"timestamp","in":"query","name":"completeAfter"},
        "ByParentJobId": {"type":"string","in":"query","name":"parentJobId"},
        "ByMessageCategory": {"type":"string","in":"query","name":"messageCategory"},
        "BySourceRecoveryPointArn": {"type":"string","in":"query","name":"sourceRecoveryPointArn"},
      },
    },
    ListCopyJobsOutput: {
      required: [],
      members: {
        "CopyJobs": {"type":{"list":{"structure":"CopyJob"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListFrameworksInput: {
      required: [],
      members: {
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListFrameworksOutput: {
      required: [],
      members: {
        "Frameworks": {"type":{"list":{"structure":"Framework"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListIndexedRecoveryPointsInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "SourceResourceArn": {"type":"string","in":"query","name":"sourceResourceArn"},
        "CreatedBefore": {"type":"timestamp","in":"query","name":"createdBefore"},
        "CreatedAfter": {"type":"timestamp","in":"query","name":"createdAfter"},
        "ResourceType": {"type":"string","in":"query","name":"resourceType"},
        "IndexStatus": {"type":"string","in":"query","name":"indexStatus"},
      },
    },
    ListIndexedRecoveryPointsOutput: {
      required: [],
      members: {
        "IndexedRecoveryPoints": {"type":{"list":{"structure":"IndexedRecoveryPoint"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListLegalHoldsInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListLegalHoldsOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "LegalHolds": {"type":{"list":{"structure":"LegalHold"}}},
      },
    },
    ListProtectedResourcesByBackupVaultInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"backupVaultAccountId"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListProtectedResourcesByBackupVaultOutput: {
      required: [],
      members: {
        "Results": {"type":{"list":{"structure":"ProtectedResource"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListProtectedResourcesInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListProtectedResourcesOutput: {
      required: [],
      members: {
        "Results": {"type":{"list":{"structure":"ProtectedResource"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRecoveryPointsByBackupVaultInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "BackupVaultAccountId": {"type":"string","in":"query","name":"backupVaultAccountId"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "ByResourceArn": {"type":"string","in":"query","name":"resourceArn"},
        "ByResourceType": {"type":"string","in":"query","name":"resourceType"},
        "ByBackupPlanId": {"type":"string","in":"query","name":"backupPlanId"},
        "ByCreatedBefore": {"type":"timestamp","in":"query","name":"createdBefore"},
        "ByCreatedAfter": {"type":"timestamp","in":"query","name":"createdAfter"},
        "ByParentRecoveryPointArn": {"type":"string","in":"query","name":"parentRecoveryPointArn"},
      },
    },
    ListRecoveryPointsByBackupVaultOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "RecoveryPoints": {"type":{"list":{"structure":"RecoveryPointByBackupVault"}}},
      },
    },
    ListRecoveryPointsByLegalHoldInput: {
      required: ["LegalHoldId"],
      members: {
        "LegalHoldId": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListRecoveryPointsByLegalHoldOutput: {
      required: [],
      members: {
        "RecoveryPoints": {"type":{"list":{"structure":"RecoveryPointMember"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRecoveryPointsByResourceInput: {
      required: ["ResourceArn"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "ManagedByAWSBackupOnly": {"type":"boolean","in":"query","name":"managedByAWSBackupOnly"},
      },
    },
    ListRecoveryPointsByResourceOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "RecoveryPoints": {"type":{"list":{"structure":"RecoveryPointByResource"}}},
      },
    },
    ListReportJobsInput: {
      required: [],
      members: {
        "ByReportPlanName": {"type":"string","in":"query","name":"ReportPlanName"},
        "ByCreationBefore": {"type":"timestamp","in":"query","name":"CreationBefore"},
        "ByCreationAfter": {"type":"timestamp","in":"query","name":"CreationAfter"},
        "ByStatus": {"type":"string","in":"query","name":"Status"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListReportJobsOutput: {
      required: [],
      members: {
        "ReportJobs": {"type":{"list":{"structure":"ReportJob"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListReportPlansInput: {
      required: [],
      members: {
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListReportPlansOutput: {
      required: [],
      members: {
        "ReportPlans": {"type":{"list":{"structure":"ReportPlan"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRestoreAccessBackupVaultsInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListRestoreAccessBackupVaultsOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "RestoreAccessBackupVaults": {"type":{"list":{"structure":"RestoreAccessBackupVaultListMember"}}},
      },
    },
    ListRestoreJobSummariesInput: {
      required: [],
      members: {
        "AccountId": {"type":"string","in":"query","name":"AccountId"},
        "State": {"type":"string","in":"query","name":"State"},
        "ResourceType": {"type":"string","in":"query","name":"ResourceType"},
        "AggregationPeriod": {"type":"string","in":"query","name":"AggregationPeriod"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListRestoreJobSummariesOutput: {
      required: [],
      members: {
        "RestoreJobSummaries": {"type":{"list":{"structure":"RestoreJobSummary"}}},
        "AggregationPeriod": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListRestoreJobsByProtectedResourceInput: {
      required: ["ResourceArn"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
        "ByStatus": {"type":"string","in":"query","name":"status"},
        "ByRecoveryPointCreationDateAfter": {"type":"timestamp","in":"query","name":"recoveryPointCreationDateAfter"},
        "ByRecoveryPointCreationDateBefore": {"type":"timestamp","in":"query","name":"recoveryPointCreationDateBefore"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListRestoreJobsByProtectedResourceOutput: {
      required: [],
      members: {
        "RestoreJobs": {"type":{"list":{"structure":"RestoreJobsListMember"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRestoreJobsInput: {
      required: [],
      members: {
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "ByAccountId": {"type":"string","in":"query","name":"accountId"},
        "ByResourceType": {"type":"string","in":"query","name":"resourceType"},
        "ByCreatedBefore": {"type":"timestamp","in":"query","name":"createdBefore"},
        "ByCreatedAfter": {"type":"timestamp","in":"query","name":"createdAfter"},
        "ByStatus": {"type":"string","in":"query","name":"status"},
        "ByCompleteBefore": {"type":"timestamp","in":"query","name":"completeBefore"},
        "ByCompleteAfter": {"type":"timestamp","in":"query","name":"completeAfter"},
        "ByRestoreTestingPlanArn": {"type":"string","in":"query","name":"restoreTestingPlanArn"},
        "ByParentJobId": {"type":"string","in":"query","name":"parentJobId"},
      },
    },
    ListRestoreJobsOutput: {
      required: [],
      members: {
        "RestoreJobs": {"type":{"list":{"structure":"RestoreJobsListMember"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRestoreTestingPlansInput: {
      required: [],
      members: {
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListRestoreTestingPlansOutput: {
      required: ["RestoreTestingPlans"],
      members: {
        "RestoreTestingPlans": {"type":{"list":{"structure":"RestoreTestingPlanForList"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListRestoreTestingSelectionsInput: {
      required: ["RestoreTestingPlanName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListRestoreTestingSelectionsOutput: {
      required: ["RestoreTestingSelections"],
      members: {
        "RestoreTestingSelections": {"type":{"list":{"structure":"RestoreTestingSelectionForList"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListScanJobSummariesInput: {
      required: [],
      members: {
        "AccountId": {"type":"string","in":"query","name":"AccountId"},
        "ResourceType": {"type":"string","in":"query","name":"ResourceType"},
        "MalwareScanner": {"type":"string","in":"query","name":"MalwareScanner"},
        "ScanResultStatus": {"type":"string","in":"query","name":"ScanResultStatus"},
        "State": {"type":"string","in":"query","name":"State"},
        "AggregationPeriod": {"type":"string","in":"query","name":"AggregationPeriod"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListScanJobSummariesOutput: {
      required: [],
      members: {
        "ScanJobSummaries": {"type":{"list":{"structure":"ScanJobSummary"}}},
        "AggregationPeriod": {"type":"string"},
        "NextToken": {"type":"string"},
      },
    },
    ListScanJobsInput: {
      required: [],
      members: {
        "ByAccountId": {"type":"string","in":"query","name":"ByAccountId"},
        "ByBackupVaultName": {"type":"string","in":"query","name":"ByBackupVaultName"},
        "ByCompleteAfter": {"type":"timestamp","in":"query","name":"ByCompleteAfter"},
        "ByCompleteBefore": {"type":"timestamp","in":"query","name":"ByCompleteBefore"},
        "ByMalwareScanner": {"type":"string","in":"query","name":"ByMalwareScanner"},
        "ByRecoveryPointArn": {"type":"string","in":"query","name":"ByRecoveryPointArn"},
        "ByResourceArn": {"type":"string","in":"query","name":"ByResourceArn"},
        "ByResourceType": {"type":"string","in":"query","name":"ByResourceType"},
        "ByScanResultStatus": {"type":"string","in":"query","name":"ByScanResultStatus"},
        "ByState": {"type":"string","in":"query","name":"ByState"},
        "MaxResults": {"type":"number","in":"query","name":"MaxResults"},
        "NextToken": {"type":"string","in":"query","name":"NextToken"},
      },
    },
    ListScanJobsOutput: {
      required: ["ScanJobs"],
      members: {
        "ScanJobs": {"type":{"list":{"structure":"ScanJob"}}},
        "NextToken": {"type":"string"},
      },
    },
    ListTagsInput: {
      required: ["ResourceArn"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
      },
    },
    ListTagsOutput: {
      required: [],
      members: {
        "NextToken": {"type":"string"},
        "Tags": {"type":{"map":"string"},"sensitive":true},
      },
    },
    ListTieringConfigurationsInput: {
      required: [],
      members: {
        "MaxResults": {"type":"number","in":"query","name":"maxResults"},
        "NextToken": {"type":"string","in":"query","name":"nextToken"},
      },
    },
    ListTieringConfigurationsOutput: {
      required: [],
      members: {
        "TieringConfigurations": {"type":{"list":{"structure":"TieringConfigurationsListMember"}}},
        "NextToken": {"type":"string"},
      },
    },
    ProtectedResource: {
      required: [],
      members: {
        "ResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "LastBackupTime": {"type":"timestamp"},
        "ResourceName": {"type":"string"},
        "LastBackupVaultArn": {"type":"string"},
        "LastRecoveryPointArn": {"type":"string"},
      },
    },
    ProtectedResourceConditions: {
      required: [],
      members: {
        "StringEquals": {"type":{"list":{"structure":"KeyValue"}}},
        "StringNotEquals": {"type":{"list":{"structure":"KeyValue"}}},
      },
    },
    PutBackupVaultAccessPolicyInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "Policy": {"type":"string"},
      },
    },
    PutBackupVaultLockConfigurationInput: {
      required: ["BackupVaultName"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "MinRetentionDays": {"type":"number"},
        "MaxRetentionDays": {"type":"number"},
        "ChangeableForDays": {"type":"number"},
      },
    },
    PutBackupVaultNotificationsInput: {
      required: ["BackupVaultName","SNSTopicArn","BackupVaultEvents"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "SNSTopicArn": {"type":"string"},
        "BackupVaultEvents": {"type":{"list":"string"}},
      },
    },
    PutRestoreValidationResultInput: {
      required: ["RestoreJobId","ValidationStatus"],
      members: {
        "RestoreJobId": {"type":"string","in":"label"},
        "ValidationStatus": {"type":"string"},
        "ValidationStatusMessage": {"type":"string"},
      },
    },
    RecoveryPointByBackupVault: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "SourceBackupVaultArn": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RecoveryPointCreator"}},
        "IamRoleArn": {"type":"string"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "InitiationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "BackupSizeInBytes": {"type":"number"},
        "CalculatedLifecycle": {"type":{"structure":"CalculatedLifecycle"}},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "EncryptionKeyArn": {"type":"string"},
        "IsEncrypted": {"type":"boolean"},
        "LastRestoreTime": {"type":"timestamp"},
        "ParentRecoveryPointArn": {"type":"string"},
        "CompositeMemberIdentifier": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "ResourceName": {"type":"string"},
        "VaultType": {"type":"string"},
        "IndexStatus": {"type":"string"},
        "IndexStatusMessage": {"type":"string"},
        "EncryptionKeyType": {"type":"string"},
        "AggregatedScanResult": {"type":{"structure":"AggregatedScanResult"}},
      },
    },
    RecoveryPointByResource: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "EncryptionKeyArn": {"type":"string"},
        "BackupSizeBytes": {"type":"number"},
        "BackupVaultName": {"type":"string"},
        "IsParent": {"type":"boolean"},
        "ParentRecoveryPointArn": {"type":"string"},
        "ResourceName": {"type":"string"},
        "VaultType": {"type":"string"},
        "IndexStatus": {"type":"string"},
        "IndexStatusMessage": {"type":"string"},
        "EncryptionKeyType": {"type":"string"},
        "AggregatedScanResult": {"type":{"structure":"AggregatedScanResult"}},
      },
    },
    RecoveryPointCreator: {
      required: [],
      members: {
        "BackupPlanId": {"type":"string"},
        "BackupPlanArn": {"type":"string"},
        "BackupPlanName": {"type":"string"},
        "BackupPlanVersion": {"type":"string"},
        "BackupRuleId": {"type":"string"},
        "BackupRuleName": {"type":"string"},
        "BackupRuleCron": {"type":"string"},
        "BackupRuleTimezone": {"type":"string"},
      },
    },
    RecoveryPointMember: {
      required: [],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "BackupVaultName": {"type":"string"},
      },
    },
    RecoveryPointSelection: {
      required: [],
      members: {
        "VaultNames": {"type":{"list":"string"}},
        "ResourceIdentifiers": {"type":{"list":"string"}},
        "DateRange": {"type":{"structure":"DateRange"}},
      },
    },
    ReportDeliveryChannel: {
      required: ["S3BucketName"],
      members: {
        "S3BucketName": {"type":"string"},
        "S3KeyPrefix": {"type":"string"},
        "Formats": {"type":{"list":"string"}},
      },
    },
    ReportDestination: {
      required: [],
      members: {
        "S3BucketName": {"type":"string"},
        "S3Keys": {"type":{"list":"string"}},
      },
    },
    ReportJob: {
      required: [],
      members: {
        "ReportJobId": {"type":"string"},
        "ReportPlanArn": {"type":"string"},
        "ReportTemplate": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
        "CompletionTime": {"type":"timestamp"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "ReportDestination": {"type":{"structure":"ReportDestination"}},
      },
    },
    ReportPlan: {
      required: [],
      members: {
        "ReportPlanArn": {"type":"string"},
        "ReportPlanName": {"type":"string"},
        "ReportPlanDescription": {"type":"string"},
        "ReportSetting": {"type":{"structure":"ReportSetting"}},
        "ReportDeliveryChannel": {"type":{"structure":"ReportDeliveryChannel"}},
        "DeploymentStatus": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
        "LastAttemptedExecutionTime": {"type":"timestamp"},
        "LastSuccessfulExecutionTime": {"type":"timestamp"},
      },
    },
    ReportSetting: {
      required: ["ReportTemplate"],
      members: {
        "ReportTemplate": {"type":"string"},
        "FrameworkArns": {"type":{"list":"string"}},
        "NumberOfFrameworks": {"type":"number"},
        "Accounts": {"type":{"list":"string"}},
        "OrganizationUnits": {"type":{"list":"string"}},
        "Regions": {"type":{"list":"string"}},
      },
    },
    ResourceSelection: {
      required: ["Resources","TieringDownSettingsInDays","ResourceType"],
      members: {
        "Resources": {"type":{"list":"string"}},
        "TieringDownSettingsInDays": {"type":"number"},
        "ResourceType": {"type":"string"},
      },
    },
    RestoreAccessBackupVaultListMember: {
      required: [],
      members: {
        "RestoreAccessBackupVaultArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "ApprovalDate": {"type":"timestamp"},
        "VaultState": {"type":"string"},
        "LatestRevokeRequest": {"type":{"structure":"LatestRevokeRequest"}},
      },
    },
    RestoreJobCreator: {
      required: [],
      members: {
        "RestoreTestingPlanArn": {"type":"string"},
      },
    },
    RestoreJobSummary: {
      required: [],
      members: {
        "Region": {"type":"string"},
        "AccountId": {"type":"string"},
        "State": {"type":"string"},
        "ResourceType": {"type":"string"},
        "Count": {"type":"number"},
        "StartTime": {"type":"timestamp"},
        "EndTime": {"type":"timestamp"},
      },
    },
    RestoreJobsListMember: {
      required: [],
      members: {
        "AccountId": {"type":"string"},
        "RestoreJobId": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "SourceResourceArn": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "CompletionDate": {"type":"timestamp"},
        "Status": {"type":"string"},
        "StatusMessage": {"type":"string"},
        "PercentDone": {"type":"string"},
        "BackupSizeInBytes": {"type":"number"},
        "IamRoleArn": {"type":"string"},
        "ExpectedCompletionTimeMinutes": {"type":"number"},
        "CreatedResourceArn": {"type":"string"},
        "ResourceType": {"type":"string"},
        "RecoveryPointCreationDate": {"type":"timestamp"},
        "IsParent": {"type":"boolean"},
        "ParentJobId": {"type":"string"},
        "CreatedBy": {"type":{"structure":"RestoreJobCreator"}},
        "ValidationStatus": {"type":"string"},
        "ValidationStatusMessage": {"type":"string"},
        "DeletionStatus": {"type":"string"},
        "DeletionStatusMessage": {"type":"string"},
      },
    },
    RestoreTestingPlanForCreate: {
      required: ["RecoveryPointSelection","RestoreTestingPlanName","ScheduleExpression"],
      members: {
        "RecoveryPointSelection": {"type":{"structure":"RestoreTestingRecoveryPointSelection"}},
        "RestoreTestingPlanName": {"type":"string"},
        "ScheduleExpression": {"type":"string"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "StartWindowHours": {"type":"number"},
      },
    },
    RestoreTestingPlanForGet: {
      required: ["CreationTime","RecoveryPointSelection","RestoreTestingPlanArn","RestoreTestingPlanName","ScheduleExpression"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RecoveryPointSelection": {"type":{"structure":"RestoreTestingRecoveryPointSelection"}},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "ScheduleExpression": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "LastExecutionTime": {"type":"timestamp"},
        "LastUpdateTime": {"type":"timestamp"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "StartWindowHours": {"type":"number"},
      },
    },
    RestoreTestingPlanForList: {
      required: ["CreationTime","RestoreTestingPlanArn","RestoreTestingPlanName","ScheduleExpression"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "ScheduleExpression": {"type":"string"},
        "LastExecutionTime": {"type":"timestamp"},
        "LastUpdateTime": {"type":"timestamp"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "StartWindowHours": {"type":"number"},
      },
    },
    RestoreTestingPlanForUpdate: {
      required: [],
      members: {
        "RecoveryPointSelection": {"type":{"structure":"RestoreTestingRecoveryPointSelection"}},
        "ScheduleExpression": {"type":"string"},
        "ScheduleExpressionTimezone": {"type":"string"},
        "StartWindowHours": {"type":"number"},
      },
    },
    RestoreTestingRecoveryPointSelection: {
      required: [],
      members: {
        "Algorithm": {"type":"string"},
        "ExcludeVaults": {"type":{"list":"string"}},
        "IncludeVaults": {"type":{"list":"string"}},
        "RecoveryPointTypes": {"type":{"list":"string"}},
        "SelectionWindowDays": {"type":"number"},
      },
    },
    RestoreTestingSelectionForCreate: {
      required: ["IamRoleArn","ProtectedResourceType","RestoreTestingSelectionName"],
      members: {
        "IamRoleArn": {"type":"string"},
        "ProtectedResourceType": {"type":"string"},
        "RestoreTestingSelectionName": {"type":"string"},
        "ProtectedResourceArns": {"type":{"list":"string"}},
        "ProtectedResourceConditions": {"type":{"structure":"ProtectedResourceConditions"}},
        "RestoreMetadataOverrides": {"type":{"map":"string"},"sensitive":true},
        "ValidationWindowHours": {"type":"number"},
      },
    },
    RestoreTestingSelectionForGet: {
      required: ["CreationTime","IamRoleArn","ProtectedResourceType","RestoreTestingPlanName","RestoreTestingSelectionName"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "IamRoleArn": {"type":"string"},
        "ProtectedResourceType": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "RestoreTestingSelectionName": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "ProtectedResourceArns": {"type":{"list":"string"}},
        "ProtectedResourceConditions": {"type":{"structure":"ProtectedResourceConditions"}},
        "RestoreMetadataOverrides": {"type":{"map":"string"},"sensitive":true},
        "ValidationWindowHours": {"type":"number"},
      },
    },
    RestoreTestingSelectionForList: {
      required: ["CreationTime","IamRoleArn","ProtectedResourceType","RestoreTestingPlanName","RestoreTestingSelectionName"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "IamRoleArn": {"type":"string"},
        "ProtectedResourceType": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "RestoreTestingSelectionName": {"type":"string"},
        "ValidationWindowHours": {"type":"number"},
      },
    },
    RestoreTestingSelectionForUpdate: {
      required: [],
      members: {
        "IamRoleArn": {"type":"string"},
        "ProtectedResourceArns": {"type":{"list":"string"}},
        "ProtectedResourceConditions": {"type":{"structure":"ProtectedResourceConditions"}},
        "RestoreMetadataOverrides": {"type":{"map":"string"},"sensitive":true},
        "ValidationWindowHours": {"type":"number"},
      },
    },
    RevokeRestoreAccessBackupVaultInput: {
      required: ["BackupVaultName","RestoreAccessBackupVaultArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RestoreAccessBackupVaultArn": {"type":"string","in":"label"},
        "RequesterComment": {"type":"string","in":"query","name":"requesterComment","sensitive":true},
      },
    },
    ScanAction: {
      required: [],
      members: {
        "MalwareScanner": {"type":"string"},
        "ScanMode": {"type":"string"},
      },
    },
    ScanJob: {
      required: ["AccountId","BackupVaultArn","BackupVaultName","CreatedBy","CreationDate","IamRoleArn","MalwareScanner","RecoveryPointArn","ResourceArn","ResourceName","ResourceType","ScanJobId","ScanMode","ScannerRoleArn"],
      members: {
        "AccountId": {"type":"string"},
        "BackupVaultArn": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "CreatedBy": {"type":{"structure":"ScanJobCreator"}},
        "CreationDate": {"type":"timestamp"},
        "IamRoleArn": {"type":"string"},
        "MalwareScanner": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "ResourceName": {"type":"string"},
        "ResourceType": {"type":"string"},
        "ScanJobId": {"type":"string"},
        "ScanMode": {"type":"string"},
        "ScannerRoleArn": {"type":"string"},
        "CompletionDate": {"type":"timestamp"},
        "ContinuousScanEndTime": {"type":"timestamp"},
        "ContinuousScanStartTime": {"type":"timestamp"},
        "ScanBaseRecoveryPointArn": {"type":"string"},
        "ScanId": {"type":"string"},
        "ScanResult": {"type":{"structure":"ScanResultInfo"}},
        "State": {"type":"string"},
        "StatusMessage": {"type":"string"},
      },
    },
    ScanJobCreator: {
      required: ["BackupPlanArn","BackupPlanId","BackupPlanVersion","BackupRuleId"],
      members: {
        "BackupPlanArn": {"type":"string"},
        "BackupPlanId": {"type":"string"},
        "BackupPlanVersion": {"type":"string"},
        "BackupRuleId": {"type":"string"},
      },
    },
    ScanJobSummary: {
      required: [],
      members: {
        "Region": {"type":"string"},
        "AccountId": {"type":"string"},
        "State": {"type":"string"},
        "ResourceType": {"type":"string"},
        "Count": {"type":"number"},
        "StartTime": {"type":"timestamp"},
        "EndTime": {"type":"timestamp"},
        "MalwareScanner": {"type":"string"},
        "ScanResultStatus": {"type":"string"},
      },
    },
    ScanResult: {
      required: [],
      members: {
        "MalwareScanner": {"type":"string"},
        "ScanJobState": {"type":"string"},
        "LastScanTimestamp": {"type":"timestamp"},
        "Findings": {"type":{"list":"string"}},
      },
    },
    ScanResultInfo: {
      required: ["ScanResultStatus"],
      members: {
        "ScanResultStatus": {"type":"string"},
      },
    },
    ScanSetting: {
      required: [],
      members: {
        "MalwareScanner": {"type":"string"},
        "ResourceTypes": {"type":{"list":"string"}},
        "ScannerRoleArn": {"type":"string"},
      },
    },
    ScheduledPlanExecutionMember: {
      required: [],
      members: {
        "ExecutionTime": {"type":"timestamp"},
        "RuleId": {"type":"string"},
        "RuleExecutionType": {"type":"string"},
      },
    },
    StartBackupJobInput: {
      required: ["BackupVaultName","ResourceArn","IamRoleArn"],
      members: {
        "BackupVaultName": {"type":"string"},
        "ResourceArn": {"type":"string"},
        "IamRoleArn": {"type":"string"},
        "LogicallyAirGappedBackupVaultArn": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
        "StartWindowMinutes": {"type":"number"},
        "CompleteWindowMinutes": {"type":"number"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "RecoveryPointTags": {"type":{"map":"string"},"sensitive":true},
        "BackupOptions": {"type":{"map":"string"}},
        "Index": {"type":"string"},
      },
    },
    StartBackupJobOutput: {
      required: [],
      members: {
        "BackupJobId": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "IsParent": {"type":"boolean"},
      },
    },
    StartCopyJobInput: {
      required: ["RecoveryPointArn","SourceBackupVaultName","DestinationBackupVaultArn","IamRoleArn"],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "SourceBackupVaultName": {"type":"string"},
        "DestinationBackupVaultArn": {"type":"string"},
        "IamRoleArn": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
      },
    },
    StartCopyJobOutput: {
      required: [],
      members: {
        "CopyJobId": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "IsParent": {"type":"boolean"},
      },
    },
    StartReportJobInput: {
      required: ["ReportPlanName"],
      members: {
        "ReportPlanName": {"type":"string","in":"label"},
        "IdempotencyToken": {"type":"string"},
      },
    },
    StartReportJobOutput: {
      required: [],
      members: {
        "ReportJobId": {"type":"string"},
      },
    },
    StartRestoreJobInput: {
      required: ["RecoveryPointArn","Metadata"],
      members: {
        "RecoveryPointArn": {"type":"string"},
        "Metadata": {"type":{"map":"string"},"sensitive":true},
        "IamRoleArn": {"type":"string"},
        "IdempotencyToken": {"type":"string"},
        "ResourceType": {"type":"string"},
        "CopySourceTagsToRestoredResource": {"type":"boolean"},
      },
    },
    StartRestoreJobOutput: {
      required: [],
      members: {
        "RestoreJobId": {"type":"string"},
      },
    },
    StartScanJobInput: {
      required: ["BackupVaultName","IamRoleArn","MalwareScanner","RecoveryPointArn","ScanMode","ScannerRoleArn"],
      members: {
        "BackupVaultName": {"type":"string"},
        "IamRoleArn": {"type":"string"},
        "MalwareScanner": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "ScanMode": {"type":"string"},
        "ScannerRoleArn": {"type":"string"},
        "ContinuousScanEndTime": {"type":"timestamp"},
        "IdempotencyToken": {"type":"string"},
        "ScanBaseRecoveryPointArn": {"type":"string"},
      },
    },
    StartScanJobOutput: {
      required: ["CreationDate","ScanJobId"],
      members: {
        "CreationDate": {"type":"timestamp"},
        "ScanJobId": {"type":"string"},
      },
    },
    StopBackupJobInput: {
      required: ["BackupJobId"],
      members: {
        "BackupJobId": {"type":"string","in":"label"},
      },
    },
    TagResourceInput: {
      required: ["ResourceArn","Tags"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
        "Tags": {"type":{"map":"string"},"sensitive":true},
      },
    },
    TieringConfiguration: {
      required: ["TieringConfigurationName","BackupVaultName","ResourceSelection"],
      members: {
        "TieringConfigurationName": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "ResourceSelection": {"type":{"list":{"structure":"ResourceSelection"}}},
        "TieringConfigurationArn": {"type":"string"},
        "CreatorRequestId": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
        "LastUpdatedTime": {"type":"timestamp"},
      },
    },
    TieringConfigurationInputForCreate: {
      required: ["TieringConfigurationName","BackupVaultName","ResourceSelection"],
      members: {
        "TieringConfigurationName": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "ResourceSelection": {"type":{"list":{"structure":"ResourceSelection"}}},
      },
    },
    TieringConfigurationInputForUpdate: {
      required: ["ResourceSelection","BackupVaultName"],
      members: {
        "ResourceSelection": {"type":{"list":{"structure":"ResourceSelection"}}},
        "BackupVaultName": {"type":"string"},
      },
    },
    TieringConfigurationsListMember: {
      required: [],
      members: {
        "TieringConfigurationArn": {"type":"string"},
        "TieringConfigurationName": {"type":"string"},
        "BackupVaultName": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
        "LastUpdatedTime": {"type":"timestamp"},
      },
    },
    UntagResourceInput: {
      required: ["ResourceArn","TagKeyList"],
      members: {
        "ResourceArn": {"type":"string","in":"label"},
        "TagKeyList": {"type":{"list":"string"},"sensitive":true},
      },
    },
    UpdateBackupPlanInput: {
      required: ["BackupPlanId","BackupPlan"],
      members: {
        "BackupPlanId": {"type":"string","in":"label"},
        "BackupPlan": {"type":{"structure":"BackupPlanInput"}},
      },
    },
    UpdateBackupPlanOutput: {
      required: [],
      members: {
        "BackupPlanId": {"type":"string"},
        "BackupPlanArn": {"type":"string"},
        "CreationDate": {"type":"timestamp"},
        "VersionId": {"type":"string"},
        "AdvancedBackupSettings": {"type":{"list":{"structure":"AdvancedBackupSetting"}}},
        "ScanSettings": {"type":{"list":{"structure":"ScanSetting"}}},
      },
    },
    UpdateFrameworkInput: {
      required: ["FrameworkName"],
      members: {
        "FrameworkName": {"type":"string","in":"label"},
        "FrameworkDescription": {"type":"string"},
        "FrameworkControls": {"type":{"list":{"structure":"FrameworkControl"}}},
        "IdempotencyToken": {"type":"string"},
      },
    },
    UpdateFrameworkOutput: {
      required: [],
      members: {
        "FrameworkName": {"type":"string"},
        "FrameworkArn": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
      },
    },
    UpdateGlobalSettingsInput: {
      required: [],
      members: {
        "GlobalSettings": {"type":{"map":"string"}},
      },
    },
    UpdateRecoveryPointIndexSettingsInput: {
      required: ["BackupVaultName","RecoveryPointArn","Index"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
        "Index": {"type":"string"},
        "IamRoleArn": {"type":"string"},
      },
    },
    UpdateRecoveryPointIndexSettingsOutput: {
      required: [],
      members: {
        "BackupVaultName": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "IndexStatus": {"type":"string"},
        "Index": {"type":"string"},
      },
    },
    UpdateRecoveryPointLifecycleInput: {
      required: ["BackupVaultName","RecoveryPointArn"],
      members: {
        "BackupVaultName": {"type":"string","in":"label"},
        "RecoveryPointArn": {"type":"string","in":"label"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
      },
    },
    UpdateRecoveryPointLifecycleOutput: {
      required: [],
      members: {
        "BackupVaultArn": {"type":"string"},
        "RecoveryPointArn": {"type":"string"},
        "Lifecycle": {"type":{"structure":"Lifecycle"}},
        "CalculatedLifecycle": {"type":{"structure":"CalculatedLifecycle"}},
      },
    },
    UpdateRegionSettingsInput: {
      required: [],
      members: {
        "ResourceTypeOptInPreference": {"type":{"map":"boolean"}},
        "ResourceTypeManagementPreference": {"type":{"map":"boolean"}},
      },
    },
    UpdateReportPlanInput: {
      required: ["ReportPlanName"],
      members: {
        "ReportPlanName": {"type":"string","in":"label"},
        "ReportPlanDescription": {"type":"string"},
        "ReportDeliveryChannel": {"type":{"structure":"ReportDeliveryChannel"}},
        "ReportSetting": {"type":{"structure":"ReportSetting"}},
        "IdempotencyToken": {"type":"string"},
      },
    },
    UpdateReportPlanOutput: {
      required: [],
      members: {
        "ReportPlanName": {"type":"string"},
        "ReportPlanArn": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
      },
    },
    UpdateRestoreTestingPlanInput: {
      required: ["RestoreTestingPlan","RestoreTestingPlanName"],
      members: {
        "RestoreTestingPlan": {"type":{"structure":"RestoreTestingPlanForUpdate"}},
        "RestoreTestingPlanName": {"type":"string","in":"label"},
      },
    },
    UpdateRestoreTestingPlanOutput: {
      required: ["CreationTime","RestoreTestingPlanArn","RestoreTestingPlanName","UpdateTime"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "UpdateTime": {"type":"timestamp"},
      },
    },
    UpdateRestoreTestingSelectionInput: {
      required: ["RestoreTestingPlanName","RestoreTestingSelection","RestoreTestingSelectionName"],
      members: {
        "RestoreTestingPlanName": {"type":"string","in":"label"},
        "RestoreTestingSelection": {"type":{"structure":"RestoreTestingSelectionForUpdate"}},
        "RestoreTestingSelectionName": {"type":"string","in":"label"},
      },
    },
    UpdateRestoreTestingSelectionOutput: {
      required: ["CreationTime","RestoreTestingPlanArn","RestoreTestingPlanName","RestoreTestingSelectionName","UpdateTime"],
      members: {
        "CreationTime": {"type":"timestamp"},
        "RestoreTestingPlanArn": {"type":"string"},
        "RestoreTestingPlanName": {"type":"string"},
        "RestoreTestingSelectionName": {"type":"string"},
        "UpdateTime": {"type":"timestamp"},
      },
    },
    UpdateTieringConfigurationInput: {
      required: ["TieringConfigurationName","TieringConfiguration"],
      members: {
        "TieringConfigurationName": {"type":"string","in":"label"},
        "TieringConfiguration": {"type":{"structure":"TieringConfigurationInputForUpdate"}},
      },
    },
    UpdateTieringConfigurationOutput: {
      required: [],
      members: {
        "TieringConfigurationArn": {"type":"string"},
        "TieringConfigurationName": {"type":"string"},
        "CreationTime": {"type":"timestamp"},
        "LastUpdatedTime": {"type":"timestamp"},
      },
    },
  },
  errors: {
    AlreadyExistsException: {"code":"AlreadyExistsException","message":"Message"},
    ConflictException: {"code":"ConflictException","message":"Message"},
    DependencyFailureException: {"code":"DependencyFailureException","message":"Message"},
    InvalidParameterValueException: {"code":"InvalidParameterValueException","message":"Message"},
    InvalidRequestException: {"code":"InvalidRequestException","message":"Message"},
    InvalidResourceStateException: {"code":"InvalidResourceStateException","message":"Message"},
    LimitExceededException: {"code":"LimitExceededException","message":"Message"},
    MissingParameterValueException: {"code":"MissingParameterValueException","message":"Message"},
    ResourceNotFoundException: {"code":"ResourceNotFoundException","message":"Message"},
    ServiceUnavailableException: {"code":"ServiceUnavailableException","message":"Message"},
  },
};
