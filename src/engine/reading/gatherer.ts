import { cutHere, fileChecksum } from '../cutting/cut-here.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import { type GatheredFiles, gatheredFile, packPaths } from '../lanes/gathered-files.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { ReadFile } from '../lanes/lane-protocol.ts';
import { gatheredFilesMax, gatheredSizeEnough, gatheredSizeMin, gatheredSizeTarget } from '../limits.ts';

/** Puts small files together, across directories, into chunks; where one ends is told by names and sizes (FORMAT.md 5). */
export class Gatherer {
  readonly #lanes: JobLanes;
  readonly #index: DomainIndex;
  #paths: Uint8Array[] = [];
  #bytes = 0;
  #outcome = Promise.withResolvers<GatheredFiles>();
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
  async add(
    file: { readonly path: Uint8Array; readonly sizeBytes: number },
    names: { parent: Uint8Array; own: Uint8Array },
  ): Promise<{ outcome: Promise<ReadFile> }> {
    const number = this.#paths.push(file.path) - 1;
    const own = file.sizeBytes;
    this.#bytes += own;
    const outcome = this.#outcome.promise.then((gathered) => gatheredFile(gathered, number));
    outcome.catch(this.#lanes.fail);
    const sizes = {
      gathered: this.#bytes,
      own,
      min: gatheredSizeMin,
      target: gatheredSizeTarget,
      enough: gatheredSizeEnough,
    };
    const isCut = cutHere(fileChecksum(names.parent, names.own, own), sizes);
    if (isCut || this.#paths.length >= gatheredFilesMax) await this.close();
    return { outcome };
  }

  /** Sends off what has been gathered. */
  async close(): Promise<void> {
    if (this.#paths.length === 0) return;
    const paths = packPaths(this.#paths);
    const { resolve, reject } = this.#outcome;
    this.#paths = [];
    this.#bytes = 0;
    this.#batch += 1;
    this.#outcome = Promise.withResolvers();
    await this.#lanes.room();
    const run = this.#lanes.run({ type: 'gather', table: this.#index.table.handle, paths });
    run.then(({ gathered }) => resolve(gathered!), reject);
  }
}
