import { MANAGED_POLICIES } from '../../access/managed-policies/managed-policies.ts';
import { resourceTypes } from '../../model/resource-type.ts';

/** Words of AWS's own: they say nothing of anybody, and policies mean by them what AWS means. In lower case. */
export const commonWords = once((): ReadonlySet<string> => {
  const documents = MANAGED_POLICIES.map((policy) => JSON.stringify(policy));
  const texts = [...documents, ...resourceTypes, OF_AWS, OF_POLICIES, OF_REGIONS];
  return new Set(texts.flatMap((text) => text.match(/[A-Za-z0-9]+/g) ?? []).map((word) => word.toLowerCase()));
});

/** Services whose names stand before actions and condition keys: `kms` of `kms:Decrypt`. */
export const actionServices = once((): ReadonlySet<string> => {
  const text = MANAGED_POLICIES.map((policy) => JSON.stringify(policy)).join(' ');
  return new Set(['aws', ...[...text.matchAll(/"([a-z0-9-]+):[A-Z*]/g)].map(([, service]) => service!)]);
});

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

const OF_AWS = `arn aws cn us gov eusc iam sts kms ec2 rds fsx backup organizations root user role policy service group alias key vault plan
  recovery point job copyjob awsbackup assumed session snapshot image cluster volume instance db table file system bucket snap ami vol fs
  fsvol continuous composite automatic Default AWSBackup AWSBackupDefaultServiceRole AWSServiceRoleForBackup FullAWSAccess
  RCPFullAWSAccess p full access amazonaws com mrk o r ou logically air gapped source destination in on inline permissions boundary rule of
  any it selects whatever resource control elasticfilesystem efs ebs dynamodb s3 redshift serverless timestream storagegateway dsql eks
  cloudformation neptune docdb terraform default attached 1 2 3 4 5 6`;

const OF_POLICIES = `Version Id Statement Sid Effect Allow Deny Principal NotPrincipal Action NotAction Resource NotResource Condition AWS
  Service Federated CanonicalUser Bool Null IfExists StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike
  StringNotLike ArnEquals ArnNotEquals ArnLike ArnNotLike NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals
  NumericGreaterThan NumericGreaterThanEquals DateEquals DateNotEquals DateLessThan DateLessThanEquals DateGreaterThan DateGreaterThanEquals
  BinaryEquals IpAddress NotIpAddress ForAllValues ForAnyValue true false CopyTargets CopyTargetOrgPaths PrincipalOrgID PrincipalOrgPaths
  PrincipalArn PrincipalAccount PrincipalTag PrincipalType PrincipalServiceName PrincipalIsAWSService ResourceTag RequestTag TagKeys
  ResourceOrgID ResourceOrgPaths ResourceAccount RequestedRegion SourceAccount SourceArn SourceOrgID SourceOrgPaths SourceVpc SourceVpce SourceIp
  CalledVia ViaAWSService CurrentTime EpochTime SecureTransport UserAgent userid username ViaService CallerAccount GrantIsForAWSResource
  GrantOperations GranteePrincipal RetiringPrincipal GrantConstraintType ResourceAliases EncryptionContext EncryptionContextKeys KeyOrigin
  KeySpec KeyUsage MultiRegion tags tag_key tag_value tag key value enforced_for enforced for assign append remove operators allowed child
  policies all none ALL_SUPPORTED supported`;

const OF_REGIONS =
  'us eu ap sa ca af me il mx cn gov east west north south central northeast southeast northwest southwest isob iso global';
