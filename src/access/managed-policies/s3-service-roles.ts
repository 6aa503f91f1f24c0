import type { ManagedPolicy } from './managed-policy.ts';

const VIA_S3 = { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } };

export const s3BackupServiceRole: ManagedPolicy = {
  name: 'AWSBackupServiceRolePolicyForS3Backup',
  path: '/',
  description: 'Policy containing permissions necessary for AWS Backup to backup data in any S3 bucket.',
  versionId: 'v5',
  createdAt: Date.UTC(2022, 1, 18, 17, 40, 7),
  updatedAt: Date.UTC(2026, 7, 24, 18, 17, 18),
  difference: 'Left out: CloudWatch and EventBridge.',
  statements: [
    {
      Sid: 'KmsPermissions',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey'],
      Resource: '*',
      Condition: VIA_S3,
    },
    {
      Sid: 'S3BucketPermissions',
      Effect: 'Allow',
      Action: [
        's3:GetBucketTagging',
        's3:GetInventoryConfiguration',
        's3:ListBucketVersions',
        's3:ListBucket',
        's3:GetBucketVersioning',
        's3:GetBucketLocation',
        's3:GetBucketAcl',
        's3:PutInventoryConfiguration',
        's3:GetBucketNotification',
        's3:PutBucketNotification',
      ],
      Resource: 'arn:aws:s3:::*',
    },
    {
      Sid: 'S3ObjectPermissions',
      Effect: 'Allow',
      Action: [
        's3:GetObjectAcl',
        's3:GetObject',
        's3:GetObjectVersionTagging',
        's3:GetObjectVersionAcl',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
      ],
      Resource: 'arn:aws:s3:::*/*',
    },
    { Sid: 'S3ListBucketPermissions', Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
    {
      Sid: 'RecoveryPointTaggingPermissions',
      Effect: 'Allow',
      Action: ['backup:TagResource'],
      Resource: 'arn:aws:backup:*:*:recovery-point:*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
    },
  ],
};

export const s3RestoreServiceRole: ManagedPolicy = {
  name: 'AWSBackupServiceRolePolicyForS3Restore',
  path: '/',
  description: 'Policy containing permissions necessary for AWS Backup to restore a S3 backup to a bucket.',
  versionId: 'v2',
  createdAt: Date.UTC(2022, 1, 18, 17, 39, 41),
  updatedAt: Date.UTC(2023, 1, 7, 0, 6, 0),
  statements: [
    {
      Effect: 'Allow',
      Action: [
        's3:CreateBucket',
        's3:ListBucketVersions',
        's3:ListBucket',
        's3:GetBucketVersioning',
        's3:GetBucketLocation',
        's3:PutBucketVersioning',
        's3:PutBucketOwnershipControls',
        's3:GetBucketOwnershipControls',
      ],
      Resource: ['arn:aws:s3:::*'],
    },
    {
      Effect: 'Allow',
      Action: [
        's3:GetObject',
        's3:GetObjectVersion',
        's3:DeleteObject',
        's3:PutObjectVersionAcl',
        's3:GetObjectVersionAcl',
        's3:GetObjectTagging',
        's3:PutObjectTagging',
        's3:GetObjectAcl',
        's3:PutObjectAcl',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      Resource: ['arn:aws:s3:::*/*'],
    },
    {
      Effect: 'Allow',
      Action: ['kms:DescribeKey', 'kms:GenerateDataKey', 'kms:Decrypt'],
      Resource: '*',
      Condition: VIA_S3,
    },
  ],
};
