import type * as Account from '@aws-sdk/client-account';
import type * as Backup from '@aws-sdk/client-backup';
import type * as Ec2 from '@aws-sdk/client-ec2';
import type * as Iam from '@aws-sdk/client-iam';
import type * as Kms from '@aws-sdk/client-kms';
import type * as Organizations from '@aws-sdk/client-organizations';
import type * as Rds from '@aws-sdk/client-rds';
import type * as Sts from '@aws-sdk/client-sts';
import type { GetResourcesInput, GetResourcesOutput } from './tagging.ts';

/** Which part an account plays when a call is made in it. */
export type Side = 'source' | 'destination' | 'management';

interface CallEntry {
  /** Where the call is made; nowhere for a call that needs no permission. */
  readonly sides: readonly Side[];
  /** What the reader's policy has to name as `Resource`, where the action knows resources. */
  readonly resources: readonly string[];
  /** In our words, for the reader of the policy. */
  readonly purpose: string;
}

const VAULTS = ['arn:*:backup:*:*:backup-vault:*'];
/** Recovery points are named by the services that own them. */
const POINTS = [
  'arn:*:backup:*:*:recovery-point:*',
  'arn:*:ec2:*::snapshot/*',
  'arn:*:ec2:*::image/*',
  'arn:*:rds:*:*:snapshot:*',
  'arn:*:rds:*:*:cluster-snapshot:*',
  'arn:*:fsx:*:*:backup/*',
  'arn:*:dynamodb:*:*:table/*/backup/*',
  'arn:*:redshift:*:*:snapshot:*/*',
  'arn:*:redshift-serverless:*:*:snapshot/*',
];
const PLANS = ['arn:*:backup:*:*:backup-plan:*'];
const KEYS = ['arn:*:kms:*:*:key/*'];
const ANY = ['*'];
const BOTH: readonly Side[] = ['source', 'destination'];
const ALL: readonly Side[] = ['source', 'destination', 'management'];
const MANAGEMENT: readonly Side[] = ['management'];

const call = (sides: readonly Side[], resources: readonly string[], purpose: string): CallEntry => ({
  sides,
  resources,
  purpose,
});

/**
 * Every call that the live reader makes, and no other: it asks by the names of this table, and `doctor permissions` prints its policy from
 * it. All of them read. The name is the IAM action as well.
 */
export const CALLS = {
  'sts:GetCallerIdentity': call([], ANY, 'which account the credentials open'),
  'backup:DescribeBackupVault': call(BOTH, VAULTS, 'the vault: its key, type and lock'),
  'backup:ListBackupVaults': call(BOTH, ANY, 'whether a vault exists, and which one holds a point'),
  'backup:GetBackupVaultAccessPolicy': call(BOTH, VAULTS, 'who may copy into the vault'),
  'backup:ListTags': call(BOTH, [...VAULTS, ...POINTS], 'tags of vaults and points, which policies ask for'),
  'backup:DescribeRecoveryPoint': call(BOTH, POINTS, 'the recovery point: its type, key, tier and life'),
  'backup:GetRecoveryPointRestoreMetadata': call(BOTH, POINTS, 'which kind of FSx file system a point is of'),
  'backup:ListRecoveryPointsByBackupVault': call(BOTH, VAULTS, 'which resources a plan has backed up'),
  'backup:DescribeGlobalSettings': call(ALL, ANY, "the organization's switch for cross-account copies"),
  'backup:DescribeRegionSettings': call(ALL, ANY, 'which resource types are opted in'),
  'backup:DescribeCopyJob': call(BOTH, ANY, 'a copy job and its message'),
  'backup:ListCopyJobs': call(BOTH, ANY, 'copies of the past'),
  'backup:ListBackupPlans': call(BOTH, ANY, 'plans that copy'),
  'backup:GetBackupPlan': call(BOTH, PLANS, 'rules and copy actions of a plan'),
  'backup:ListBackupSelections': call(BOTH, PLANS, 'what a plan selects'),
  'backup:GetBackupSelection': call(BOTH, PLANS, 'what a plan selects, and its role'),
  'kms:DescribeKey': call(BOTH, KEYS, 'state and manager of a key'),
  'kms:GetKeyPolicy': call(BOTH, KEYS, 'who may use a key'),
  'kms:ListGrants': call(BOTH, KEYS, 'grants on a key'),
  'kms:ListAliases': call(BOTH, ANY, 'aliases of a key'),
  'kms:ListResourceTags': call(BOTH, KEYS, 'tags of a key, which policies ask for'),
  'iam:GetRole': call(BOTH, ANY, 'trust policy, tags and boundary of a role'),
  'iam:ListAttachedRolePolicies': call(BOTH, ANY, 'managed policies of a role'),
  'iam:ListRolePolicies': call(BOTH, ANY, 'inline policies of a role'),
  'iam:GetRolePolicy': call(BOTH, ANY, 'inline policies of a role'),
  'iam:ListRoles': call(['destination'], ANY, 'which services have their roles, for a restore'),
  'iam:GetPolicy': call(BOTH, ANY, 'which version of a managed policy is in force'),
  'iam:GetPolicyVersion': call(BOTH, ANY, 'the document of a managed policy'),
  'organizations:DescribeOrganization': call(ALL, ANY, 'which organization an account is in'),
  'organizations:DescribeAccount': call(MANAGEMENT, ANY, 'where in the organization an account stands'),
  'organizations:ListParents': call(MANAGEMENT, ANY, 'where in the organization an account stands'),
  'organizations:ListRoots': call(MANAGEMENT, ANY, 'which types of policy are in force'),
  'organizations:ListAccounts': call(MANAGEMENT, ANY, 'accounts of the organization'),
  'organizations:ListPoliciesForTarget': call(MANAGEMENT, ANY, 'service and resource control policies'),
  'organizations:DescribePolicy': call(MANAGEMENT, ANY, 'documents of service and resource control policies'),
  'organizations:DescribeEffectivePolicy': call(ALL, ANY, 'the effective tag policy'),
  'ec2:GetAllowedImagesSettings': call(['destination'], ANY, 'whether images of the source account are allowed'),
  'ec2:DescribeImages': call(BOTH, ANY, 'tags of an image, and whether it is from AWS Marketplace'),
  'ec2:DescribeSnapshots': call(BOTH, ANY, 'tags of a snapshot'),
  'ec2:DescribeVolumes': call(['source'], ANY, 'the key of a volume that a plan is going to back up'),
  'rds:DescribeDBInstances': call(['source'], ANY, 'the key of a database that a plan is going to back up'),
  'rds:DescribeDBClusters': call(['source'], ANY, 'the key of a cluster that a plan is going to back up'),
  'rds:DescribeDBSnapshots': call(['source'], ANY, 'engine and option group of a database snapshot'),
  'rds:DescribeDBClusterSnapshots': call(['source'], ANY, 'engine of a cluster snapshot'),
  'rds:DescribeOptionGroups': call(['source'], ANY, 'options that a snapshot carries along for ever'),
  'rds:DescribeAccountAttributes': call(['destination'], ANY, 'how many snapshots the quota leaves'),
  'rds:ListTagsForResource': call(BOTH, ANY, 'tags of a database snapshot'),
  'tag:GetResources': call(['source'], ANY, 'which resources a plan selects by their tags'),
  'account:GetRegionOptStatus': call(BOTH, ANY, 'whether the Region is enabled'),
} as const satisfies Record<string, CallEntry>;

