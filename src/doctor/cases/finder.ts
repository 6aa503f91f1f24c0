import type { PlanFacts } from '../../decision/plan-facts.ts';
import type { FactSource } from '../fact-source.ts';
import type { OpenDoor } from '../live/doors.ts';
import type { Outcome } from '../live/outcome.ts';
import type { ResourceFacts } from '../live/read-resource.ts';
import type { Reader } from '../live/reader.ts';
import type { Gap } from '../sources.ts';

/** What finding the copies of a plan takes. */
export interface PlanFinder {
  /** Open accounts, if any. */
  readonly reader?: Reader;
  /** Resources that are still to be made, by ARN. */
  readonly resources?: ReadonlyMap<string, ResourceFacts>;
  /** All sources together: what is known of the things that a case names. */
  readonly facts: FactSource;
  readonly now: number;
  addGap(gap: Gap): void;
  addPlan(plan: PlanFacts): void;
}

/** What finders of cases share: open accounts, where to look, and where to say what could not be listed. */
export interface Finder extends PlanFinder {
  readonly reader: Reader;
  /** Regions in which plans and jobs are looked for. */
  readonly regions: readonly string[];
}

/** A list, empty with a gap where it may not be read. */
export function listOrGap<Item>(finder: PlanFinder, outcome: Outcome<readonly Item[]>, what: string): readonly Item[] {
  if (outcome.kind === 'answered') return outcome.value;
  if (outcome.kind === 'refused') finder.addGap({ what, grant: outcome.unknown.unknown.grant });
  return [];
}

/** Each open account in each Region where things are looked for. */
export const placesOf = ({
  reader,
  regions,
}: Finder): readonly { readonly door: OpenDoor; readonly region: string }[] =>
  reader.doors.flatMap((door) => regions.map((region) => ({ door, region })));
