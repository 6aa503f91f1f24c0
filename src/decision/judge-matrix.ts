import { partitionOf } from '../model/region.ts';
import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';
import type { CopyFeatures, Period } from './feature-matrix.ts';
import { copyFeatures, isWithin } from './feature-matrix.ts';
import type { RegionRule } from './region-rules.ts';
import { REGION_RULES } from './region-rules.ts';

/** A copy, as far as the feature matrix cares. */
export interface PlannedCopy {
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly source: Place;
  readonly destination: Place;
  /** The matrix's day; `null` is the newest. */
  readonly asOf: number | null;
}

interface Place {
  readonly account: string;
  readonly region: string;
}

export type MatrixVerdict =
  | { readonly isSupported: true }
  | {
      readonly isSupported: false;
      /** In our words, as the end of a sentence. */
      readonly because: string;
      /** The day from which AWS does support it, where the matrix's day comes before it. */
      readonly supportedSince?: string;
      /** The same end, in two copies that are each supported. */
      readonly hops?: readonly TwoHops[];
    };

/** One copy within an account or a Region first, then the other half. */
export type TwoHops = 'region-first' | 'account-first';

/** Whether resources of this type are copied between these places, on the matrix's day. */
export function judgeMatrix(copy: PlannedCopy): MatrixVerdict {
  const verdict = judgeOneCopy(copy);
  if (verdict.isSupported) return verdict;
  const hops = (['region-first', 'account-first'] as const).filter((order) => isSupportedIn(order, copy));
  return { ...verdict, ...(hops.length > 0 ? { hops } : {}) };
}

function judgeOneCopy(copy: PlannedCopy): MatrixVerdict {
  const { source, destination, asOf } = copy;
  if (partitionOf(source.region) !== partitionOf(destination.region)) {
    return { isSupported: false, because: 'nothing is copied from one partition of AWS to another' };
  }
  const period = neededFeature(copyFeatures(copy.type, copy.attributes), copy);
  if (period === null) return { isSupported: false, because: `the feature matrix has no such copy for ${copy.type}` };
  if (!isWithin(period, asOf)) return refusedBefore(period, copy);
  const rule = REGION_RULES.find((each) => isWithin(each.period, asOf) && concerns(each, copy));
  if (rule === undefined) return { isSupported: true };
  const { until } = rule.period;
  return { isSupported: false, because: rule.because, ...(until === undefined ? {} : { supportedSince: until }) };
}

function refusedBefore({ since }: Period, { type }: PlannedCopy): MatrixVerdict {
  const because = `before ${since} the feature matrix had no such copy for ${type}`;
  return { isSupported: false, because, ...(since === undefined ? {} : { supportedSince: since }) };
}

/** A type that can be copied neither across Regions nor across accounts cannot be copied at all. */
function neededFeature(features: CopyFeatures, { source, destination }: PlannedCopy): Period | null {
  const isCrossRegion = source.region !== destination.region;
  const isCrossAccount = source.account !== destination.account;
  if (isCrossRegion && isCrossAccount) return features.crossRegionAndAccount;
  if (isCrossRegion) return features.crossRegion;
  if (isCrossAccount) return features.crossAccount;
  return features.crossRegion ?? features.crossAccount;
}

function concerns(rule: RegionRule, { type, attributes, source, destination }: PlannedCopy): boolean {
  if (rule.types !== undefined && !rule.types.includes(type)) return false;
  if (rule.fsxType !== undefined && rule.fsxType !== attributes.fsxType) return false;
  if (rule.forbids === 'cross-account' && source.account === destination.account) return false;
  if (rule.forbids === 'cross-region' && source.region === destination.region) return false;
  return rule.holdsIn(source.region) || rule.holdsIn(destination.region);
}

function isSupportedIn(order: TwoHops, copy: PlannedCopy): boolean {
  const { source, destination } = copy;
  const isBoth = source.region !== destination.region && source.account !== destination.account;
  if (!isBoth) return false;
  const between =
    order === 'region-first'
      ? { account: source.account, region: destination.region }
      : { account: destination.account, region: source.region };
  const first = judgeOneCopy({ ...copy, destination: between });
  return first.isSupported && judgeOneCopy({ ...copy, source: between }).isSupported;
}
