import type { Random } from '../util/random.ts';
import { randomHex, randomUuid } from '../util/random.ts';
import { parseArn, printArn } from './arn.ts';
import { partitionOf } from './region.ts';

/** The resource types of AWS Backup, spelled as its API spells them. */
export type ResourceType =
  | 'Aurora'
  | 'CloudFormation'
  | 'DocumentDB'
  | 'DSQL'
  | 'DynamoDB'
  | 'EBS'
  | 'EC2'
  | 'EFS'
  | 'EKS'
  | 'FSx'
  | 'Neptune'
  | 'RDS'
  | 'Redshift'
  | 'Redshift Serverless'
  | 'S3'
  | 'SAP HANA on Amazon EC2'
  | 'Storage Gateway'
  | 'Timestream'
  | 'VirtualMachine';

/** What the type alone does not tell and its rules ask for. Kept with a resource, and with each of its recovery points. */
export interface ResourceAttributes {
  /** RDS: a Multi-AZ DB cluster (two readable standbys), not an instance. */
  readonly isMultiAzCluster?: boolean;
  readonly fsxType?: FsxType;
  /** DynamoDB: backed up with the advanced features of AWS Backup. Absent: yes, as in every account since 21 November 2021. */
  readonly isAdvanced?: boolean;
  /** EC2: the instance runs an image from AWS Marketplace. */
  readonly isMarketplace?: boolean;
}

export type FsxType = 'LUSTRE' | 'WINDOWS' | 'ONTAP' | 'OPENZFS';

/** How the bytes of a resource are read when nothing else is said. */
export type Nature = 'directory' | 'disk-image';

interface ResourceTypeRow {
  /** Service field of the resource's ARN. */
  readonly service: string;
  /** What stands before the id in the ARN. */
  readonly prefix: string;
  /** AWS Backup encrypts the points itself, under the vault's key: "full AWS Backup management". */
  readonly isFullyManaged: boolean;
  /** The service that calls KMS for its points: `ec2` in `kms:ViaService = ec2.eu-west-1.amazonaws.com`. */
  readonly kmsService: string;
  /** The AWS managed key of resources encrypted without a choice. */
  readonly awsManagedKeyAlias: string;
  readonly nature: Nature;
  /** The id is a name its owner chose, not digits that AWS drew. */
  readonly isNamedByOwner: boolean;
  /** An id in AWS's shape; for named types, a name that is not taken. */
  readonly newId: (random: Random) => string;
}

const digits = (prefix: string) => (random: Random) => `${prefix}-0${randomHex(random, 16)}`;
const named = (prefix: string) => (random: Random) => `${prefix}-${randomHex(random, 8)}`;

type OwnTraits = Pick<ResourceTypeRow, 'service' | 'prefix' | 'newId'> & Partial<ResourceTypeRow>;

/** Families of types that share most traits; the id is AWS's unless a row says otherwise. */
const family =
  (traits: Omit<ResourceTypeRow, 'service' | 'prefix' | 'newId'>) =>
  (own: OwnTraits): ResourceTypeRow => ({ ...traits, ...own });

const snapshots = family({
  isFullyManaged: false,
  kmsService: 'ec2',
  awsManagedKeyAlias: 'alias/aws/ebs',
  nature: 'disk-image',
  isNamedByOwner: false,
});
const databases = family({
  isFullyManaged: false,
  kmsService: 'rds',
  awsManagedKeyAlias: 'alias/aws/rds',
  nature: 'directory',
  isNamedByOwner: true,
});
const fullyManaged = family({
  isFullyManaged: true,
  kmsService: 'backup',
  awsManagedKeyAlias: 'alias/aws/backup',
  nature: 'directory',
  isNamedByOwner: true,
});

const rdsCluster = databases({ service: 'rds', prefix: 'cluster:', newId: named('cluster') });

/**
 * One row a type. Source: AWS Backup Developer Guide, "Feature availability by resource", "Encryption" and "Access control".
 * CloudFormation: the encryption page counts it as independently encrypted, the matrix does not tick it; the former is followed.
 */
