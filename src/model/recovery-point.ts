import type { Random } from '../util/random.ts';
import { randomHex, randomUuid } from '../util/random.ts';
import { parseArn, printArn } from './arn.ts';
import { partitionOf } from './region.ts';
import type { ResourceAttributes, ResourceType } from './resource-type.ts';
import { isFullyManaged } from './resource-type.ts';

/** Where a recovery point comes from, as far as its name tells. */
export interface RecoveryPointOrigin {
  readonly type: ResourceType;
  readonly attributes?: ResourceAttributes;
  /** Of the vault that holds the point. */
  readonly account: string;
  readonly region: string;
  readonly resourceArn: string;
  /** The backup job's or copy job's id. */
  readonly jobId: string;
  readonly isCopy: boolean;
  /** Of the vault that holds it: points have one form of ARN in logically air-gapped vaults, whatever their type. */
  readonly isAirGapped?: boolean;
  /** Milliseconds; part of some names. */
  readonly createdAt: number;
  readonly random: Random;
}

/**
 * A fresh recovery point ARN in the shape AWS gives to points of this type. Shapes: Developer Guide, "Access control",
 * "Recovery point ARNs"; copies of RDS points carry the lower-cased id of their copy job (seen in public reports).
 */
export function recoveryPointArn(origin: RecoveryPointOrigin): string {
  const { type, attributes = {}, account, region, random } = origin;
  const arn = (service: string, owner: string, resource: string): string =>
    printArn({ partition: partitionOf(region), service, region, account: owner, resource });
  if (origin.isAirGapped === true || isFullyManaged(type, attributes))
    return arn('backup', account, `recovery-point:${managedId(origin)}`);
  switch (type) {
    case 'EBS':
    case 'Storage Gateway':
      return arn('ec2', '', `snapshot/snap-0${randomHex(random, 16)}`);
    case 'EC2':
      return arn('ec2', '', `image/ami-0${randomHex(random, 16)}`);
    case 'FSx':
      return arn('fsx', account, `backup/backup-0${randomHex(random, 16)}`);
    case 'RDS':
      return arn('rds', account, `${attributes.isMultiAzCluster ? 'cluster-' : ''}snapshot:${jobSnapshot(origin)}`);
    case 'DynamoDB':
      return arn('dynamodb', account, `${resourceOf(origin)}/backup/${paddedMs(origin)}-${randomHex(random, 8)}`);
    case 'Redshift':
    case 'Redshift Serverless':
      return arn(type === 'Redshift' ? 'redshift' : 'redshift-serverless', account, redshiftSnapshot(origin));
    default:
      return arn('rds', account, `cluster-snapshot:${jobSnapshot(origin)}`);
  }
}

/** Whether AWS Backup keeps the point itself, under the key of the vault: what it manages in full, and all that lies in air-gapped vaults. */
export const isKeptByBackup = (arn: string): boolean => parseArn(arn)?.service === 'backup';

/** Continuous (point-in-time) backups have their own form of ARN, whatever their type. */
export const isContinuous = (arn: string): boolean =>
  parseArn(arn)?.resource.startsWith('recovery-point:continuous:') ?? false;

function managedId(origin: RecoveryPointOrigin): string {
  const { type, createdAt, random } = origin;
  if (type !== 'S3') return randomUuid(random);
  const stamp = new Date(createdAt).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${resourceOf(origin)}-${stamp}-${randomHex(random, 8)}`;
}

const jobSnapshot = ({ jobId, isCopy }: RecoveryPointOrigin): string =>
  `awsbackup:${isCopy ? 'copyjob' : 'job'}-${jobId.toLowerCase()}`;

function redshiftSnapshot(origin: RecoveryPointOrigin): string {
  const name = resourceOf(origin).replace(/^(cluster:|namespace\/)/, '');
  return `snapshot:${name}/${jobSnapshot(origin)}`;
}

const resourceOf = ({ resourceArn }: RecoveryPointOrigin): string => parseArn(resourceArn)?.resource ?? resourceArn;

const paddedMs = ({ createdAt }: RecoveryPointOrigin): string => String(createdAt).padStart(14, '0');
