import type { PlanTarget } from '../jobs/plan-targets.ts';
import type { BackupRule } from '../model/backup-plan.ts';
import { latestRun } from '../model/schedule-runs.ts';
import { isServed, overlapsOf, scheduleOf } from '../planning/plan-runs.ts';
import { RUNS_LOOKED_BACK_MAX } from './limits.ts';
import type { LivingPlan } from './living-plan.ts';

/** A rule that fills a vault with points of a resource, by its backups or by their copies. */
export interface Feed {
  readonly kind: 'backup' | 'copy';
  readonly vaultArn: string;
  readonly plan: LivingPlan;
  readonly rule: BackupRule;
  readonly target: PlanTarget;
}

export interface PromisedPlace {
  readonly vaultArn: string;
  readonly feeds: readonly Feed[];
}

/** Where a plan puts what of its resources. */
export function placesOf(plan: LivingPlan): readonly Feed[] {
  return plan.targets.flatMap((target) =>
    plan.document.rules.flatMap((rule): readonly Feed[] => {
      const { vaultArn, copyActions, isTemporary } = plan.way(rule, target);
      const copies = copyActions.map(
        ({ destinationVaultArn }): Feed => ({ kind: 'copy', vaultArn: destinationVaultArn, plan, rule, target }),
      );
      // Nothing stays in the vault of a backup that is made to be copied.
      return isTemporary ? copies : [{ kind: 'backup', vaultArn, plan, rule, target }, ...copies];
    }),
  );
}

/** A run that should have left a point at a place. */
export interface PromisedRun {
  readonly feed: Feed;
  readonly at: number;
}

/** The last run of any of the rules that counts and that has come; nothing where none has. */
export function lastPromise({ feeds }: PromisedPlace, now: number): PromisedRun | undefined {
  const runs = feeds.flatMap((feed) => {
    const at = lastCountingRun(feed, now);
    return at === undefined ? [] : [{ feed, at }];
  });
  return runs.toSorted((one, other) => other.at - one.at)[0];
}

function lastCountingRun({ plan, rule, target }: Feed, now: number): number | undefined {
  const begun = Math.max(target.since, plan.ruleSince(rule.id));
  let until = now;
  for (let looked = 0; looked < RUNS_LOOKED_BACK_MAX; looked += 1) {
    const at = latestRun(scheduleOf(rule), until);
    if (at === undefined || at <= begun) return undefined;
    const overlaps = overlapsOf(plan.document, { rule, at });
    if (!isServed(overlaps, { resourceSince: target.since, ruleSince: plan.ruleSince })) return at;
    until = at - 1;
  }
  return undefined;
}