const ROWS: Readonly<Record<ResourceType, ResourceTypeRow>> = {
  Aurora: rdsCluster,
  CloudFormation: fullyManaged({
    service: 'cloudformation',
    prefix: 'stack/',
    newId: (random) => `stack-${randomHex(random, 8)}/${randomUuid(random)}`,
  }),
  DocumentDB: rdsCluster,
  DSQL: fullyManaged({
    service: 'dsql',
    prefix: 'cluster/',
    newId: (random) => randomHex(random, 26),
    isNamedByOwner: false,
  }),
  DynamoDB: fullyManaged({
    service: 'dynamodb',
    prefix: 'table/',
    newId: named('table'),
    awsManagedKeyAlias: 'alias/aws/dynamodb',
  }),
  EBS: snapshots({ service: 'ec2', prefix: 'volume/', newId: digits('vol') }),
  EC2: snapshots({ service: 'ec2', prefix: 'instance/', newId: digits('i') }),
  EFS: fullyManaged({
    service: 'elasticfilesystem',
    prefix: 'file-system/',
    newId: digits('fs'),
    isNamedByOwner: false,
    awsManagedKeyAlias: 'alias/aws/elasticfilesystem',
  }),
  EKS: fullyManaged({ service: 'eks', prefix: 'cluster/', newId: named('cluster') }),
  FSx: {
    service: 'fsx',
    prefix: 'file-system/',
    newId: digits('fs'),
    isFullyManaged: false,
    kmsService: 'fsx',
    awsManagedKeyAlias: 'alias/aws/fsx',
    nature: 'directory',
    isNamedByOwner: false,
  },
  Neptune: rdsCluster,
  RDS: databases({ service: 'rds', prefix: 'db:', newId: named('database') }),
  Redshift: databases({
    service: 'redshift',
    prefix: 'cluster:',
    newId: named('cluster'),
    kmsService: 'redshift',
    awsManagedKeyAlias: 'alias/aws/redshift',
  }),
  'Redshift Serverless': databases({
    service: 'redshift-serverless',
    prefix: 'namespace/',
    newId: randomUuid,
    isNamedByOwner: false,
    kmsService: 'redshift-serverless',
    awsManagedKeyAlias: 'alias/aws/redshift',
  }),
  S3: fullyManaged({ service: 's3', prefix: '', newId: named('bucket'), awsManagedKeyAlias: 'alias/aws/s3' }),
  'SAP HANA on Amazon EC2': fullyManaged({
    service: 'ssm-sap',
    prefix: 'HANA/',
    newId: (random) => `hana-${randomHex(random, 8)}/DB/HDB`,
  }),
  'Storage Gateway': snapshots({
    service: 'storagegateway',
    prefix: 'gateway/',
    newId: (random) => `sgw-${randomHex(random, 8).toUpperCase()}/volume/vol-0${randomHex(random, 16)}`,
  }),
  Timestream: fullyManaged({
    service: 'timestream',
    prefix: 'database/',
    newId: (random) => `database-${randomHex(random, 8)}/table/data`,
    awsManagedKeyAlias: 'alias/aws/timestream',
  }),
  VirtualMachine: fullyManaged({
    service: 'backup-gateway',
    prefix: 'vm/',
    newId: digits('vm'),
    isNamedByOwner: false,
    nature: 'disk-image',
  }),
};

/** All types, in alphabetical order as the service lists them. */
export const resourceTypes = Object.keys(ROWS) as readonly ResourceType[];

export const isResourceType = (text: string): text is ResourceType => Object.hasOwn(ROWS, text);

/** Whether AWS Backup itself encrypts the points of this resource, under the vault's key. */
export function isFullyManaged(type: ResourceType, attributes: ResourceAttributes = {}): boolean {
  return ROWS[type].isFullyManaged && !isBasicDynamoDb(type, attributes);
}

/** The service that calls KMS when points of this type are written or copied: the first label of `kms:ViaService`. */
export function kmsServiceOf(type: ResourceType, attributes: ResourceAttributes = {}): string {
  return isBasicDynamoDb(type, attributes) ? 'dynamodb' : ROWS[type].kmsService;
}

/** `alias/aws/ebs` and its like: the key of a resource whose owner asked for encryption and named no key. */
export const awsManagedKeyAliasOf = (type: ResourceType): string => ROWS[type].awsManagedKeyAlias;

export const defaultNature = (type: ResourceType): Nature => ROWS[type].nature;

/** Whether the id of a resource is a name that its owner chooses (a table, a bucket, a database). */
export const isNamedByOwner = (type: ResourceType): boolean => ROWS[type].isNamedByOwner;

/** An id in AWS's shape: `vol-0…`, `fs-0…/fsvol-0…`, or a fresh name for types that are named by their owners. */
export function newResourceId(type: ResourceType, random: Random, attributes: ResourceAttributes = {}): string {
  if (isOntap(type, attributes)) return `${digits('fs')(random)}/${digits('fsvol')(random)}`;
  return ROWS[type].newId(random);
}

export interface ResourceName {
  readonly type: ResourceType;
  readonly account: string;
  readonly region: string;
  /** As `newResourceId` makes it, or its owner's name. */
  readonly id: string;
  readonly attributes?: ResourceAttributes;
}

/** The ARN of a resource in its service's shape. */
export function resourceArn({ type, account, region, id, attributes = {} }: ResourceName): string {
  const { service } = ROWS[type];
  const isBucket = type === 'S3';
  return printArn({
    partition: partitionOf(region),
    service,
    region: isBucket ? '' : region,
    account: isBucket ? '' : account,
    resource: `${prefixOf(type, attributes)}${id}`,
  });
}

/**
 * The type that an ARN's own words tell, or nothing for a resource AWS Backup does not know. Clusters under `rds` are Aurora's here:
 * DocumentDB, Neptune and Multi-AZ RDS clusters share the shape, so whoever holds a record of the resource asks that first.
 */
export function resourceTypeOf(arn: string): ResourceType | undefined {
  const parsed = parseArn(arn);
  if (parsed === undefined) return undefined;
  const { service, resource } = parsed;
  if (service === 'fsx' && resource.startsWith('volume/')) return 'FSx';
  return resourceTypes.find((type) => ROWS[type].service === service && resource.startsWith(ROWS[type].prefix));
}

function prefixOf(type: ResourceType, attributes: ResourceAttributes): string {
  if (type === 'RDS' && attributes.isMultiAzCluster) return 'cluster:';
  if (isOntap(type, attributes)) return 'volume/';
  return ROWS[type].prefix;
}

const isOntap = (type: ResourceType, attributes: ResourceAttributes): boolean =>
  type === 'FSx' && attributes.fsxType === 'ONTAP';

const isBasicDynamoDb = (type: ResourceType, attributes: ResourceAttributes): boolean =>
  type === 'DynamoDB' && attributes.isAdvanced === false;
