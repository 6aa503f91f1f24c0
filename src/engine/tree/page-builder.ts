import { crc32 } from 'node:zlib';
import { cutHere } from '../cutting/cut-here.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { embeddedPageSizeMax, pageSizeEnough, pageSizeMin, pageSizeTarget } from '../limits.ts';
import { ChunkNames, encodePage, writeEntry } from './encode-node.ts';
import { buildList } from './list-builder.ts';
import type { Children, NodeRef, TreeEntry } from './node.ts';
import type { NodeTaker } from './node-sink.ts';
import { TotalsSum } from './totals-sum.ts';

/** Takes a directory's entries in byte order of their names and makes pages of them. */
export class PageBuilder {
  readonly #sink: NodeTaker;
  readonly #pages: NodeRef[] = [];
  #writer = new ByteWriter(1024);
  #names = new ChunkNames();
  #count = 0;
  #totals = new TotalsSum();
  #isFull = false;

  constructor(sink: NodeTaker) {
    this.#sink = sink;
  }

  /** `closePage` must be called before another entry is added. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(entry: TreeEntry): void {
    const before = this.#writer.length;
    writeEntry(this.#writer, entry, this.#names);
    this.#count += 1;
    this.#totals.addEntry(entry);
    const gathered = this.#writer.length;
    this.#isFull = gathered >= pageSizeMin && isCut(entry.entry.name, { gathered, own: gathered - before });
  }

  /** What was added since the last page is one. */
  async closePage(): Promise<void> {
    const page = encodePage(this.#names, this.#count, this.#writer.finish());
    const totals = this.#totals.totals(this.#names.chunks.length);
    this.#writer = new ByteWriter(1024);
    this.#names = new ChunkNames();
    this.#count = 0;
    this.#totals = new TotalsSum();
    this.#isFull = false;
    this.#pages.push(await this.#sink.put(page, totals));
  }

  /** A small directory is embedded in its parent; the root has none. */
  async finish({ isRoot }: { isRoot: boolean }): Promise<Children> {
    if (this.#pages.length === 0 && !isRoot) {
      const page = encodePage(this.#names, this.#count, this.#writer.finish());
      if (page.length <= embeddedPageSizeMax)
        return { embedded: page, totals: this.#totals.totals(this.#names.chunks.length) };
    }
    if (this.#count > 0 || this.#pages.length === 0) await this.closePage();
    return { node: await buildList(this.#sink, 'page-list', this.#pages) };
  }
}

function isCut(name: Uint8Array, { gathered, own }: { gathered: number; own: number }): boolean {
  return cutHere(crc32(name), { gathered, own, min: pageSizeMin, target: pageSizeTarget, enough: pageSizeEnough });
}