export type CallName = keyof typeof CALLS;
export type ServiceId = CallName extends `${infer Service}:${string}` ? Service : never;

/** Inputs and outputs of the calls, from the SDK's own types. */
export interface CallShapes {
  'sts:GetCallerIdentity': [Sts.GetCallerIdentityCommandInput, Sts.GetCallerIdentityCommandOutput];
  'backup:DescribeBackupVault': [Backup.DescribeBackupVaultCommandInput, Backup.DescribeBackupVaultCommandOutput];
  'backup:ListBackupVaults': [Backup.ListBackupVaultsCommandInput, Backup.ListBackupVaultsCommandOutput];
  'backup:GetBackupVaultAccessPolicy': [
    Backup.GetBackupVaultAccessPolicyCommandInput,
    Backup.GetBackupVaultAccessPolicyCommandOutput,
  ];
  'backup:ListTags': [Backup.ListTagsCommandInput, Backup.ListTagsCommandOutput];
  'backup:DescribeRecoveryPoint': [Backup.DescribeRecoveryPointCommandInput, Backup.DescribeRecoveryPointCommandOutput];
  'backup:GetRecoveryPointRestoreMetadata': [
    Backup.GetRecoveryPointRestoreMetadataCommandInput,
    Backup.GetRecoveryPointRestoreMetadataCommandOutput,
  ];
  'backup:ListRecoveryPointsByBackupVault': [
    Backup.ListRecoveryPointsByBackupVaultCommandInput,
    Backup.ListRecoveryPointsByBackupVaultCommandOutput,
  ];
  'backup:DescribeGlobalSettings': [
    Backup.DescribeGlobalSettingsCommandInput,
    Backup.DescribeGlobalSettingsCommandOutput,
  ];
  'backup:DescribeRegionSettings': [
    Backup.DescribeRegionSettingsCommandInput,
    Backup.DescribeRegionSettingsCommandOutput,
  ];
  'backup:DescribeCopyJob': [Backup.DescribeCopyJobCommandInput, Backup.DescribeCopyJobCommandOutput];
  'backup:ListCopyJobs': [Backup.ListCopyJobsCommandInput, Backup.ListCopyJobsCommandOutput];
  'backup:ListBackupPlans': [Backup.ListBackupPlansCommandInput, Backup.ListBackupPlansCommandOutput];
  'backup:GetBackupPlan': [Backup.GetBackupPlanCommandInput, Backup.GetBackupPlanCommandOutput];
  'backup:ListBackupSelections': [Backup.ListBackupSelectionsCommandInput, Backup.ListBackupSelectionsCommandOutput];
  'backup:GetBackupSelection': [Backup.GetBackupSelectionCommandInput, Backup.GetBackupSelectionCommandOutput];
  'kms:DescribeKey': [Kms.DescribeKeyCommandInput, Kms.DescribeKeyCommandOutput];
  'kms:GetKeyPolicy': [Kms.GetKeyPolicyCommandInput, Kms.GetKeyPolicyCommandOutput];
  'kms:ListGrants': [Kms.ListGrantsCommandInput, Kms.ListGrantsCommandOutput];
  'kms:ListAliases': [Kms.ListAliasesCommandInput, Kms.ListAliasesCommandOutput];
  'kms:ListResourceTags': [Kms.ListResourceTagsCommandInput, Kms.ListResourceTagsCommandOutput];
  'iam:GetRole': [Iam.GetRoleCommandInput, Iam.GetRoleCommandOutput];
  'iam:ListAttachedRolePolicies': [Iam.ListAttachedRolePoliciesCommandInput, Iam.ListAttachedRolePoliciesCommandOutput];
  'iam:ListRolePolicies': [Iam.ListRolePoliciesCommandInput, Iam.ListRolePoliciesCommandOutput];
  'iam:GetRolePolicy': [Iam.GetRolePolicyCommandInput, Iam.GetRolePolicyCommandOutput];
  'iam:ListRoles': [Iam.ListRolesCommandInput, Iam.ListRolesCommandOutput];
  'iam:GetPolicy': [Iam.GetPolicyCommandInput, Iam.GetPolicyCommandOutput];
  'iam:GetPolicyVersion': [Iam.GetPolicyVersionCommandInput, Iam.GetPolicyVersionCommandOutput];
  'organizations:DescribeOrganization': [
    Organizations.DescribeOrganizationCommandInput,
    Organizations.DescribeOrganizationCommandOutput,
  ];
  'organizations:DescribeAccount': [
    Organizations.DescribeAccountCommandInput,
    Organizations.DescribeAccountCommandOutput,
  ];
  'organizations:ListParents': [Organizations.ListParentsCommandInput, Organizations.ListParentsCommandOutput];
  'organizations:ListRoots': [Organizations.ListRootsCommandInput, Organizations.ListRootsCommandOutput];
  'organizations:ListAccounts': [Organizations.ListAccountsCommandInput, Organizations.ListAccountsCommandOutput];
  'organizations:ListPoliciesForTarget': [
    Organizations.ListPoliciesForTargetCommandInput,
    Organizations.ListPoliciesForTargetCommandOutput,
  ];
  'organizations:DescribePolicy': [Organizations.DescribePolicyCommandInput, Organizations.DescribePolicyCommandOutput];
  'organizations:DescribeEffectivePolicy': [
    Organizations.DescribeEffectivePolicyCommandInput,
    Organizations.DescribeEffectivePolicyCommandOutput,
  ];
  'ec2:GetAllowedImagesSettings': [Ec2.GetAllowedImagesSettingsCommandInput, Ec2.GetAllowedImagesSettingsCommandOutput];
  'ec2:DescribeImages': [Ec2.DescribeImagesCommandInput, Ec2.DescribeImagesCommandOutput];
  'ec2:DescribeSnapshots': [Ec2.DescribeSnapshotsCommandInput, Ec2.DescribeSnapshotsCommandOutput];
  'ec2:DescribeVolumes': [Ec2.DescribeVolumesCommandInput, Ec2.DescribeVolumesCommandOutput];
  'rds:DescribeDBInstances': [Rds.DescribeDBInstancesCommandInput, Rds.DescribeDBInstancesCommandOutput];
  'rds:DescribeDBClusters': [Rds.DescribeDBClustersCommandInput, Rds.DescribeDBClustersCommandOutput];
  'rds:DescribeDBSnapshots': [Rds.DescribeDBSnapshotsCommandInput, Rds.DescribeDBSnapshotsCommandOutput];
  'rds:DescribeDBClusterSnapshots': [
    Rds.DescribeDBClusterSnapshotsCommandInput,
    Rds.DescribeDBClusterSnapshotsCommandOutput,
  ];
  'rds:DescribeOptionGroups': [Rds.DescribeOptionGroupsCommandInput, Rds.DescribeOptionGroupsCommandOutput];
  'rds:DescribeAccountAttributes': [
    Rds.DescribeAccountAttributesCommandInput,
    Rds.DescribeAccountAttributesCommandOutput,
  ];
  'rds:ListTagsForResource': [Rds.ListTagsForResourceCommandInput, Rds.ListTagsForResourceCommandOutput];
  'tag:GetResources': [GetResourcesInput, GetResourcesOutput];
  'account:GetRegionOptStatus': [Account.GetRegionOptStatusCommandInput, Account.GetRegionOptStatusCommandOutput];
}

export type InputOf<Name extends CallName> = CallShapes[Name][0];
export type OutputOf<Name extends CallName> = CallShapes[Name][1];
