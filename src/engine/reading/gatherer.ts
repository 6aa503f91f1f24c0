import { cutHere, fileChecksum } from '../cutting/cut-here.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { LaneResult, ReadFile, SmallFile } from '../lanes/lane-protocol.ts';
import { gatheredFilesMax, gatheredSizeEnough, gatheredSizeMin, gatheredSizeTarget } from '../limits.ts';

/** Puts small files together, across directories, into chunks; where one ends is told by names and sizes (FORMAT.md 5). */
export class Gatherer {
  readonly #lanes: JobLanes;
  readonly #index: DomainIndex;
  #files: SmallFile[] = [];
  #bytes = 0;
  #outcome = Promise.withResolvers<LaneResult>();
  #batch = 0;

  constructor(lanes: JobLanes, index: DomainIndex) {
    this.#lanes = lanes;
    this.#index = index;
  }

  /** Number of the batch that is being gathered: files of earlier ones have been sent off. */
  get batch(): number {
    return this.#batch;
  }

  /** Returns once the file has its place in a task; what became of it is known when that task has run. */
  async add(file: SmallFile, names: { parent: Uint8Array; own: Uint8Array }): Promise<{ outcome: Promise<ReadFile> }> {
    const number = this.#files.push(file) - 1;
    const own = file.identity.sizeBytes;
    this.#bytes += own;
    const outcome = this.#outcome.promise.then((result) => result.files![number]!);
    outcome.catch(this.#lanes.fail);
    const sizes = {
      gathered: this.#bytes,
      own,
      min: gatheredSizeMin,
      target: gatheredSizeTarget,
      enough: gatheredSizeEnough,
    };
    const isCut = cutHere(fileChecksum(names.parent, names.own, own), sizes);
    if (isCut || this.#files.length >= gatheredFilesMax) await this.close();
    return { outcome };
  }

  /** Sends off what has been gathered. */
  async close(): Promise<void> {
    if (this.#files.length === 0) return;
    const files = this.#files;
    const { resolve, reject } = this.#outcome;
    this.#files = [];
    this.#bytes = 0;
    this.#batch += 1;
    this.#outcome = Promise.withResolvers();
    await this.#lanes.room();
    this.#lanes.run({ type: 'gather', table: this.#index.table.handle, files }).then(resolve, reject);
  }
}
