import { cutHere, fileChecksum } from '../cutting/cut-here.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import { type ArrivedFiles, arrivedFiles, PackedPaths } from '../lanes/gathered-files.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import { gatheredFilesMax, gatheredSizeEnough, gatheredSizeMin, gatheredSizeTarget } from '../limits.ts';

/** Small files that are read into one chunk. */
export interface Batch {
  /** Comes when they have been read. */
  readonly done: Promise<ArrivedFiles>;
  /** The same, once it is there. */
  files: ArrivedFiles | undefined;
}

/** Where it will be said what became of a small file. */
export interface PlaceInBatch {
  readonly batch: Batch;
  readonly number: number;
}

interface OpenBatch {
  readonly batch: Batch;
  readonly outcome: PromiseWithResolvers<ArrivedFiles>;
}

/** Puts small files together, across directories, into chunks; where one ends is told by names and sizes (FORMAT.md 5). */
export class Gatherer {
  readonly #lanes: JobLanes;
  readonly #index: DomainIndex;
  readonly #paths = new PackedPaths();
  #bytes = 0;
  #open: OpenBatch;
  #batches = 0;
  #isFull = false;

  constructor(lanes: JobLanes, index: DomainIndex) {
    this.#lanes = lanes;
    this.#index = index;
    this.#open = this.#openBatch();
  }

  /** Number of the batch that is being gathered: files of earlier ones have been sent off. */
  get batch(): number {
    return this.#batches;
  }

  /** The batch must be closed before another file is added. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Gives the file its place in a task; what became of it is known when that task has run. */
  add(
    file: { readonly path: Uint8Array; readonly sizeBytes: number },
    names: { parent: Uint8Array; own: Uint8Array },
  ): PlaceInBatch {
    const number = this.#paths.count;
    const own = file.sizeBytes;
    this.#paths.add(file.path);
    this.#bytes += own;
    this.#isFull = this.#paths.count >= gatheredFilesMax || this.#isCut(own, names);
    return { batch: this.#open.batch, number };
  }

  /** Sends off what has been gathered, as soon as a lane has room. */
  async close(): Promise<void> {
    if (this.#paths.count === 0) return;
    const paths = this.#paths.take();
    const sent = this.#open;
    this.#bytes = 0;
    this.#isFull = false;
    this.#batches += 1;
    this.#open = this.#openBatch();
    await this.#lanes.room();
    void this.#read(sent, paths);
  }

  async #read({ batch, outcome }: OpenBatch, paths: Uint8Array): Promise<void> {
    try {
      const { gathered } = await this.#lanes.run({ type: 'gather', table: this.#index.table.handle, paths });
      batch.files = arrivedFiles(gathered!);
      outcome.resolve(batch.files);
    } catch (error) {
      outcome.reject(error);
    }
  }

  #isCut(own: number, names: { parent: Uint8Array; own: Uint8Array }): boolean {
    const gathered = this.#bytes;
    if (gathered < gatheredSizeMin) return false;
    const sizes = { gathered, own, min: gatheredSizeMin, target: gatheredSizeTarget, enough: gatheredSizeEnough };
    return cutHere(fileChecksum(names.parent, names.own, own), sizes);
  }

  #openBatch(): OpenBatch {
    const outcome = Promise.withResolvers<ArrivedFiles>();
    outcome.promise.catch(this.#lanes.fail);
    return { batch: { done: outcome.promise, files: undefined }, outcome };
  }
}
