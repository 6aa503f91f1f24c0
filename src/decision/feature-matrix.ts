import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';

/** From the first day a feature holds, to the day it holds no more (exclusive): `2025-10-23`. Absent ends are open. */
export interface Period {
  readonly since?: string;
  readonly until?: string;
}

/** What a copy of one kind of resource may do, and since when; `null`: never. */
export interface CopyFeatures {
  /** Within a Region and an account: another vault. Comes with either of the next two. */
  readonly crossRegion: Period | null;
  readonly crossAccount: Period | null;
  /** Another Region and another account in one copy. */
  readonly crossRegionAndAccount: Period | null;
}

interface MatrixRow extends CopyFeatures {
  readonly type: ResourceType;
  /** The row holds for resources with all of these attributes; the first row that fits counts. */
  readonly when?: ResourceAttributes;
}

const ALWAYS: Period = {};
const everything = { crossRegion: ALWAYS, crossAccount: ALWAYS, crossRegionAndAccount: ALWAYS };
const nothing = { crossRegion: null, crossAccount: null, crossRegionAndAccount: null };
const since = (day: string) => ({
  crossRegion: { since: day },
  crossAccount: { since: day },
  crossRegionAndAccount: { since: day },
});
/** Until 23 October 2025 the RDS family did one or the other, not both at once. */
const oneActionLater = { ...everything, crossRegionAndAccount: { since: '2025-10-23' } };

/**
 * AWS Backup Developer Guide, "Feature availability by resource" with its notes and the document history, read 24 September 2026.
 * Multi-AZ DB clusters: the table ticks copies, note 3 and the RDS page deny them; the notes are followed.
 */
const ROWS: readonly MatrixRow[] = [
  { type: 'EBS', ...everything },
  { type: 'EC2', ...everything },
  { type: 'S3', ...everything },
  { type: 'RDS', when: { isMultiAzCluster: true }, ...nothing },
  { type: 'RDS', ...oneActionLater },
  { type: 'Aurora', ...oneActionLater },
  { type: 'DocumentDB', ...oneActionLater },
  { type: 'Neptune', ...oneActionLater },
  { type: 'DSQL', ...since('2025-05-27') },
  { type: 'DynamoDB', when: { isAdvanced: false }, ...nothing },
  { type: 'DynamoDB', ...since('2021-11-24') },
  { type: 'EFS', ...everything },
  { type: 'FSx', when: { fsxType: 'ONTAP' }, ...since('2026-08-27') },
  { type: 'FSx', ...everything },
  { type: 'Storage Gateway', ...everything },
  { type: 'Timestream', ...everything },
  { type: 'VirtualMachine', ...everything },
  { type: 'CloudFormation', crossRegion: ALWAYS, crossAccount: null, crossRegionAndAccount: null },
  { type: 'SAP HANA on Amazon EC2', ...since('2024-08-20') },
  { type: 'EKS', ...since('2025-11-10') },
  { type: 'Redshift', ...nothing },
  { type: 'Redshift Serverless', ...nothing },
];

/** The cells of one kind of resource. */
export function copyFeatures(type: ResourceType, attributes: ResourceAttributes): CopyFeatures {
  return ROWS.find((row) => row.type === type && fits(row.when ?? {}, attributes)) ?? nothing;
}

function fits(when: ResourceAttributes, attributes: ResourceAttributes): boolean {
  return Object.entries(when).every(([name, value]) => attributes[name as keyof ResourceAttributes] === value);
}

/** Whether a period covers the matrix's day; `null` asks for the newest state, past every date in the table. */
export function isWithin({ since: first, until }: Period, asOf: number | null): boolean {
  if (asOf === null) return until === undefined;
  return (first === undefined || asOf >= Date.parse(first)) && (until === undefined || asOf < Date.parse(until));
}
