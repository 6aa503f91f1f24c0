import type { ManagedPolicy } from './managed-policy.ts';

const SNAPSHOTS = 'arn:aws:ec2:*::snapshot/*';
const IMAGES = 'arn:aws:ec2:*::image/*';

/** The services through which the role's key calls arrive, for types that AWS Backup does not fully manage. */
const VIA_OWNING_SERVICE = { 'kms:ViaService': ['ec2.*.amazonaws.com', 'rds.*.amazonaws.com', 'fsx.*.amazonaws.com'] };

/** INFERRED: the service through which they arrive for fully managed types. No published document tells. */
const VIA_BACKUP = { 'kms:ViaService': ['backup.*.amazonaws.com'] };

const MANAGED_BY_BACKUP = { Null: { 'ec2:ResourceTag/AWSBackupManagedResource': 'false' } };

/** What AWSServiceRoleForBackup of the destination account may do: it is the one that copies. */
export const backupServiceLinkedRole: ManagedPolicy = {
  name: 'AWSBackupServiceLinkedRolePolicyForBackup',
  path: '/aws-service-role/',
  description: 'Provides AWS Backup permission to create backups on your behalf across AWS services',
  versionId: 'v31',
  createdAt: Date.UTC(2020, 5, 2, 23, 8, 22),
  updatedAt: Date.UTC(2026, 1, 12, 17, 59, 0),
  difference:
    'Left out: DynamoDB, Storage Gateway, Backup gateway, EventBridge, SAP HANA, Timestream, Redshift, CloudFormation and DSQL. ' +
    'Added: the two statements whose Sid begins with Inferred.',
  statements: [
    {
      Sid: 'EFSResourcePermissions',
      Effect: 'Allow',
      Action: ['elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags'],
      Resource: 'arn:aws:elasticfilesystem:*:*:file-system/*',
      Condition: { StringLike: { 'aws:ResourceTag/aws:elasticfilesystem:default-backup': 'enabled' } },
    },
    {
      Sid: 'DescribePermissions',
      Effect: 'Allow',
      Action: [
        'tag:GetResources',
        'elasticfilesystem:DescribeFileSystems',
        'dynamodb:ListTables',
        'storagegateway:ListVolumes',
        'ec2:DescribeVolumes',
        'ec2:DescribeInstances',
        'rds:DescribeDBInstances',
        'rds:DescribeDBClusters',
        'fsx:DescribeFileSystems',
        'fsx:DescribeVolumes',
        's3:ListAllMyBuckets',
        's3:GetBucketTagging',
      ],
      Resource: '*',
    },
    {
      Sid: 'SnapshotCopyTagPermissions',
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: SNAPSHOTS,
      Condition: { StringEquals: { 'ec2:CreateAction': 'CopySnapshot' } },
    },
    {
      Sid: 'EC2CreateBackupTagPermissions',
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: [IMAGES, SNAPSHOTS],
      Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['AWSBackupManagedResource'] } },
    },
    {
      Sid: 'EC2CreateTagsPermissions',
      Effect: 'Allow',
      Action: 'ec2:CreateTags',
      Resource: [IMAGES, SNAPSHOTS],
      Condition: MANAGED_BY_BACKUP,
    },
    {
      Sid: 'EC2RDSDescribePermissions',
      Effect: 'Allow',
      Action: [
        'ec2:DescribeSnapshots',
        'ec2:DescribeSnapshotTierStatus',
        'ec2:DescribeImages',
        'rds:DescribeDBSnapshots',
        'rds:DescribeDBClusterSnapshots',
      ],
      Resource: '*',
    },
    { Sid: 'EBSCopyPermissions', Effect: 'Allow', Action: 'ec2:CopySnapshot', Resource: SNAPSHOTS },
    { Sid: 'EC2CopyPermissions', Effect: 'Allow', Action: 'ec2:CopyImage', Resource: '*' },
    {
      Sid: 'EC2ModifyPermissions',
      Effect: 'Allow',
      Action: ['ec2:DeregisterImage', 'ec2:DeleteSnapshot', 'ec2:ModifySnapshotTier'],
      Resource: '*',
      Condition: MANAGED_BY_BACKUP,
    },
    {
      Sid: 'RDSInstanceAndSnashotPermissions',
      Effect: 'Allow',
      Action: [
        'rds:AddTagsToResource',
        'rds:CopyDBSnapshot',
        'rds:DeleteDBSnapshot',
        'rds:DeleteDBInstanceAutomatedBackup',
      ],
      Resource: 'arn:aws:rds:*:*:snapshot:awsbackup:*',
    },
    {
      Sid: 'RDSClusterPermissions',
      Effect: 'Allow',
      Action: ['rds:AddTagsToResource', 'rds:CopyDBClusterSnapshot', 'rds:DeleteDBClusterSnapshot'],
      Resource: 'arn:aws:rds:*:*:cluster-snapshot:awsbackup:*',
    },
    {
      Sid: 'RDSSnapshotTenantDatabasePermissions',
      Effect: 'Allow',
      Action: ['rds:AddTagsToResource'],
      Resource: ['arn:aws:rds:*:*:snapshot-tenant-database:awsbackup:*'],
    },
    { Sid: 'KMSDescribePermissions', Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' },
    {
      Sid: 'KMSGrantPermissions',
      Effect: 'Allow',
      Action: ['kms:ListGrants', 'kms:ReEncryptFrom', 'kms:GenerateDataKeyWithoutPlaintext'],
      Resource: '*',
      Condition: { StringLike: VIA_OWNING_SERVICE },
    },
    {
      Sid: 'KMSCreateGrantPermissions',
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringLike: VIA_OWNING_SERVICE },
    },
    {
      // INFERRED: AWS's document has no statement for fully managed types, yet their copies are decrypted and encrypted by somebody.
      // We let the same role do it through AWS Backup itself, so that the source key's policy decides as it does for the other types.
      Sid: 'InferredKMSFullyManagedPermissions',
      Effect: 'Allow',
      Action: [
        'kms:ListGrants',
        'kms:Decrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:GenerateDataKeyWithoutPlaintext',
      ],
      Resource: '*',
      Condition: { StringLike: VIA_BACKUP },
    },
    {
      Sid: 'InferredKMSFullyManagedGrantPermissions',
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringLike: VIA_BACKUP },
    },
    {
      Sid: 'FsxPermissions',
      Effect: 'Allow',
      Action: ['fsx:CopyBackup', 'fsx:TagResource', 'fsx:DescribeBackups', 'fsx:DeleteBackup'],
      Resource: 'arn:aws:fsx:*:*:backup/*',
    },
    {
      Sid: 'RecoveryPointTaggingPermissions',
      Effect: 'Allow',
      Action: ['backup:TagResource'],
      Resource: 'arn:aws:backup:*:*:recovery-point:*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
    },
    {
      Sid: 'OrgsListDelegatedAdmins',
      Effect: 'Allow',
      Action: ['organizations:ListDelegatedAdministrators'],
      Resource: '*',
    },
  ],
};
