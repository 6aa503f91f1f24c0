import { type Piece, sealedShare, type Totals, type TreeEntry } from './node.ts';

/** Adds up what entries bring to the totals of their page, without an object for each of very many. */
export class TotalsSum {
  #bytes = 0;
  #sealedBytes = 0;
  #files = 0;
  #chunks = 0;

  /** The page's own chunks are not the entry's. */
  addEntry({ entry, content, children }: TreeEntry): void {
    if (children) {
      this.#add('node' in children ? children.node.totals : children.totals);
      return;
    }
    this.#files += 1;
    if (entry.type === 'file') this.#bytes += entry.sizeBytes;
    if (!content) return;
    if ('pieces' in content) this.#addPieces(content.pieces);
    else this.#add({ ...content.list.totals, bytes: 0, files: 0 });
  }

  /** `chunks`: how many the page names itself. */
  totals(chunks = 0): Totals {
    return { bytes: this.#bytes, sealedBytes: this.#sealedBytes, files: this.#files, chunks: this.#chunks + chunks };
  }

  #addPieces(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#sealedBytes += sealedShare(piece);
  }

  #add({ bytes, sealedBytes, files, chunks }: Totals): void {
    this.#bytes += bytes;
    this.#sealedBytes += sealedBytes;
    this.#files += files;
    this.#chunks += chunks;
  }
}

/** What one entry adds to its page's totals, beyond the page's own chunks. */
export function totalsOfEntry(entry: TreeEntry): Totals {
  const sum = new TotalsSum();
  sum.addEntry(entry);
  return sum.totals();
}
