import type { PlanTarget } from '../jobs/plan-targets.ts';
import type { BackupRule } from '../model/backup-plan.ts';
import { isServed, overlapsOf, runsBetween } from '../planning/plan-runs.ts';
import type { BackupWay, LivingPlan } from './living-plan.ts';

/** One backup that will be made if nothing changes. */
export interface ForeseenBackup {
  readonly at: number;
  readonly rule: BackupRule;
  readonly target: PlanTarget;
  readonly way: BackupWay;
}

/** The backups that a plan will make after `from` and until `until`, in order of time: its runs that count, for each resource. Pure. */
export function* foreseeBackups(
  { document, targets, ruleSince, way }: Omit<LivingPlan, 'row'>,
  span: { readonly from: number; readonly until: number },
): Generator<ForeseenBackup> {
  for (const run of runsBetween(document, span)) {
    const overlaps = overlapsOf(document, run);
    for (const target of targets) {
      const isNeeded = !isServed(overlaps, { resourceSince: target.since, ruleSince });
      if (isNeeded) yield { at: run.at, rule: run.rule, target, way: way(run.rule, target) };
    }
  }
}
