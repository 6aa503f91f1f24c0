import { Buffer } from 'node:buffer';
import { giveBack } from '../../util/give-back.ts';
import { wholePacksPerLane } from '../limits.ts';

/** A job that fills a pack. */
export interface PackHolder {
  /** Has its pack stored as it is, or drops it where the job has failed: in the end its buffer comes back. Never rejects. Not while the job's own task runs. */
  yieldPack(): Promise<void>;
}

/**
 * The buffers in which the jobs of one lane fill whole packs, for stores that take no pieces: so many, however many jobs there are. Where all are
 * filling, the job that began first has to store its pack as it is: packs become smaller, and memory keeps its bound.
 */
export class WholePacks {
  readonly #free: Buffer[] = [];
  /** Jobs whose packs are filling; the buffers of all others are on their way to the store. */
  readonly #filling = new Set<PackHolder>();
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** A buffer for a pack that `holder` fills. */
  async take(size: number, holder: PackHolder): Promise<Buffer> {
    while (this.#taken >= wholePacksPerLane) {
      const [first] = this.#filling;
      if (first && this.#filling.size === this.#taken) await first.yieldPack();
      else await new Promise<void>((wake) => this.#waiting.push(wake));
    }
    this.#taken += 1;
    this.#filling.add(holder);
    const at = this.#free.findIndex((buffer) => buffer.length >= size);
    return at < 0 ? Buffer.allocUnsafeSlow(size) : this.#free.splice(at, 1)[0]!;
  }

  /** The pack fills no more. */
  filled(holder: PackHolder): void {
    this.#filling.delete(holder);
  }

  /** Comes back. Without the buffer: somebody may still read it, it is not to be used again. */
  give(buffer?: Buffer): void {
    this.#taken -= 1;
    if (buffer) this.#free.push(buffer);
    this.#waiting.shift()?.();
  }

  /** No job is open: the buffers would be most of what an idle service holds, and be there beside all that a restore needs. */
  rest(): void {
    for (const buffer of this.#free.splice(0)) giveBack(buffer);
  }
}
