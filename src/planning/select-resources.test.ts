import { expect, test } from 'vitest';
import type { BackupSelection } from '../model/backup-selection.ts';
import { type OptIn, type Selectable, selectResources } from './select-resources.ts';

const resource = (arn: string, type: Selectable['type'], more: Partial<Selectable> = {}): Selectable => ({
  arn,
  type,
  attributes: {},
  tags: {},
  ...more,
});
const AT = 'eu-west-1:111122223333';
const VOLUME = resource(`arn:aws:ec2:${AT}:volume/vol-1`, 'EBS', { tags: { backup: 'daily', stage: 'prod' } });
const INSTANCE = resource(`arn:aws:ec2:${AT}:instance/i-1`, 'EC2', { tags: { backup: 'weekly', stage: 'prod' } });
const DATABASE = resource(`arn:aws:rds:${AT}:db:orders`, 'RDS', { tags: { stage: 'test-2' } });
const CLUSTER = resource(`arn:aws:rds:${AT}:cluster:orders`, 'Aurora');
const BUCKET = resource('arn:aws:s3:::my-logs', 'S3');
const OPENZFS = resource(`arn:aws:fsx:${AT}:file-system/fs-1`, 'FSx', { attributes: { fsxType: 'OPENZFS' } });
const ALL = [VOLUME, INSTANCE, DATABASE, CLUSTER, BUCKET, OPENZFS];

function expectSelected(selection: Partial<BackupSelection>, expected: readonly Selectable[], optIn: OptIn = {}) {
  expect(selectResources({ name: 's', roleArn: 'r', ...selection }, ALL, optIn)).toEqual(expected);
}

test('an ARN selects, whole or with wildcards anywhere', () => {
  expectSelected({ resources: [VOLUME.arn] }, [VOLUME]);
  expectSelected({ resources: ['*'] }, ALL);
  expectSelected({ resources: ['arn:aws:ec2:*:*:volume/*'] }, [VOLUME]);
  expectSelected({ resources: ['arn:aws:ec2:*'] }, [VOLUME, INSTANCE]);
  expectSelected({ resources: ['arn:aws:s3:::*-logs', 'arn:aws:rds:*:*:db:*'] }, [DATABASE, BUCKET]);
  expectSelected({ resources: [`${VOLUME.arn}2`] }, []);
});

test('any tag of the list selects, and joins what ARNs select', () => {
  const tags = [
    { key: 'backup', value: 'daily' },
    { key: 'backup', value: 'weekly' },
  ];
  expectSelected({ tags }, [VOLUME, INSTANCE]);
  expectSelected({ tags: [{ key: 'Backup', value: 'daily' }] }, []);
  expectSelected({ tags: tags.slice(0, 1), resources: [BUCKET.arn] }, [VOLUME, BUCKET]);
});

test('all conditions must hold; a negated one holds without the tag', () => {
  const key = 'aws:ResourceTag/stage';
  const resources = ['*'];
  expectSelected({ resources, conditions: { StringEquals: [{ key, value: 'prod' }] } }, [VOLUME, INSTANCE]);
  expectSelected({ resources, conditions: { StringLike: [{ key, value: 'test*' }] } }, [DATABASE]);
  expectSelected({ resources, conditions: { StringNotLike: [{ key, value: '*' }] } }, [CLUSTER, BUCKET, OPENZFS]);
  const daily = { key: 'aws:ResourceTag/backup', value: 'daily' };
  expectSelected({ resources, conditions: { StringEquals: [{ key, value: 'prod' }], StringNotEquals: [daily] } }, [
    INSTANCE,
  ]);
});

test('what is excluded is never selected', () => {
  expectSelected({ resources: ['*'], notResources: ['arn:aws:rds:*', BUCKET.arn] }, [VOLUME, INSTANCE, OPENZFS]);
  expectSelected({ resources: [VOLUME.arn], notResources: ['*'] }, []);
});

test('a type that is not opted in is left out, unless the resource or its type is named', () => {
  const none: OptIn = { EBS: false, EC2: false, S3: false };
  expectSelected({ resources: ['*'] }, [DATABASE, CLUSTER, OPENZFS], none);
  expectSelected({ resources: ['arn:aws:ec2:*'] }, [], none);
  expectSelected({ resources: ['arn:aws:ec2:*:*:*'] }, [], none);
  expectSelected({ tags: [{ key: 'backup', value: 'daily' }] }, [], none);
  expectSelected({ resources: ['arn:aws:ec2:*:*:volume/*', INSTANCE.arn] }, [VOLUME, INSTANCE], none);
  expectSelected({ resources: ['arn:aws:s3:::*'] }, [BUCKET], none);
});

test('types that share their ARNs with others heed the opt-in even when they are named', () => {
  const none: OptIn = { RDS: false, Aurora: false, FSx: false };
  expectSelected({ resources: [DATABASE.arn, CLUSTER.arn, OPENZFS.arn] }, [DATABASE], none);
});
