import { entriesWaitingMax } from '../limits.ts';
import type { Children, TreeEntry } from '../tree/node.ts';
import type { PageBuilder } from '../tree/page-builder.ts';
import type { FileBackup, SmallFile } from './file-backup.ts';
import type { Gatherer } from './gatherer.ts';

/** An entry that is done, a small file whose batch is under way, or what comes later. */
export type Waiting = TreeEntry | SmallFile | { readonly done: Promise<TreeEntry | undefined> };

/** One directory's entries in their order, on their way into its pages while the bytes of files are still being read. */
export class WaitingEntries {
  readonly #files: FileBackup;
  readonly #gatherer: Gatherer;
  readonly #builder: PageBuilder;
  #waiting: Waiting[] = [];
  /** The batch that was being gathered when the first half was full. */
  #batchOfHalf = 0;

  constructor(builder: PageBuilder, { files, gatherer }: { files: FileBackup; gatherer: Gatherer }) {
    this.#builder = builder;
    this.#files = files;
    this.#gatherer = gatherer;
  }

  /** `takeFirst` must be called before another entry is pushed. */
  get isLong(): boolean {
    return this.#waiting.length >= 2 * entriesWaitingMax;
  }

  push(waiting: Waiting): void {
    if (this.#waiting.push(waiting) === entriesWaitingMax) this.#batchOfHalf = this.#gatherer.batch;
  }

  /** So that a directory of any size is never in memory as a whole. */
  async takeFirst(): Promise<void> {
    const first = this.#waiting.splice(0, entriesWaitingMax);
    const batch = this.#batchOfHalf;
    this.#batchOfHalf = this.#gatherer.batch;
    if (batch === this.#gatherer.batch) await this.#gatherer.close();
    await this.#addAll(first);
  }

  /** The directory's pages, when all its entries are in them. */
  async finish({ isRoot }: { isRoot: boolean }): Promise<Children> {
    await this.#addAll(this.#waiting);
    this.#waiting = [];
    return this.#builder.finish({ isRoot });
  }

  /** Without a turn for each entry where nothing must be waited for: a tree has millions of them. */
  async #addAll(waiting: readonly Waiting[]): Promise<void> {
    for (const one of waiting) {
      const isSmall = 'place' in one;
      const known = isSmall
        ? this.#files.taken(one, one.place.batch.files ?? (await one.place.batch.done))
        : doneOf(one);
      const entry = known instanceof Promise ? await known : known;
      if (!entry) continue;
      this.#builder.add(entry);
      if (this.#builder.isFull) await this.#builder.closePage();
    }
  }
}

function doneOf(waiting: Exclude<Waiting, SmallFile>): TreeEntry | Promise<TreeEntry | undefined> {
  return 'done' in waiting ? waiting.done : waiting;
}
