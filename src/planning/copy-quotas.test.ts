import { expect, test } from 'vitest';
import { admitsCopy, type RunningCopy } from './copy-quotas.ts';

const copy = (more: Partial<RunningCopy> = {}): RunningCopy => ({
  account: '111111111111',
  resourceArn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
  resourceType: 'EBS',
  destinationVaultArn: 'vault',
  destinationAccount: '222222222222',
  destinationRegion: 'eu-west-1',
  isAirGapped: false,
  ...more,
});
const many = (count: number, more: Partial<RunningCopy> = {}) => Array.from({ length: count }, () => copy(more));

test('thirty copies of a resource into other accounts run at once to one Region', () => {
  expect(admitsCopy(many(29), copy())).toBe(true);
  expect(admitsCopy(many(30), copy())).toBe(false);
  expect(admitsCopy(many(30), copy({ destinationRegion: 'eu-central-1' }))).toBe(true);
  expect(admitsCopy(many(30), copy({ resourceArn: 'other' }))).toBe(true);
  expect(admitsCopy(many(30), copy({ destinationAccount: '111111111111' }))).toBe(true);
});

test('a hundred copies of fully managed types run to one Region, then five more to a vault', () => {
  const files = (index: number) => ({ resourceType: 'EFS' as const, resourceArn: `file-system-${index}` });
  const hundred = Array.from({ length: 100 }, (_, index) => copy(files(index)));
  expect(admitsCopy(hundred.slice(1), copy(files(100)))).toBe(true);
  expect(admitsCopy(hundred, copy(files(100)))).toBe(false);
  const elsewhere = { ...files(100), destinationVaultArn: 'other' };
  expect(admitsCopy([...hundred, ...many(4, elsewhere)], copy(elsewhere))).toBe(true);
  expect(admitsCopy([...hundred, ...many(5, elsewhere)], copy(elsewhere))).toBe(false);
  expect(admitsCopy(hundred, copy())).toBe(true);
});

test('an air-gapped vault gets copies of a type by its limit', () => {
  const gapped = (resourceType: RunningCopy['resourceType'], resourceArn = 'other') =>
    copy({ resourceType, resourceArn, isAirGapped: true });
  expect(
    admitsCopy(
      Array.from({ length: 5 }, (_, index) => gapped('FSx', `${index}`)),
      gapped('FSx'),
    ),
  ).toBe(false);
  expect(
    admitsCopy(
      Array.from({ length: 19 }, (_, index) => gapped('EBS', `${index}`)),
      gapped('EBS'),
    ),
  ).toBe(true);
  expect(
    admitsCopy(
      Array.from({ length: 20 }, (_, index) => gapped('EBS', `${index}`)),
      gapped('EBS'),
    ),
  ).toBe(false);
  expect(
    admitsCopy(
      Array.from({ length: 60 }, (_, index) => gapped('EFS', `${index}`)),
      gapped('EFS'),
    ),
  ).toBe(true);
});
