import { expect, test } from 'vitest';
import type { Random } from '../util/random.ts';
import { isContinuous, recoveryPointArn } from './recovery-point.ts';
import type { ResourceAttributes, ResourceType } from './resource-type.ts';
import { isFullyManaged, newResourceId, resourceArn, resourceTypeOf, resourceTypes } from './resource-type.ts';

const random: Random = { bytes: (count) => new Uint8Array(count).fill(0xab) };
const place = { account: '111122223333', region: 'eu-west-1' };
const jobId = '47C8EF56-74D8-059D-1301-C5BE1D5C926E';

const made = (type: ResourceType, attributes: ResourceAttributes = {}) =>
  resourceArn({ type, ...place, attributes, id: newResourceId(type, random, attributes) });

const point = (type: ResourceType, { isCopy = false, ...attributes }: ResourceAttributes & { isCopy?: boolean } = {}) =>
  recoveryPointArn({
    ...place,
    type,
    attributes,
    jobId,
    isCopy,
    random,
    resourceArn: made(type, attributes),
    createdAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  });

test.each<[ResourceType, ResourceAttributes, string]>([
  ['EBS', {}, 'arn:aws:ec2:eu-west-1:111122223333:volume/vol-0abababababababab'],
  ['S3', {}, 'arn:aws:s3:::bucket-abababab'],
  ['RDS', {}, 'arn:aws:rds:eu-west-1:111122223333:db:database-abababab'],
  ['RDS', { isMultiAzCluster: true }, 'arn:aws:rds:eu-west-1:111122223333:cluster:database-abababab'],
  ['FSx', {}, 'arn:aws:fsx:eu-west-1:111122223333:file-system/fs-0abababababababab'],
  [
    'FSx',
    { fsxType: 'ONTAP' },
    'arn:aws:fsx:eu-west-1:111122223333:volume/fs-0abababababababab/fsvol-0abababababababab',
  ],
])('a resource of type %s with %o has an ARN in the shape of its service', (type, attributes, arn) => {
  expect(made(type, attributes)).toBe(arn);
});

test('an ARN tells its type, save for clusters under rds, which all read as Aurora', () => {
  const told = resourceTypes.map((type) => [type, resourceTypeOf(made(type))]);
  const clusters = ['DocumentDB', 'Neptune'];
  expect(told).toEqual(resourceTypes.map((type) => [type, clusters.includes(type) ? 'Aurora' : type]));
  expect(resourceTypeOf(made('FSx', { fsxType: 'ONTAP' }))).toBe('FSx');
  expect(resourceTypeOf('arn:aws:sns:eu-west-1:111122223333:topic')).toBeUndefined();
  expect(resourceTypeOf('not an ARN')).toBeUndefined();
});

test.each<[ResourceType, ResourceAttributes & { isCopy?: boolean }, string]>([
  ['EBS', {}, 'arn:aws:ec2:eu-west-1::snapshot/snap-0abababababababab'],
  ['Storage Gateway', {}, 'arn:aws:ec2:eu-west-1::snapshot/snap-0abababababababab'],
  ['EC2', { isCopy: true }, 'arn:aws:ec2:eu-west-1::image/ami-0abababababababab'],
  ['RDS', {}, `arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:job-${jobId.toLowerCase()}`],
  ['RDS', { isCopy: true }, `arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-${jobId.toLowerCase()}`],
  [
    'RDS',
    { isMultiAzCluster: true },
    `arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:awsbackup:job-${jobId.toLowerCase()}`,
  ],
  [
    'Neptune',
    { isCopy: true },
    `arn:aws:rds:eu-west-1:111122223333:cluster-snapshot:awsbackup:copyjob-${jobId.toLowerCase()}`,
  ],
  ['FSx', {}, 'arn:aws:fsx:eu-west-1:111122223333:backup/backup-0abababababababab'],
  ['EFS', {}, 'arn:aws:backup:eu-west-1:111122223333:recovery-point:abababab-abab-4bab-abab-abababababab'],
  ['DynamoDB', {}, 'arn:aws:backup:eu-west-1:111122223333:recovery-point:abababab-abab-4bab-abab-abababababab'],
  [
    'DynamoDB',
    { isAdvanced: false },
    'arn:aws:dynamodb:eu-west-1:111122223333:table/table-abababab/backup/01767323045000-abababab',
  ],
  ['S3', {}, 'arn:aws:backup:eu-west-1:111122223333:recovery-point:bucket-abababab-20260102030405-abababab'],
  [
    'Redshift',
    {},
    `arn:aws:redshift:eu-west-1:111122223333:snapshot:cluster-abababab/awsbackup:job-${jobId.toLowerCase()}`,
  ],
])('a recovery point of %s with %o is named as AWS names it', (type, options, arn) => {
  expect(point(type, options)).toBe(arn);
});

test('a continuous backup is told by its ARN, whatever the type', () => {
  expect(isContinuous('arn:aws:backup:eu-west-1:111122223333:recovery-point:continuous:db-ABC-1a2b3c4d')).toBe(true);
  expect(resourceTypes.filter((type) => isContinuous(point(type)))).toEqual([]);
});

test('basic DynamoDB backups are not fully managed, advanced ones are', () => {
  expect(isFullyManaged('DynamoDB')).toBe(true);
  expect(isFullyManaged('DynamoDB', { isAdvanced: false })).toBe(false);
});
