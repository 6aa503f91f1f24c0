import type { PlanFacts } from '../../decision/plan-facts.ts';
import type { FactSource } from '../fact-source.ts';
import type { OpenDoor } from '../live/doors.ts';
import type { Outcome } from '../live/outcome.ts';
import type { Reader } from '../live/reader.ts';
import type { Gap } from '../sources.ts';

/** What finders of cases share: open accounts, where to look, and where to say what could not be listed. */
export interface Finder {
  readonly reader: Reader;
  /** Regions in which plans and jobs are looked for. */
  readonly regions: readonly string[];
  /** All sources together: what is known of the things that a case names. */
  readonly facts: FactSource;
  readonly now: number;
  addGap(gap: Gap): void;
  addPlan(plan: PlanFacts): void;
}

/** A list, empty with a gap where it may not be read. */
export function listOrGap<Item>(finder: Finder, outcome: Outcome<readonly Item[]>, what: string): readonly Item[] {
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
