import type { VerifyReport } from '../engine/engine.ts';
import { EngineError } from '../engine/engine-error.ts';
import { ServiceError } from '../messages/service-error.ts';
import type { Database } from '../storage/records/records.ts';
import { countScrubs, forgetScrubs, keepScrub, latestScrub, nextScrubs } from '../storage/records/scrubs.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { SCRUB_AGAIN_MS, SCRUB_ILLNESSES_KEPT } from './limits.ts';
import { verifyPoint } from './verify-point.ts';

type Illness = VerifyReport['illnesses'][number];

/**
 * Verifies each recovery point once in the operator's interval, one after the other, beside the jobs and at a rate of its own. Damage that
 * nobody has met yet is found while another copy may still be whole. On a real clock it goes on while other things fall due.
 */
export class Scrubber implements AgendaItem {
  readonly name = 'scrub';
  readonly #context: JobContext;
  readonly #waitsForEnd: boolean;
  #stop = new AbortController();
  #running: Promise<void> | undefined;
  #reading: string | undefined;
  /** After a failure of the world: no earlier than this, in the service's time. */
  #notBefore = 0;

  /** `waitsForEnd`: a walk through time finds what is due done at each step. */
  constructor(context: JobContext, { waitsForEnd }: { waitsForEnd: boolean }) {
    this.#context = context;
    this.#waitsForEnd = waitsForEnd;
  }

  /** The recovery point that is being read. */
  get reading(): string | undefined {
    return this.#reading;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  async nextDue(db: Database): Promise<number | undefined> {
    const { scrubEveryMs } = this.#context.limits.current();
    if (scrubEveryMs === null || this.isRunning) return undefined;
    const [oldest] = await nextScrubs(db, 1);
    return oldest === undefined ? undefined : Math.max(oldest.unreadSince + scrubEveryMs, this.#notBefore);
  }

  async run(_: JobContext, now: number): Promise<void> {
    const { scrubEveryMs } = this.#context.limits.current();
    if (scrubEveryMs !== null) this.#begin(now - scrubEveryMs);
    if (this.#waitsForEnd) await this.#running;
  }

  /** Begins a scrub of all recovery points, unless one runs. */
  start(): void {
    this.#begin('all');
  }

  /** Returns once nothing runs any more. What was read stays read. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#stop = new AbortController();
  }

  #begin(unread: number | 'all'): void {
    this.#running ??= this.#readAll(unread)
      .catch((error: unknown) => {
        this.#notBefore = this.#context.clock.now() + SCRUB_AGAIN_MS;
        if (!this.#stop.signal.aborted) this.#context.log.error({ err: error }, 'the scrub was broken off');
      })
      .finally(() => {
        this.#running = undefined;
        this.#reading = undefined;
      });
  }

  /** All points that have not been read since a moment, or all that there are now; those that wait longest first. */
  async #readAll(unread: number | 'all'): Promise<void> {
    const { records, clock } = this.#context;
    await records.write(forgetScrubs);
    const latest = await records.read(latestScrub);
    const unreadSince = unread === 'all' ? Math.max(clock.now(), latest ?? 0) : unread;
    while (!this.#stop.signal.aborted) {
      const [next] = await records.read((db) => nextScrubs(db, 1));
      if (next === undefined || next.unreadSince > unreadSince) return;
      await this.#readOne(next.arn, unreadSince);
    }
  }

  async #readOne(arn: string, unreadSince: number): Promise<void> {
    const { records, clock, watch } = this.#context;
    this.#reading = arn;
    const report = await this.#verify(arn);
    if (report === undefined) return;
    const { chunks, bytes, illnesses } = report;
    // Later than what this run looks for, also where the service's clock stands still.
    const verifiedAt = Math.max(clock.now(), unreadSince + 1);
    const counts = await records.write(async (db) => {
      await keepScrub(db, {
        recovery_point_arn: arn,
        verified_at: verifiedAt,
        bytes,
        chunks,
        illness_count: illnesses.length,
        illnesses: JSON.stringify(illnesses.slice(0, SCRUB_ILLNESSES_KEPT)),
      });
      return await countScrubs(db);
    });
    watch.scrubbed({ recoveryPointArn: arn, bytes, illnesses, illPoints: counts.ill });
  }

  /** Nothing where the point was deleted meanwhile. A key that refuses is a finding: nobody can restore this point now. */
  async #verify(arn: string): Promise<VerifyReport | undefined> {
    const { signal } = this.#stop;
    try {
      return await verifyPoint(this.#context, arn, { pace: 'scrub', signal });
    } catch (error) {
      const refusal = error instanceof ServiceError ? error : (error as Error).cause;
      if (refusal instanceof ServiceError) return keyRefused(refusal);
      if (error instanceof EngineError && error.kind === 'key-unavailable') return keyRefused(error);
      throw error;
    }
  }
}

function keyRefused({ message }: Error): VerifyReport {
  const illness: Illness = { kind: 'key-unavailable', where: message };
  return { chunks: 0, bytes: 0, illnesses: [illness], damagedPacks: [] };
}
