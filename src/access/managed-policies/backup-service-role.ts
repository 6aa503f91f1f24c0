import type { ManagedPolicy } from './managed-policy.ts';

const SNAPSHOTS = 'arn:aws:ec2:*::snapshot/*';
const FSX_BACKUPS = 'arn:aws:fsx:*:*:backup/*';

/** Set by AWS Backup on what it makes, so that only its own snapshots are shared. */
const MADE_BY_BACKUP = { Null: { 'aws:ResourceTag/aws:backup:source-resource': 'false' } };

/** What the source role may do: back up, make the backup available to another account, tag. The copying itself is not its work. */
export const backupServiceRole: ManagedPolicy = {
  name: 'AWSBackupServiceRolePolicyForBackup',
  path: '/service-role/',
  description: 'Provides AWS Backup permission to create backups on your behalf across AWS services',
  versionId: 'v30',
  createdAt: Date.UTC(2019, 0, 10, 21, 1, 28),
  updatedAt: Date.UTC(2026, 1, 23, 19, 42, 11),
  difference:
    'Left out: SSM, Redshift, Redshift Serverless, Timestream, SAP HANA, DSQL, EKS, GuardDuty, CloudFormation and Backup gateway.',
  statements: [
    {
      Sid: 'DynamoDBPermissions',
      Effect: 'Allow',
      Action: ['dynamodb:DescribeTable', 'dynamodb:CreateBackup'],
      Resource: 'arn:aws:dynamodb:*:*:table/*',
    },
    {
      Sid: 'DynamoDBBackupResourcePermissions',
      Effect: 'Allow',
      Action: ['dynamodb:DescribeBackup', 'dynamodb:DeleteBackup'],
      Resource: 'arn:aws:dynamodb:*:*:table/*/backup/*',
    },
    {
      // AWS's own misnomer: these are RDS's.
      Sid: 'DynamoDBBackupPermissions',
      Effect: 'Allow',
      Action: [
        'rds:AddTagsToResource',
        'rds:ListTagsForResource',
        'rds:DescribeDBSnapshots',
        'rds:CreateDBSnapshot',
        'rds:CopyDBSnapshot',
        'rds:DescribeDBInstances',
        'rds:CreateDBClusterSnapshot',
        'rds:DescribeDBClusters',
        'rds:DescribeDBClusterSnapshots',
        'rds:CopyDBClusterSnapshot',
        'rds:DescribeDBClusterAutomatedBackups',
      ],
      Resource: '*',
    },
    {
      Sid: 'RDSBackupPermissions',
      Effect: 'Allow',
      Action: ['rds:DeleteDBSnapshot', 'rds:ModifyDBSnapshotAttribute'],
      Resource: ['arn:aws:rds:*:*:snapshot:awsbackup:*'],
    },
    {
      Sid: 'RDSClusterModifyPermissions',
      Effect: 'Allow',
      Action: ['rds:DeleteDBClusterSnapshot', 'rds:ModifyDBClusterSnapshotAttribute'],
      Resource: ['arn:aws:rds:*:*:cluster-snapshot:awsbackup:*'],
    },
    {
      Sid: 'StorageGatewayPermissions',
      Effect: 'Allow',
      Action: ['storagegateway:CreateSnapshot', 'storagegateway:ListTagsForResource'],
      Resource: 'arn:aws:storagegateway:*:*:gateway/*/volume/*',
    },
    { Sid: 'EBSCopyPermissions', Effect: 'Allow', Action: ['ec2:CopySnapshot'], Resource: SNAPSHOTS },
    { Sid: 'EC2CopyPermissions', Effect: 'Allow', Action: ['ec2:CopyImage'], Resource: '*' },
    {
      Sid: 'EBSTagAndDeletePermissions',
      Effect: 'Allow',
      Action: ['ec2:CreateTags', 'ec2:DeleteSnapshot'],
      Resource: SNAPSHOTS,
    },
    {
      Sid: 'EC2Permissions',
      Effect: 'Allow',
      Action: [
        'ec2:CreateImage',
        'ec2:DeregisterImage',
        'ec2:DescribeSnapshots',
        'ec2:DescribeTags',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceAttribute',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSnapshotTierStatus',
      ],
      Resource: '*',
    },
    { Sid: 'EC2TagPermissions', Effect: 'Allow', Action: ['ec2:CreateTags'], Resource: 'arn:aws:ec2:*:*:image/*' },
    {
      Sid: 'EC2ModifyPermissions',
      Effect: 'Allow',
      Action: ['ec2:ModifySnapshotAttribute', 'ec2:ModifyImageAttribute'],
      Resource: '*',
      Condition: MADE_BY_BACKUP,
    },
    {
      Sid: 'EBSSnapshotTierPermissions',
      Effect: 'Allow',
      Action: ['ec2:ModifySnapshotTier'],
      Resource: SNAPSHOTS,
      Condition: MADE_BY_BACKUP,
    },
    {
      Sid: 'BackupVaultPermissions',
      Effect: 'Allow',
      Action: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
      Resource: 'arn:aws:backup:*:*:backup-vault:*',
    },
    { Sid: 'BackupVaultCopyPermissions', Effect: 'Allow', Action: ['backup:CopyFromBackupVault'], Resource: '*' },
    {
      Sid: 'EFSPermissions',
      Effect: 'Allow',
      Action: ['elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags'],
      Resource: 'arn:aws:elasticfilesystem:*:*:file-system/*',
    },
    {
      Sid: 'EBSResourcePermissions',
      Effect: 'Allow',
      Action: ['ec2:CreateSnapshot', 'ec2:DeleteSnapshot', 'ec2:DescribeVolumes', 'ec2:DescribeSnapshots'],
      Resource: '*',
    },
    {
      Sid: 'KMSDynamoDBPermissions',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: '*',
      Condition: { StringLike: { 'kms:ViaService': ['dynamodb.*.amazonaws.com'] } },
    },
    { Sid: 'KMSPermissions', Effect: 'Allow', Action: 'kms:DescribeKey', Resource: '*' },
    {
      Sid: 'KMSCreateGrantPermissions',
      Effect: 'Allow',
      Action: 'kms:CreateGrant',
      Resource: '*',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    },
    {
      Sid: 'KMSEC2Permissions',
      Effect: 'Allow',
      Action: ['kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptTo', 'kms:ReEncryptFrom'],
      Resource: 'arn:aws:kms:*:*:key/*',
      Condition: {
        StringLike: { 'kms:ViaService': ['ec2.*.amazonaws.com'] },
        'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:ebs:id' },
      },
    },
    { Sid: 'GetResourcesPermissions', Effect: 'Allow', Action: ['tag:GetResources'], Resource: '*' },
    { Sid: 'FsxBackupPermissions', Effect: 'Allow', Action: 'fsx:DescribeBackups', Resource: FSX_BACKUPS },
    {
      Sid: 'FsxCreateBackupPermissions',
      Effect: 'Allow',
      Action: 'fsx:CreateBackup',
      Resource: ['arn:aws:fsx:*:*:file-system/*', FSX_BACKUPS, 'arn:aws:fsx:*:*:volume/*'],
    },
    {
      Sid: 'FsxPermissions',
      Effect: 'Allow',
      Action: 'fsx:DescribeFileSystems',
      Resource: 'arn:aws:fsx:*:*:file-system/*',
    },
    {
      Sid: 'FsxVolumePermissions',
      Effect: 'Allow',
      Action: 'fsx:DescribeVolumes',
      Resource: 'arn:aws:fsx:*:*:volume/*',
    },
    {
      Sid: 'FsxListTagsPermissions',
      Effect: 'Allow',
      Action: 'fsx:ListTagsForResource',
      Resource: ['arn:aws:fsx:*:*:file-system/*', 'arn:aws:fsx:*:*:volume/*'],
    },
    { Sid: 'FsxDeletePermissions', Effect: 'Allow', Action: 'fsx:DeleteBackup', Resource: FSX_BACKUPS },
    {
      Sid: 'FsxResourcePermissions',
      Effect: 'Allow',
      Action: ['fsx:ListTagsForResource', 'fsx:ManageBackupPrincipalAssociations', 'fsx:CopyBackup', 'fsx:TagResource'],
      Resource: FSX_BACKUPS,
    },
    {
      Sid: 'DynamodbBackupPermissions',
      Effect: 'Allow',
      Action: ['dynamodb:StartAwsBackupJob', 'dynamodb:ListTagsOfResource'],
      Resource: 'arn:aws:dynamodb:*:*:table/*',
    },
    {
      Sid: 'RecoveryPointTaggingPermissions',
      Effect: 'Allow',
      Action: ['backup:TagResource'],
      Resource: 'arn:aws:backup:*:*:recovery-point:*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
    },
  ],
};
