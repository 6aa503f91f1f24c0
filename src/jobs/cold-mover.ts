import { EngineError } from '../engine/engine-error.ts';
import {
  coldObstacle,
  deferColdMove,
  dueColdMoves,
  nextColdMove,
  putOffColdMove,
} from '../storage/records/cold-moves.ts';
import type { Database } from '../storage/records/records.ts';
import { type RecoveryPointRow, recoveryPointByArn } from '../storage/records/recovery-points.ts';
import type { AgendaItem } from './agenda.ts';
import type { JobContext } from './job-context.ts';
import { BUSY_POINT_PAUSE_MS, COLD_MOVE_AGAIN_MS, COLD_MOVE_REFUSED_MS, COLD_MOVES_AT_A_LOOK } from './limits.ts';
import { type MovedPoint, moveToCold } from './move-to-cold.ts';
import { refusalOf } from './prune-vaults.ts';
import { SharedWrites, withSharedWrites } from './shared-writes.ts';

/**
 * Moves recovery points to cold storage on their day. On a real clock it works beside what else falls due, since a move may take hours; a walk
 * through time finds what is due done at each step. A point whose key refuses, or that the world keeps from moving, stays WARM and is tried
 * again later. AWS tells nothing of such points; that they stay usable where they are is our reading.
 */
export class ColdMover implements AgendaItem {
  readonly name = 'cold-moves';
  readonly #context: JobContext;
  readonly #waitsForEnd: boolean;
  readonly #movesAtOnce: number;
  #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    context: JobContext,
    { waitsForEnd, movesAtOnce }: { readonly waitsForEnd: boolean; readonly movesAtOnce: number },
  ) {
    this.#context = context;
    this.#waitsForEnd = waitsForEnd;
    this.#movesAtOnce = movesAtOnce;
  }

  async nextDue(db: Database): Promise<number | undefined> {
    return this.#running === undefined ? await nextColdMove(db) : undefined;
  }

  async run(_: JobContext, now: number): Promise<void> {
    this.#running ??= this.#moveAll(now).finally(() => {
      this.#running = undefined;
    });
    if (this.#waitsForEnd) return await this.#running;
    // What could not even be put off is due again at the next look.
    this.#running.catch((error: unknown) => this.#context.log.error({ err: error }, 'moving to cold storage failed'));
  }

  /** Returns once nothing runs any more. A move that is not over begins again at the next start, with what is there already. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running?.catch(() => undefined);
    this.#stop = new AbortController();
  }

  async #moveAll(now: number): Promise<void> {
    const { records } = this.#context;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const due = await records.read((db) => dueColdMoves(db, now, COLD_MOVES_AT_A_LOOK));
      if (due.length === 0) return;
      await this.#moveSome(due, { now, signal });
    }
  }

  /** Points of one resource one after the other: each finds what those before it have brought. */
  async #moveSome(due: readonly RecoveryPointRow[], moment: Moment): Promise<void> {
    const lines = [...Map.groupBy(due, (point) => `${point.domain_id} ${point.resource_arn}`).values()];
    const writes = new SharedWrites(this.#context);
    const context = { ...this.#context, records: withSharedWrites(this.#context.records, writes) };
    const workers = Array.from({ length: Math.min(this.#movesAtOnce, lines.length) }, async () => {
      const end = writes.begin();
      try {
        for (let line = lines.shift(); line !== undefined; line = lines.shift())
          for (const point of line) if (!moment.signal.aborted) await moveOne(context, point, moment);
      } finally {
        end();
      }
    });
    await Promise.all(workers);
  }
}

interface Moment {
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Moves a point, or sees to it that it is not due any more at `now`. */
async function moveOne(context: JobContext, { arn }: RecoveryPointRow, { now, signal }: Moment): Promise<void> {
  const { records, log } = context;
  try {
    const point = await records.read(async (db) =>
      (await coldObstacle(db, arn, now)) === undefined ? await recoveryPointByArn(db, arn) : undefined,
    );
    const { outcome, copiedBytes } =
      point === undefined ? await defer(context, arn, now) : await moveToCold(context, point, { signal });
    log.info({ point: arn, outcome, bytes: copiedBytes }, 'recovery point was due for cold storage');
  } catch (error) {
    if (error instanceof EngineError && error.kind === 'aborted') return;
    const refusal = refusalOf(error);
    log.error(
      { err: error, point: arn, refusal },
      'recovery point could not be moved to cold storage, and stays where it is',
    );
    const pauseMs = refusal === undefined ? COLD_MOVE_AGAIN_MS : COLD_MOVE_REFUSED_MS;
    await records.write((db) => putOffColdMove(db, arn, now + pauseMs));
  }
}

async function defer({ records }: JobContext, arn: string, now: number): Promise<MovedPoint> {
  const obstacle = await records.write((db) => deferColdMove(db, { arn, now, busyPauseMs: BUSY_POINT_PAUSE_MS }));
  // Where what had kept it is over by now, it is due still.
  return { outcome: obstacle ?? 'busy', copiedBytes: 0 };
}
