import { backupJobOfRun, copyJobOfBackup, enabledKeys } from '../storage/records/plan-outcome.ts';
import type { PointOfResource } from '../storage/records/points-of-resource.ts';
import type { Database } from '../storage/records/records.ts';
import { RUNS_LOOKED_BACK_MAX } from './limits.ts';
import { lastPromise, type PromisedPlace, type PromisedRun } from './promised-places.ts';

/** A point that can be restored from: whole, with a key that can be used. */
export interface Usable {
  readonly arn: string;
  readonly createdAt: number;
}

/** A run of a plan whose point should be there. */
interface RunPromise {
  readonly planId: string;
  readonly planName: string;
  readonly rule: string;
  readonly at: number;
}

/** What is at a place, and what should be. */
export interface PlaceFreshness {
  readonly kind: 'backup' | 'copy';
  readonly vaultArn: string;
  /** The run whose point should be there; nothing where none has come yet. */
  readonly promise?: RunPromise;
  readonly newest?: Usable;
  /** `under-way`: the run's job has its time still. `not-due`: no run has come yet. */
  readonly verdict: 'fresh' | 'under-way' | 'not-due' | 'stale';
  /** Why it is stale. */
  readonly because?: string;
}

const MINUTE_MS = 60_000;

interface Look {
  /** Of the resource, newest first. */
  readonly points: readonly PointOfResource[];
  readonly maxAgeMs: number | undefined;
  readonly now: number;
}

export async function judgePlace(
  db: Database,
  place: PromisedPlace,
  { points, maxAgeMs, now }: Look,
): Promise<PlaceFreshness> {
  const here = points.filter(({ vault_arn }) => vault_arn === place.vaultArn);
  const newest = await newestUsable(db, here);
  const promised = lastPromise(place, now);
  const facts = {
    kind: (promised?.feed ?? place.feeds[0])?.kind ?? 'backup',
    vaultArn: place.vaultArn,
    ...(promised && { promise: toPromise(promised) }),
    ...(newest && { newest }),
  };
  const unusable =
    here.length > 0 && here[0]?.arn !== newest?.arn
      ? 'the newest point there cannot be used: it is not whole, or its key is not enabled'
      : undefined;
  if (maxAgeMs !== undefined) return { ...facts, ...judgeAge(newest, { maxAgeMs, now, unusable }) };
  if (promised === undefined) return { ...facts, verdict: 'not-due' };
  return { ...facts, ...(await judgePromise(db, place, { promised, newest, now, unusable })) };
}

const toPromise = ({ feed: { plan, rule }, at }: PromisedRun): RunPromise => ({
  planId: plan.row.id,
  planName: plan.row.name,
  rule: rule.name,
  at,
});

/** The first of these points, newest first, that can be restored from. */
export async function newestUsable(db: Database, points: readonly PointOfResource[]): Promise<Usable | undefined> {
  const keys = points.flatMap(({ is_encrypted, key_arn }) => (is_encrypted === 1 && key_arn !== null ? [key_arn] : []));
  const enabled = await enabledKeys(db, [...new Set(keys)]);
  const usable = points.find(
    ({ status, is_encrypted, key_arn }) =>
      (status === 'COMPLETED' || status === 'AVAILABLE') && (is_encrypted === 0 || enabled.has(key_arn ?? '')),
  );
  return usable && { arn: usable.arn, createdAt: usable.created_at };
}

type Judgement = Pick<PlaceFreshness, 'verdict' | 'because'>;

const stale = (because: string): Judgement => ({ verdict: 'stale', because });

function judgeAge(
  newest: Usable | undefined,
  { maxAgeMs, now, unusable }: { maxAgeMs: number; now: number; unusable: string | undefined },
): Judgement {
  if (newest === undefined) return stale(unusable ?? 'there is none');
  if (now - newest.createdAt <= maxAgeMs) return { verdict: 'fresh' };
  return stale(unusable ?? 'it is older than the age that was asked for');
}

/**
 * A run that is under way has its time still. What it hides is looked at too: the run before it, and so on until one has left a point or should
 * have.
 */
async function judgePromise(
  db: Database,
  place: PromisedPlace,
  look: { promised: PromisedRun; newest: Usable | undefined; now: number; unusable: string | undefined },
): Promise<Judgement> {
  const { newest } = look;
  let verdict: Judgement['verdict'] = 'fresh';
  let run: PromisedRun | undefined = look.promised;
  for (let looked = 0; run !== undefined && looked < RUNS_LOOKED_BACK_MAX; looked += 1) {
    if (newest !== undefined && newest.createdAt >= run.at) break;
    const judged = await judgeRun(db, run, look);
    if (judged.verdict === 'stale') return judged;
    verdict = judged.verdict;
    run = lastPromise(place, run.at - 1);
  }
  return { verdict };
}

/** What became of a run that has left no usable point, or not yet. */
async function judgeRun(
  db: Database,
  { feed, at }: PromisedRun,
  { now, unusable }: { now: number; unusable: string | undefined },
): Promise<Judgement> {
  const { plan, rule, target, kind, vaultArn } = feed;
  const run = { planId: plan.row.id, ruleId: rule.id, resourceArn: target.resource.arn, at };
  const backup = await backupJobOfRun(db, run);
  if (backup === undefined)
    return now < at + rule.startWindowMinutes * MINUTE_MS
      ? { verdict: 'under-way' }
      : stale('the run has made no backup job');
  if (backup.completed_at === null)
    return now <= (backup.expected_completion_at ?? now)
      ? { verdict: 'under-way' }
      : stale(`backup job ${backup.id} is ${backup.state} beyond its window`);
  if (backup.state !== 'COMPLETED') return stale(sentence('backup', backup));
  if (kind === 'backup') return stale(unusable ?? `the point of backup job ${backup.id} is gone`);
  const copy = await copyJobOfBackup(db, backup, vaultArn);
  if (copy === undefined) return stale(`backup job ${backup.id} was followed by no copy into this vault`);
  if (copy.completed_at === null)
    return now <= (backup.expected_completion_at ?? now)
      ? { verdict: 'under-way' }
      : stale(`copy job ${copy.id} is ${copy.state} beyond the window of its rule`);
  return stale(
    copy.state === 'COMPLETED' ? (unusable ?? `the copy of job ${copy.id} is gone`) : sentence('copy', copy),
  );
}

const sentence = (
  kind: string,
  { id, state, status_message }: { id: string; state: string; status_message: string | null },
): string => `${kind} job ${id} ended ${state}: ${status_message ?? 'no message'}`;
