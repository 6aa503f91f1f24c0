import { expect, test } from 'vitest';
import { greenFacts, SOURCE } from '../../test/cases/green-facts.ts';
import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';
import { decideCopy } from './decide-copy.ts';
import type { CopyFacts } from './facts.ts';

const obstacles = (facts: CopyFacts) =>
  decideCopy(facts).findings.filter(({ outcome }) => outcome === 'unmet' || outcome === 'unknown');

const COPYABLE: readonly { readonly type: ResourceType; readonly attributes?: ResourceAttributes }[] = [
  { type: 'EBS' },
  { type: 'EC2' },
  { type: 'S3' },
  { type: 'RDS' },
  { type: 'Aurora' },
  { type: 'DocumentDB' },
  { type: 'Neptune' },
  { type: 'DSQL' },
  { type: 'DynamoDB', attributes: { isAdvanced: true } },
  { type: 'EFS' },
  { type: 'FSx', attributes: { fsxType: 'LUSTRE' } },
  { type: 'FSx', attributes: { fsxType: 'WINDOWS' } },
  { type: 'FSx', attributes: { fsxType: 'ONTAP' } },
  { type: 'FSx', attributes: { fsxType: 'OPENZFS' } },
  { type: 'Storage Gateway' },
  { type: 'Timestream' },
  { type: 'VirtualMachine' },
  { type: 'SAP HANA on Amazon EC2' },
  { type: 'EKS' },
];

test.each(COPYABLE)(
  'nothing stands in the way of $type $attributes between two accounts that are set up as the articles say',
  (resource) => {
    expect(obstacles(greenFacts(resource))).toEqual([]);
  },
);

test.each(COPYABLE)('nor across Regions and accounts at once: $type $attributes', (resource) => {
  expect(obstacles(greenFacts({ ...resource, destinationRegion: 'us-east-1' }))).toEqual([]);
});

test.each([...COPYABLE, { type: 'CloudFormation' } as const])(
  'nor within an account: $type $attributes',
  (resource) => {
    expect(obstacles(greenFacts({ ...resource, destinationAccount: SOURCE, destinationRegion: 'us-east-1' }))).toEqual(
      [],
    );
  },
);
