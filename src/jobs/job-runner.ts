import { type Claim, claimWork, hasDueWork, renewWork, type WorkKind } from '../storage/records/work.ts';
import { StorageError } from '../storage/storage-error.ts';
import { randomUuid } from '../util/random.ts';
import { backupJob } from './backup-job.ts';
import { copyJob } from './copy-job.ts';
import { endAfterFailure } from './failure.ts';
import type { JobContext, JobExecutor } from './job-context.ts';
import { HEARTBEAT_MS, JOBS_AT_ONCE, LEASE_MS, POLL_MS } from './limits.ts';
import { restoreJob } from './restore-job.ts';
import { SharedWrites, withSharedWrites } from './shared-writes.ts';

const EXECUTORS: Readonly<Record<WorkKind, JobExecutor>> = { backup: backupJob, copy: copyJob, restore: restoreJob };

/**
 * Claims jobs and works on them until it is stopped. Several runners, in one process or many, may share the records: a lease with
 * a fence says whose job it is, and a runner that lost its lease writes nothing more.
 */
export class JobRunner {
  readonly #context: JobContext;
  /** What jobs get: their writes share commits. */
  readonly #jobContext: JobContext;
  readonly #writes: SharedWrites;
  readonly #owner: string;
  readonly #jobsAtOnce: number;
  readonly #running = new Map<string, { readonly controller: AbortController; readonly ended: Promise<void> }>();
  #cancelPoll: (() => void) | undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #isStopped = true;

  constructor(context: JobContext, { jobsAtOnce = JOBS_AT_ONCE }: { jobsAtOnce?: number } = {}) {
    this.#context = context;
    this.#writes = new SharedWrites(context);
    this.#jobContext = { ...context, records: withSharedWrites(context.records, this.#writes) };
    this.#jobsAtOnce = jobsAtOnce;
    this.#owner = randomUuid(context.random);
  }

  start(): void {
    this.#isStopped = false;
    this.wake();
  }

  /** There may be new work. */
  wake(): void {
    if (this.#isStopped) return;
    this.#lookAgain = true;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
  }

  get runningJobs(): number {
    return this.#running.size;
  }

  /** Resolves once no job runs and a look has found none that may begin now; at once where the runner is stopped. */
  async settled(): Promise<void> {
    this.wake();
    while (!this.#isStopped) {
      await this.#looking;
      if (this.#running.size === 0) return;
      await Promise.race([...this.#running.values()].map(({ ended }) => ended));
    }
  }

  /** Asks every job to stop at the next chunk and gives it back, whole, for the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPoll?.();
    await this.#looking;
    for (const { controller } of this.#running.values()) controller.abort();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  async #look(): Promise<void> {
    while (this.#lookAgain && !this.#isStopped) {
      this.#lookAgain = false;
      try {
        while (this.#running.size < this.#jobsAtOnce && (await this.#claimSome()));
      } catch (error) {
        this.#context.log.error({ err: error }, 'looking for work failed');
      }
    }
    if (this.#isStopped) return;
    this.#cancelPoll?.();
    this.#cancelPoll = this.#context.timer.after(POLL_MS, () => this.wake());
  }

  /** Whether jobs were there to claim. A read comes first: most looks find nothing, and a write is a sync. */
  async #claimSome(): Promise<boolean> {
    const { records, clock, machineClock } = this.#context;
    const times = { now: clock.now(), machineNow: machineClock.now() };
    if (this.#isStopped || !(await records.read((db) => hasDueWork(db, times)))) return false;
    const wish = { owner: this.#owner, leaseMs: LEASE_MS, max: this.#jobsAtOnce - this.#running.size, ...times };
    const claims = await records.write((db) => claimWork(db, wish));
    for (const claim of claims) this.#begin(claim);
    return claims.length > 0;
  }

  #begin(claim: Claim): void {
    const controller = new AbortController();
    const before = this.#running.get(claim.jobId);
    const ended = this.#workAfter(before, claim, controller).finally(() => {
      if (this.#running.get(claim.jobId)?.controller === controller) this.#running.delete(claim.jobId);
      this.wake();
    });
    this.#running.set(claim.jobId, { controller, ended });
  }

  /** A lease that ran out under a job that still runs here: its earlier try ends first, so that no two work on one job. */
  async #workAfter(
    before: { readonly controller: AbortController; readonly ended: Promise<void> } | undefined,
    claim: Claim,
    controller: AbortController,
  ): Promise<void> {
    before?.controller.abort();
    await before?.ended;
    await this.#work(claim, controller);
  }

  async #work(claim: Claim, controller: AbortController): Promise<void> {
    const stopHeartbeat = this.#keepAlive(claim, controller);
    const end = this.#writes.begin();
    try {
      await EXECUTORS[claim.kind](this.#jobContext, claim, controller.signal);
    } catch (error) {
      await endAfterFailure(this.#jobContext, claim, error).catch((again) => {
        // The lease runs out by itself, and another try begins then.
        this.#context.log.error({ err: again, job: claim.jobId }, 'a failed job could not be written down');
      });
    } finally {
      stopHeartbeat();
      end();
    }
  }

  #keepAlive(claim: Claim, controller: AbortController): () => void {
    const { records, machineClock, timer, log } = this.#context;
    let cancel = (): void => undefined;
    const beat = async (): Promise<void> => {
      try {
        await records.write((db) => renewWork(db, claim, machineClock.now() + LEASE_MS));
      } catch (error) {
        log.warn({ err: error, job: claim.jobId }, 'the lease could not be renewed');
        if (error instanceof StorageError && error.kind === 'lease-lost') return controller.abort();
      }
      if (!controller.signal.aborted) cancel = timer.after(HEARTBEAT_MS, () => void beat());
    };
    cancel = timer.after(HEARTBEAT_MS, () => void beat());
    return () => {
      cancel();
      controller.abort();
    };
  }
}
