import { piecesInEntryMax, piecesPerListMax, piecesPerListMin } from '../limits.ts';
import { ChunkNames, encodeContentList } from './encode-node.ts';
import { buildList } from './list-builder.ts';
import { type Content, type NodeRef, type Piece, totalsOfPieces } from './node.ts';
import type { NodeTaker } from './node-sink.ts';

/** Takes the pieces of a file in order and keeps only the last few: the others are in nodes already. */
export class ContentBuilder {
  readonly #sink: NodeTaker;
  readonly #lists: NodeRef[] = [];
  #pieces: Piece[] = [];
  #length = 0;

  constructor(sink: NodeTaker) {
    this.#sink = sink;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  async add(piece: Piece): Promise<void> {
    this.#length += piece.length;
    const last = this.#pieces.at(-1);
    if (last && !last.chunk && !piece.chunk) {
      this.#pieces[this.#pieces.length - 1] = { offset: 0, length: last.length + piece.length };
      return;
    }
    if (this.#isFull()) await this.#closeList();
    this.#pieces.push(piece);
  }

  /** `inNode`: even a short content becomes a node. */
  async finish({ inNode = false } = {}): Promise<Content> {
    if (!inNode && this.#lists.length === 0 && this.#pieces.length <= piecesInEntryMax) return { pieces: this.#pieces };
    if (this.#pieces.length > 0 || this.#lists.length === 0) await this.#closeList();
    return { list: await buildList(this.#sink, 'content-list', this.#lists) };
  }

  /** Asked when the next piece comes, since a hole may still grow. */
  #isFull(): boolean {
    const count = this.#pieces.length;
    if (count >= piecesPerListMax) return true;
    return count >= piecesPerListMin && this.#pieces[count - 1]!.chunk?.hash[0] === 0;
  }

  async #closeList(): Promise<void> {
    const pieces = this.#pieces;
    this.#pieces = [];
    const names = new ChunkNames();
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const list = encodeContentList(names, pieces);
    this.#lists.push(await this.#sink.put(list, { ...totalsOfPieces(pieces), bytes, chunks: names.chunks.length }));
  }
}
