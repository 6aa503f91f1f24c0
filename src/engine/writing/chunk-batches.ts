import type { ChunkTable } from '../domain/chunk-table.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { ChunkAt, LaneResult } from '../lanes/lane-protocol.ts';
import { batchChunksMax, batchesGatheredChunksMax, batchesGatheredMax, batchSize } from '../limits.ts';

interface Batch {
  records: number[];
  bytes: number;
}

/**
 * Sorts chunks by the packs in which they lie, so that lanes read long stretches: several lanes wrote at once, and what follows one another
 * in the tree lies in several packs. What waits is bounded.
 */
export class ChunkBatches {
  readonly #lanes: JobLanes;
  readonly #index: DomainIndex;
  readonly #table: ChunkTable;
  readonly #type: 'copy' | 'verify';
  readonly #onResult: ((result: LaneResult) => void) | undefined;
  readonly #batches = new Map<number, Batch>();
  readonly #running = new Set<Promise<void>>();
  #waitingBytes = 0;
  #waitingChunks = 0;

  constructor(lanes: JobLanes, index: DomainIndex, type: 'copy' | 'verify', onResult?: (result: LaneResult) => void) {
    this.#lanes = lanes;
    this.#index = index;
    this.#table = index.table;
    this.#type = type;
    this.#onResult = onResult;
  }

  async add(record: number): Promise<void> {
    const pack = this.#table.packAt(record);
    const batch = this.#batches.get(pack) ?? { records: [], bytes: 0 };
    const bytes = this.#table.sealedLengthAt(record);
    this.#batches.set(pack, batch);
    batch.records.push(record);
    batch.bytes += bytes;
    this.#waitingBytes += bytes;
    this.#waitingChunks += 1;
    if (batch.bytes >= batchSize || batch.records.length >= batchChunksMax) await this.#send(pack, batch);
    else if (this.#waitingBytes > batchesGatheredMax || this.#waitingChunks > batchesGatheredChunksMax)
      await this.#sendLargest();
  }

  /** Sends what is left and waits until all is done. */
  async finish(): Promise<void> {
    for (const [pack, batch] of this.#batches) await this.#send(pack, batch);
    await Promise.all(this.#running);
    this.#lanes.check();
  }

  async #sendLargest(): Promise<void> {
    const [largest] = [...this.#batches].sort(([, one], [, other]) => other.bytes - one.bytes);
    if (largest) await this.#send(...largest);
  }

  async #send(pack: number, { records, bytes }: Batch): Promise<void> {
    this.#batches.delete(pack);
    this.#waitingBytes -= bytes;
    this.#waitingChunks -= records.length;
    await this.#lanes.room();
    const chunks = { table: this.#table.handle, ...this.#index.pack(pack), records: Uint32Array.from(records) };
    const running: Promise<void> = this.#lanes
      .run({ type: this.#type, chunks })
      .then((result) => this.#onResult?.(result))
      .catch(this.#lanes.fail)
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }
}

/** A chunk's place as a lane needs it. */
export function chunkAt(index: DomainIndex, record: number): ChunkAt {
  const { pack, offset, ordinal, ...entry } = index.table.placeAt(record);
  return { entry, ...index.pack(pack), offset, ordinal };
}
