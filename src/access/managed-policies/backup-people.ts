import type { ManagedPolicy, ManagedStatement } from './managed-policy.ts';

/** Roles that the console's conventions name; the reason for the rule that backup roles carry AWSBackup in their names. */
const BACKUP_ROLES = ['arn:aws:iam::*:role/*AwsBackup*', 'arn:aws:iam::*:role/*AWSBackup*'];

const READ_IAM_ROLES: Omit<ManagedStatement, 'Sid'> = {
  Effect: 'Allow',
  Action: ['iam:ListRoles', 'iam:GetRole'],
  Resource: '*',
};

const READ_TAGS: Omit<ManagedStatement, 'Sid'> = {
  Effect: 'Allow',
  Action: ['tag:GetTagKeys', 'tag:GetTagValues', 'tag:GetResources'],
  Resource: '*',
};

const READ_ORGANIZATION: Omit<ManagedStatement, 'Sid'> = {
  Effect: 'Allow',
  Action: 'organizations:DescribeOrganization',
  Resource: '*',
};

const LEFT_OUT = 'Left out: the rights to describe and delete in the protected services, for the console.';

export const backupFullAccess: ManagedPolicy = {
  name: 'AWSBackupFullAccess',
  path: '/',
  description:
    'This policy is for backup administrators, granting full access to AWS Backup operations, including creating or editing backup plans, assigning AWS resources to backup plans, deleting backups, and restoring backups.',
  versionId: 'v17',
  createdAt: Date.UTC(2019, 10, 18, 22, 21, 19),
  updatedAt: Date.UTC(2023, 10, 27, 17, 33, 10),
  difference: LEFT_OUT,
  statements: [
    { Sid: 'AwsBackupAllAccessPermissions', Effect: 'Allow', Action: 'backup:*', Resource: '*' },
    { Sid: 'AwsBackupStorageAllAccessPermissions', Effect: 'Allow', Action: 'backup-storage:*', Resource: '*' },
    { Sid: 'ResourceGroupTaggingPermissions', ...READ_TAGS },
    { Sid: 'IamRolePermissions', ...READ_IAM_ROLES },
    {
      Sid: 'IamPassRolePermissions',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: BACKUP_ROLES,
      Condition: {
        StringEquals: { 'iam:PassedToService': ['backup.amazonaws.com', 'restore-testing.backup.amazonaws.com'] },
      },
    },
    { Sid: 'AwsOrganizationsPermissions', ...READ_ORGANIZATION },
    {
      Sid: 'KmsPermissions',
      Effect: 'Allow',
      Action: ['kms:ListKeys', 'kms:DescribeKey', 'kms:GenerateDataKey', 'kms:ListAliases'],
      Resource: '*',
    },
    {
      Sid: 'KmsCreateGrantPermissions',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: '*',
      Condition: {
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:backup:backup-vault' },
        Bool: { 'kms:GrantIsForAWSResource': 'true' },
        StringLike: { 'kms:ViaService': 'backup.*.amazonaws.com' },
      },
    },
    {
      Sid: 'IamCreateServiceLinkedRolePermissions',
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: '*',
      Condition: {
        StringEquals: { 'iam:AWSServiceName': ['backup.amazonaws.com', 'restore-testing.backup.amazonaws.com'] },
      },
    },
    {
      Sid: 'ResourceAccessManagerPermissions',
      Effect: 'Allow',
      Action: ['ram:GetResourceShareAssociations'],
      Resource: '*',
    },
  ],
};

export const backupOperatorAccess: ManagedPolicy = {
  name: 'AWSBackupOperatorAccess',
  path: '/',
  description:
    'This policy grants users permissions to assign AWS resources to backup plans, create on-demand backups, and restore backups. This policy does not allow the user to create or edit backup plans or to delete scheduled backups after they are created.',
  versionId: 'v16',
  createdAt: Date.UTC(2019, 10, 18, 22, 23, 15),
  updatedAt: Date.UTC(2024, 6, 24, 18, 58, 33),
  difference: LEFT_OUT,
  statements: [
    {
      Sid: 'AwsBackupAllAccess',
      Effect: 'Allow',
      Action: [
        'backup:Get*',
        'backup:List*',
        'backup:Describe*',
        'backup:CreateBackupSelection',
        'backup:DeleteBackupSelection',
        'backup:StartBackupJob',
        'backup:StartRestoreJob',
        'backup:StartCopyJob',
      ],
      Resource: '*',
    },
    { Sid: 'TagReadAccess', ...READ_TAGS },
    { Sid: 'IAMRoleAccess', ...READ_IAM_ROLES },
    {
      Sid: 'PassRoleAccess',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: BACKUP_ROLES,
      Condition: { StringLike: { 'iam:PassedToService': 'backup.amazonaws.com' } },
    },
    { Sid: 'OrganizationsAccess', ...READ_ORGANIZATION },
    { Sid: 'RAMAccess', Effect: 'Allow', Action: ['ram:GetResourceShareAssociations'], Resource: '*' },
  ],
};

const FOR_BACKUP = { StringEquals: { 'organizations:ServicePrincipal': ['backup.amazonaws.com'] } };

export const backupOrganizationAdminAccess: ManagedPolicy = {
  name: 'AWSBackupOrganizationAdminAccess',
  path: '/',
  description:
    'This policy is for backup administrators who use cross-account backup management to manage backups for AWS Organizations',
  versionId: 'v3',
  createdAt: Date.UTC(2020, 5, 24, 16, 23, 29),
  updatedAt: Date.UTC(2022, 10, 18, 18, 26, 40),
  statements: [
    {
      Effect: 'Allow',
      Action: [
        'organizations:DisableAWSServiceAccess',
        'organizations:EnableAWSServiceAccess',
        'organizations:ListDelegatedAdministrators',
      ],
      Resource: '*',
      Condition: FOR_BACKUP,
    },
    {
      Effect: 'Allow',
      Action: ['organizations:RegisterDelegatedAdministrator', 'organizations:DeregisterDelegatedAdministrator'],
      Resource: 'arn:aws:organizations::*:account/*',
      Condition: FOR_BACKUP,
    },
    {
      Effect: 'Allow',
      Action: [
        'organizations:AttachPolicy',
        'organizations:ListPoliciesForTarget',
        'organizations:ListTargetsForPolicy',
        'organizations:DetachPolicy',
        'organizations:DisablePolicyType',
        'organizations:DescribePolicy',
        'organizations:DescribeEffectivePolicy',
        'organizations:ListPolicies',
        'organizations:EnablePolicyType',
        'organizations:CreatePolicy',
        'organizations:UpdatePolicy',
        'organizations:DeletePolicy',
      ],
      Resource: '*',
      Condition: { StringLikeIfExists: { 'organizations:PolicyType': ['BACKUP_POLICY'] } },
    },
    {
      Effect: 'Allow',
      Action: [
        'organizations:ListRoots',
        'organizations:ListParents',
        'organizations:ListAWSServiceAccessForOrganization',
        'organizations:ListAccountsForParent',
        'organizations:ListAccounts',
        'organizations:DescribeOrganization',
        'organizations:ListOrganizationalUnitsForParent',
        'organizations:ListChildren',
        'organizations:DescribeAccount',
        'organizations:DescribeOrganizationalUnit',
      ],
      Resource: '*',
    },
  ],
};
