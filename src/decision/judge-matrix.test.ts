import { expect, test } from 'vitest';
import type { ResourceType } from '../model/resource-type.ts';
import type { PlannedCopy } from './judge-matrix.ts';
import { judgeMatrix } from './judge-matrix.ts';

const at = (day: string): number => Date.parse(day);
const both = (type: ResourceType, change: Partial<PlannedCopy> = {}) =>
  judgeMatrix({
    type,
    attributes: {},
    source: { account: '111122223333', region: 'us-west-2' },
    destination: { account: '444455556666', region: 'us-east-1' },
    asOf: null,
    ...change,
  });

test('where both at once is refused and each alone is not, both ways of two hops are named, and since when one will do', () => {
  expect(both('RDS', { asOf: at('2025-10-22') })).toMatchObject({
    isSupported: false,
    supportedSince: '2025-10-23',
    hops: ['region-first', 'account-first'],
  });
});

test('two hops help nobody where one of them is refused as well', () => {
  const verdict = both('CloudFormation');
  expect(verdict.isSupported).toBe(false);
  expect(verdict).not.toHaveProperty('hops');
});

test('a Region rule can leave one way of two hops', () => {
  const source = { account: '111122223333', region: 'eu-west-1' };
  const destination = { account: '444455556666', region: 'eu-south-1' };
  expect(both('Timestream', { source, destination })).toMatchObject({ isSupported: false, hops: ['account-first'] });
});

test('SAP HANA and EKS are copied from the day they came', () => {
  expect(both('SAP HANA on Amazon EC2', { asOf: at('2024-08-19') }).isSupported).toBe(false);
  expect(both('SAP HANA on Amazon EC2', { asOf: at('2024-08-20') }).isSupported).toBe(true);
  expect(both('EKS', { asOf: at('2025-11-09') }).isSupported).toBe(false);
  expect(both('EKS', { asOf: at('2025-11-10') }).isSupported).toBe(true);
});

test('Beijing and Ningxia copy to each other, and since 27 August 2026 across accounts', () => {
  const source = { account: '111122223333', region: 'cn-north-1' };
  const destination = { account: '444455556666', region: 'cn-northwest-1' };
  expect(both('EBS', { source, destination }).isSupported).toBe(true);
  expect(both('S3', { source, destination }).isSupported).toBe(false);
  expect(both('EBS', { source, destination, asOf: at('2026-08-26') })).toMatchObject({ supportedSince: '2026-08-27' });
});

test('nothing is copied in the European Sovereign Cloud', () => {
  const place = { account: '111122223333', region: 'eusc-de-east-1' };
  expect(both('EBS', { source: place, destination: place }).isSupported).toBe(false);
});
