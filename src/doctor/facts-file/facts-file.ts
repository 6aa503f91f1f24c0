import type { CopyFacts, Fact, PointFacts } from '../../decision/facts.ts';
import type { PlanFacts } from '../../decision/plan-facts.ts';
import type { CopyName, Moment } from '../assemble-facts.ts';
import type { Estate } from '../estate.ts';
import type { JobFacts } from '../sources.ts';

export const FORMAT = 'crossvault-facts';
export const VERSION = 1;

/**
 * Saved facts: each account, vault, key, role, point and document once, and cases that name them. Times are milliseconds since 1970. A copy
 * may also stand there as its whole facts.
 */
export interface FactsFile {
  readonly moment: Moment;
  readonly estate: Estate;
  readonly plans: readonly PlanFacts[];
  readonly cases: readonly SavedCase[];
}

export interface SavedCase {
  readonly label: string;
  readonly origin: SavedOrigin;
  /** Which copy: its facts are put together from the estate. */
  readonly copy?: CopyName;
  /** The point that a plan is going to make. */
  readonly point?: Fact<PointFacts | null>;
  /** In place of `copy`: all facts of the copy. */
  readonly facts?: CopyFacts;
}

/** As `CaseOrigin`; a plan is named by its place in `plans`. */
export type SavedOrigin =
  | { readonly kind: 'asked' }
  | { readonly kind: 'job'; readonly job: JobFacts }
  | {
      readonly kind: 'plan';
      readonly plan: number;
      readonly ruleId: string;
      readonly copyAction: number;
      readonly selectionId: string;
      readonly resourceArn: string | null;
      readonly isForetold: boolean;
    };
