import type { BackupPlan, BackupRule } from '../model/backup-plan.ts';
import { parseSchedule } from '../model/schedule.ts';
import { latestRun, nextRun, type ZonedSchedule } from '../model/schedule-runs.ts';
import { invariant } from '../util/invariant.ts';

/** One run of one rule, before anybody asked whether it counts. */
export interface PlanRun {
  readonly rule: BackupRule;
  readonly at: number;
}

/** When a rule runs. The rule has been accepted, so that its schedule is one. */
export function scheduleOf({ schedule: text, timeZone }: Pick<BackupRule, 'schedule' | 'timeZone'>): ZonedSchedule {
  const schedule = parseSchedule(text);
  invariant(typeof schedule !== 'string', 'the schedule of an accepted rule can be read');
  return { schedule, timeZone };
}

/** The first run of a rule after a moment; nothing where its years are over. */
export const nextRunOf = (rule: Pick<BackupRule, 'schedule' | 'timeZone'>, after: number): number | undefined =>
  nextRun(scheduleOf(rule), after);

/** The runs of all rules after `from` and until `until`, in order of time; those of one moment in the order of the rules. */
export function* runsBetween(
  { rules }: Pick<BackupPlan, 'rules'>,
  { from, until }: { readonly from: number; readonly until: number },
): Generator<PlanRun> {
  const heads = rules.map((rule) => ({ rule, schedule: scheduleOf(rule), at: nextRunOf(rule, from) }));
  for (;;) {
    const times = heads.flatMap(({ at }) => (at === undefined || at > until ? [] : [at]));
    if (times.length === 0) return;
    const now = Math.min(...times);
    for (const head of heads) {
      if (head.at !== now) continue;
      yield { rule: head.rule, at: now };
      head.at = nextRun(head.schedule, now);
    }
  }
}

const MINUTE_MS = 60_000;

/** A run whose backup serves for another run as well. */
export interface Overlap {
  readonly rule: BackupRule;
  readonly at: number;
}

/**
 * The runs of other rules that serve for this one, any of which makes it unnecessary. Where rules of a plan overlap, the one with the longer
 * retention wins over the whole of its start window, from its run on until the window is over. Of two that are kept equally long and run at
 * one moment, the first in the plan does. Developer Guide, "Backup plan options": with an hourly rule kept for a day and a rule of every
 * twelve hours kept for a week, both with windows of eight hours, two and eight backups are made a day.
 *
 * A run serves only for a resource that it was made for: whoever asks leaves out those from before the resource came under the plan, or
 * the other rule into it.
 */
export function overlapsOf({ rules }: Pick<BackupPlan, 'rules'>, { rule, at }: PlanRun): readonly Overlap[] {
  const own = rules.indexOf(rule);
  return rules.flatMap((other, place): readonly Overlap[] => {
    if (place === own || retentionOf(other) < retentionOf(rule)) return [];
    const run = latestRun(scheduleOf(other), at);
    if (run === undefined) return [];
    const isFirstOfEquals = run === at && place < own;
    const isOpen = at < run + other.startWindowMinutes * MINUTE_MS;
    return (retentionOf(other) === retentionOf(rule) ? isFirstOfEquals : isOpen) ? [{ rule: other, at: run }] : [];
  });
}

/**
 * Whether one of these runs was, or will be, made for a resource, so that it serves for another: not one from before the resource came under
 * the plan, or the rule into it.
 */
export function isServed(
  overlaps: readonly Overlap[],
  { resourceSince, ruleSince }: { readonly resourceSince: number; readonly ruleSince: (ruleId: string) => number },
): boolean {
  return overlaps.some(({ at, rule }) => at > Math.max(resourceSince, ruleSince(rule.id)));
}

/** Days; without end where nothing limits them. */
function retentionOf({ lifecycle }: BackupRule): number {
  const days = lifecycle?.deleteAfterDays ?? -1;
  return days === -1 ? Number.POSITIVE_INFINITY : days;
}
