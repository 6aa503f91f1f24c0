import { crc32 } from 'node:zlib';
import { cutHere } from '../cutting/cut-here.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { embeddedPageSizeMax, pageSizeEnough, pageSizeMin, pageSizeTarget } from '../limits.ts';
import { totalsOfEntry } from './decode-node.ts';
import { ChunkNames, encodePage, writeEntry } from './encode-node.ts';
import { buildList } from './list-builder.ts';
import { addTotals, type Children, type NodeRef, noTotals, type TreeEntry } from './node.ts';
import type { NodeTaker } from './node-sink.ts';

/** Takes a directory's entries in byte order of their names and makes pages of them. */
export class PageBuilder {
  readonly #sink: NodeTaker;
  readonly #pages: NodeRef[] = [];
  #writer = new ByteWriter(1024);
  #names = new ChunkNames();
  #count = 0;
  #totals = noTotals;

  constructor(sink: NodeTaker) {
    this.#sink = sink;
  }

  async add(entry: TreeEntry): Promise<void> {
    const before = this.#writer.length;
    writeEntry(this.#writer, entry, this.#names);
    this.#count += 1;
    this.#totals = addTotals(this.#totals, totalsOfEntry(entry));
    const gathered = this.#writer.length;
    const sizes = {
      gathered,
      own: gathered - before,
      min: pageSizeMin,
      target: pageSizeTarget,
      enough: pageSizeEnough,
    };
    if (cutHere(crc32(entry.entry.name), sizes)) await this.#closePage();
  }

  /** A small directory is embedded in its parent; the root has none. */
  async finish({ isRoot }: { isRoot: boolean }): Promise<Children> {
    if (this.#pages.length === 0 && !isRoot) {
      const page = encodePage(this.#names, this.#count, this.#writer.finish());
      if (page.length <= embeddedPageSizeMax) return { embedded: page, totals: this.#pageTotals() };
    }
    if (this.#count > 0 || this.#pages.length === 0) await this.#closePage();
    return { node: await buildList(this.#sink, 'page-list', this.#pages) };
  }

  #pageTotals() {
    return addTotals(this.#totals, { ...noTotals, chunks: this.#names.chunks.length });
  }

  async #closePage(): Promise<void> {
    const page = encodePage(this.#names, this.#count, this.#writer.finish());
    const totals = this.#pageTotals();
    this.#writer = new ByteWriter(1024);
    this.#names = new ChunkNames();
    this.#count = 0;
    this.#totals = noTotals;
    this.#pages.push(await this.#sink.put(page, totals));
  }
}
