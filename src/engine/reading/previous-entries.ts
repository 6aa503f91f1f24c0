import { Buffer } from 'node:buffer';
import { EngineError } from '../engine-error.ts';
import type { Children, TreeEntry } from '../tree/node.ts';
import type { NodeGiver } from '../tree/node-reader.ts';
import { entriesOf } from '../tree/tree-reader.ts';

/** A directory as the previous backup has it, read page by page beside the walk: both are in byte order of names. */
export class PreviousEntries {
  #pages: AsyncIterator<readonly TreeEntry[]> | undefined;
  #page: readonly TreeEntry[] = [];
  #next = 0;

  constructor(nodes: NodeGiver, children: Children | undefined) {
    this.#pages = children && entriesOf(nodes, children);
  }

  /** The entry of that name, if any. Names must be asked for in their order. */
  async find(name: Uint8Array): Promise<TreeEntry | undefined> {
    while (this.#next < this.#page.length || this.#pages) {
      const entry = this.#page[this.#next];
      if (!entry) {
        await this.#readPage();
        continue;
      }
      const order = Buffer.compare(entry.entry.name, name);
      if (order > 0) return undefined;
      this.#next += 1;
      if (order === 0) return entry;
    }
    return undefined;
  }

  /** Where the index has lost a page, its files are read anew. A page that is ill is no such case: it would be named again. */
  async #readPage(): Promise<void> {
    this.#page = [];
    this.#next = 0;
    try {
      const { done, value } = await this.#pages!.next();
      if (done) this.#pages = undefined;
      else this.#page = value;
    } catch (error) {
      if (!(error instanceof EngineError && error.kind === 'chunk-missing')) throw error;
      this.#pages = undefined;
    }
  }
}
