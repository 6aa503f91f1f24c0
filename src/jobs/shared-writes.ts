import type { Database, Records } from '../storage/records/records.ts';
import type { Timer } from '../util/timer.ts';
import { SHARED_WRITE_WAIT_MS } from './limits.ts';

/**
 * Writes of jobs that run together, in one commit: each waits until all jobs that run have come to a write or have ended, and a moment at
 * most. A commit is a sync of the disk, and a hundred jobs that begin together come to their writes together. A job that runs alone waits for
 * nobody.
 */
export class SharedWrites {
  readonly #records: Records;
  readonly #timer: Timer;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #cancel: (() => void) | undefined;

  constructor({ records, timer }: { records: Records; timer: Timer }) {
    this.#records = records;
    this.#timer = timer;
  }

  /** A job begins; returns what is to be called when it has ended. */
  begin(): () => void {
    this.#running += 1;
    return () => {
      this.#running -= 1;
      this.#goIfAllWait();
    };
  }

  /** As `Records.write`. */
  async write<Result>(change: (db: Database) => Promise<Result>): Promise<Result> {
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      this.#cancel ??= this.#timer.after(SHARED_WRITE_WAIT_MS, () => this.#go());
      this.#goIfAllWait();
    });
    return await this.#records.write(change);
  }

  #goIfAllWait(): void {
    if (this.#waiting.length > 0 && this.#waiting.length >= this.#running) this.#go();
  }

  /** All in one turn, so that they stand in the records' line together. */
  #go(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** The same records, whose writes share commits. */
export const withSharedWrites = (records: Records, writes: SharedWrites): Records => ({
  read: (query) => records.read(query),
  write: (change) => writes.write(change),
  version: () => records.version(),
  close: () => records.close(),
});
