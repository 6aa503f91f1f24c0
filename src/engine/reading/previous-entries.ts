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
  #found: TreeEntry | undefined;

  constructor(nodes: NodeGiver, children: Children | undefined) {
    this.#pages = children && entriesOf(nodes, children);
  }

  /** The entry of the name that was sought last, if any. */
  get found(): TreeEntry | undefined {
    return this.#found;
  }

  /** Looks for a name. False where the page on hand ends before it: then the next one must be read first. Names must be sought in their order. */
  seek(name: Uint8Array): boolean {
    this.#found = undefined;
    for (; this.#next < this.#page.length; this.#next += 1) {
      const entry = this.#page[this.#next]!;
      const order = Buffer.compare(entry.entry.name, name);
      if (order > 0) return true;
      if (order < 0) continue;
      this.#found = entry;
      this.#next += 1;
      return true;
    }
    return this.#pages === undefined;
  }

  /** Where the index has lost a page, its files are read anew. A page that is ill is no such case: it would be named again. */
  async turnPage(): Promise<void> {
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
