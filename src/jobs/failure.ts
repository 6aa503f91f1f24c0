import { EngineError } from '../engine/engine-error.ts';
import * as backupMessages from '../messages/backup-job.ts';
import * as copyMessages from '../messages/copy-job.ts';
import type { JobMessage } from '../messages/job-message.ts';
import { ServiceError } from '../messages/service-error.ts';
import { copyJobById } from '../storage/records/copy-jobs.ts';
import { failJob, returnJob } from '../storage/records/jobs.ts';
import type { Database } from '../storage/records/records.ts';
import { releaseTemporaryPoint } from '../storage/records/temporary-points.ts';
import { type Claim, finishWork, releaseWork, type WorkKind } from '../storage/records/work.ts';
import { StorageError } from '../storage/storage-error.ts';
import { jobChanged } from './job-changed.ts';
import type { JobContext } from './job-context.ts';
import { RETRY_PAUSE_MAX_MS, RETRY_PAUSE_MIN_MS, TRIES_MAX } from './limits.ts';

/** The last states of a job that did not complete. */
type EndState = 'FAILED' | 'ABORTED' | 'EXPIRED';

/** The world said no in a way that no later try will change; the job ends with this sentence. */
export class JobRefusal extends Error {
  override readonly name = 'JobRefusal';
  readonly sentence: JobMessage;
  readonly state: EndState;

  constructor(sentence: JobMessage, state: EndState = 'FAILED') {
    super(sentence.text);
    this.sentence = sentence;
    this.state = state;
  }
}

interface PauseTerms {
  /** When the pause ends at the latest, in the machine's time. Default: after as long as until `until`. */
  readonly machineUntil?: number;
  /** Whether the job shows as RUNNING meanwhile, and not as CREATED. */
  readonly staysRunning?: boolean;
}

/** The job may not go on before `until`, in the service's time, and keeps what it has done. */
export class JobPause extends Error {
  override readonly name = 'JobPause';
  readonly until: number;
  readonly terms: PauseTerms;

  constructor(until: number, terms: PauseTerms = {}) {
    super(`waits until ${new Date(until).toISOString()}`);
    this.until = until;
    this.terms = terms;
  }
}

type Verdict =
  | { readonly kind: 'fail'; readonly sentence: JobMessage; readonly state: EndState }
  | { readonly kind: 'retry'; readonly pauseMs: number }
  | { readonly kind: 'wait'; readonly pause: JobPause }
  | { readonly kind: 'give-back' }
  | { readonly kind: 'lost' };

/** What the rest of the world calls a job that met an error of ours or of the machine. */
const FATAL: Readonly<Record<WorkKind, () => JobMessage>> = {
  backup: backupMessages.fatalError,
  copy: copyMessages.fatalError,
  restore: backupMessages.restoreFatalError,
};

const KEY_REFUSED: Readonly<Record<WorkKind, () => JobMessage>> = {
  backup: backupMessages.keyDisabledOrDenied,
  copy: copyMessages.keyDisabledOrDenied,
  restore: backupMessages.keyDisabledOrDenied,
};

/** The one place that decides what becomes of a job whose try threw: another try, or its last state with a sentence. */
export async function endAfterFailure(context: JobContext, claim: Claim, error: unknown): Promise<void> {
  const verdict = judge(claim, error);
  const { log, machineClock, clock } = context;
  if (verdict.kind === 'fail') {
    log.warn(
      { err: error, job: claim.jobId, kind: claim.kind, sentence: verdict.sentence.id },
      'job ended without success',
    );
    return await endJob(context, claim, verdict.state, verdict.sentence);
  }
  if (verdict.kind === 'lost') return log.warn({ job: claim.jobId }, 'another worker has this job now');
  if (verdict.kind === 'retry')
    log.warn(
      { err: error, job: claim.jobId, tries: claim.attempts, pauseMs: verdict.pauseMs },
      'job will be tried again',
    );
  const pause = verdict.kind === 'wait' ? verdict.pause : undefined;
  const pauseMs = verdict.kind === 'retry' ? verdict.pauseMs : pause === undefined ? 0 : pause.until - clock.now();
  await context.records.write(async (db) => {
    const until = pauseMs === 0 ? null : clock.now() + pauseMs;
    const machineUntil = pause?.terms.machineUntil ?? machineClock.now() + pauseMs;
    await releaseWork(db, claim, { machineUntil, until });
    if (pause?.terms.staysRunning !== true) await returnJob(db, claim.kind, claim.jobId);
  });
}

/** Writes a job's last state and ends the claim in one transaction. */
export async function endJob(context: JobContext, claim: Claim, state: EndState, sentence: JobMessage): Promise<void> {
  const { records, clock } = context;
  await records.write(async (db) => {
    await failJob(db, claim.kind, {
      jobId: claim.jobId,
      state,
      statusMessage: sentence.text,
      messageCategory: sentence.category,
      now: clock.now(),
    });
    if (claim.kind === 'copy') await releaseAfterCopy(db, claim.jobId, clock.now());
    await finishWork(db, claim);
  });
  await jobChanged(context, claim, { storedBytes: 0 });
}

/** A copy that failed may have been the last that a temporary point was kept for. */
async function releaseAfterCopy(db: Database, jobId: string, now: number): Promise<void> {
  const job = await copyJobById(db, jobId);
  if (job !== undefined) await releaseTemporaryPoint(db, job.source_recovery_point_arn, now);
}

function judge(claim: Claim, error: unknown): Verdict {
  const causes = causesOf(error);
  const refusal = causes.find((cause) => cause instanceof JobRefusal);
  if (refusal !== undefined) return { kind: 'fail', sentence: refusal.sentence, state: refusal.state };
  const pause = causes.find((cause) => cause instanceof JobPause);
  if (pause !== undefined) return { kind: 'wait', pause };
  if (causes.some((cause) => cause instanceof StorageError && cause.kind === 'lease-lost')) return { kind: 'lost' };
  if (causes.some((cause) => cause instanceof EngineError && cause.kind === 'aborted')) return { kind: 'give-back' };
  // The only service the engine reaches is the key service: its refusals are the key's owner's word, final until somebody acts.
  if (causes.some((cause) => cause instanceof ServiceError && cause.fault === 'client')) {
    return { kind: 'fail', sentence: KEY_REFUSED[claim.kind](), state: 'FAILED' };
  }
  if (causes.some(mayPass) && claim.attempts < TRIES_MAX) return { kind: 'retry', pauseMs: pauseAfter(claim.attempts) };
  return { kind: 'fail', sentence: FATAL[claim.kind](), state: 'FAILED' };
}

/** Errors of the machine that another try may not meet. */
const PASSING_CODES = new Set([
  'EAGAIN',
  'EBUSY',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'ENOSPC',
  'ESTALE',
  'ETIMEDOUT',
]);

function mayPass(cause: unknown): boolean {
  // A store that refuses may be a policy or a credential that somebody mends.
  if (cause instanceof StorageError) return ['io', 'disk-full', 'access-denied', 'bucket-missing'].includes(cause.kind);
  return PASSING_CODES.has(String((cause as { code?: unknown }).code));
}

const pauseAfter = (tries: number): number =>
  Math.min(RETRY_PAUSE_MAX_MS, RETRY_PAUSE_MIN_MS * 2 ** Math.min(tries - 1, 10));

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause !== undefined && cause !== null && causes.length < 10; cause = (cause as Error).cause)
    causes.push(cause);
  return causes;
}
