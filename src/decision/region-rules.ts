import { partitionOf } from '../model/region.ts';
import type { FsxType, ResourceType } from '../model/resource-type.ts';
import type { Period } from './feature-matrix.ts';

/** Something that copies may not do in some Regions. It concerns a copy when either end lies in one of them. */
export interface RegionRule {
  readonly forbids: 'cross-account' | 'cross-region' | 'any-copy';
  /** Absent: every type. */
  readonly types?: readonly ResourceType[];
  readonly fsxType?: FsxType;
  readonly holdsIn: (region: string) => boolean;
  /** When the rule holds. */
  readonly period: Period;
  /** In our words, as the end of a sentence. */
  readonly because: string;
}

/** Regions that an account must switch on. Developer Guide, "Feature availability by AWS Region". */
const OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
]);

const NEPTUNE_OPT_IN_REGIONS: ReadonlySet<string> = new Set([
  'af-south-1',
  'ap-east-1',
  'ap-southeast-3',
  'il-central-1',
  'me-south-1',
  'me-central-1',
]);

const isOptIn = (region: string): boolean => OPT_IN_REGIONS.has(region);
const isChina = (region: string): boolean => partitionOf(region) === 'aws-cn';
const oneOf =
  (...regions: readonly string[]) =>
  (region: string): boolean =>
    regions.includes(region);

/**
 * Developer Guide, "Feature availability" with its considerations for opt-in Regions, and the document history, read 24 September
 * 2026. The day on which FSx's Regions were widened is not in the history; that of the ONTAP change is taken.
 */
export const REGION_RULES: readonly RegionRule[] = [
  {
    forbids: 'cross-account',
    types: ['CloudFormation', 'Neptune', 'Timestream'],
    holdsIn: isOptIn,
    period: {},
    because: 'this type is not copied across accounts in Regions that have to be opted in to',
  },
  {
    forbids: 'cross-account',
    types: ['DocumentDB'],
    holdsIn: isOptIn,
    period: { until: '2026-08-26' },
    because: 'until 26 August 2026 DocumentDB was not copied across accounts in Regions that have to be opted in to',
  },
  {
    forbids: 'cross-region',
    types: ['Neptune'],
    holdsIn: (region) => isOptIn(region) && !NEPTUNE_OPT_IN_REGIONS.has(region),
    period: {},
    because: 'Neptune is not copied across Regions there',
  },
  {
    forbids: 'cross-region',
    types: ['FSx'],
    holdsIn: isOptIn,
    period: { until: '2026-08-27' },
    because: 'until 27 August 2026 FSx was not copied across Regions that have to be opted in to',
  },
  {
    forbids: 'cross-region',
    types: ['FSx'],
    holdsIn: oneOf('me-south-1', 'me-central-1'),
    period: { since: '2026-08-27' },
    because: 'FSx is not copied to or from Bahrain and the UAE',
  },
  {
    forbids: 'any-copy',
    types: ['FSx'],
    fsxType: 'ONTAP',
    holdsIn: (region) => region === 'ap-southeast-6' || isChina(region),
    period: {},
    because: 'FSx for ONTAP is not copied in New Zealand and China',
  },
  {
    forbids: 'cross-account',
    holdsIn: isChina,
    period: { until: '2026-08-27' },
    because: 'until 27 August 2026 nothing was copied across accounts in China',
  },
  {
    forbids: 'cross-account',
    types: ['S3'],
    holdsIn: isChina,
    period: {},
    because: 'S3 is not copied across accounts in China',
  },
  {
    forbids: 'any-copy',
    holdsIn: (region) => partitionOf(region) === 'aws-eusc',
    period: {},
    because: 'the European Sovereign Cloud offers no copies',
  },
];
