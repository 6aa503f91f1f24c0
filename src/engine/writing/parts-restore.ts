import { EngineError } from '../engine-error.ts';
import type { Readable } from '../job-session.ts';
import type { PieceToRestore } from '../lanes/files-to-restore.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { RestorePiece } from '../lanes/lane-protocol.ts';
import { partSize, zerosPerPartMax } from '../limits.ts';
import type { ChunkRef, Content, Piece } from '../tree/node.ts';
import { piecesOf } from '../tree/tree-reader.ts';
import { chunkAt } from './chunk-batches.ts';

export interface PartsTarget {
  /** A file that is there and has its size, or a block device. */
  readonly place: Uint8Array;
  readonly sizeBytes: number;
  readonly content: Content;
  readonly isSparse: boolean;
  readonly mustWriteZeros: boolean;
}

interface Part {
  readonly pieces: RestorePiece[];
  readonly zeros: { fileOffset: number; length: number }[];
  bytes: number;
}

/** Writes one large file with all lanes, each a part. */
export class PartsRestore {
  readonly #source: Readable;
  readonly #lanes: JobLanes;
  #last: { readonly chunk: ChunkRef; readonly record: number } | undefined;

  constructor(source: Readable, lanes: JobLanes) {
    this.#source = source;
    this.#lanes = lanes;
  }

  /**
   * Returns when all parts have been handed out; they are written when `done` says so. Throws `manifest-corrupt` as soon as the content is longer than
   * the file, or one of its lists adds nothing: a few hostile lists may name each other a billion times over.
   */
  async restore(target: PartsTarget): Promise<{ done: Promise<void> }> {
    const running: Promise<void>[] = [];
    let part = newPart();
    let offset = 0;
    for await (const pieces of piecesOf(this.#source.nodes, target.content)) {
      const before = offset;
      for (const piece of pieces) {
        offset = this.#addPiece(part, piece, offset, target);
        if (part.bytes < partSize && part.zeros.length < zerosPerPartMax) continue;
        running.push((await this.#send(target, part)).done);
        part = newPart();
      }
      requireFits(offset, target.sizeBytes);
      if (offset === before && target.sizeBytes > 0)
        throw new EngineError('manifest-corrupt', { reason: 'a list of contents adds nothing to its file' });
    }
    running.push((await this.#send(target, part)).done);
    return { done: Promise.all(running).then(nothing) };
  }

  /** The pieces of a small file that are no holes. Throws `chunk-missing`. */
  pieces(pieces: readonly Piece[]): PieceToRestore[] {
    const stored: PieceToRestore[] = [];
    let fileOffset = 0;
    for (const { chunk, offset, length } of pieces) {
      if (chunk) stored.push({ record: this.#recordOf(chunk), chunkOffset: offset, length, fileOffset });
      fileOffset += length;
    }
    return stored;
  }

  #addPiece(part: Part, piece: Piece, fileOffset: number, { mustWriteZeros }: PartsTarget): number {
    const placed = this.#placed(piece, fileOffset);
    if (placed) part.pieces.push(placed);
    else if (mustWriteZeros) part.zeros.push({ fileOffset, length: piece.length });
    if (placed || mustWriteZeros) part.bytes += piece.length;
    if (!placed) this.#lanes.skip(piece.length);
    return fileOffset + piece.length;
  }

  #placed({ chunk, offset, length }: Piece, fileOffset: number): RestorePiece | undefined {
    if (!chunk) return undefined;
    return { at: chunkAt(this.#source.index, this.#recordOf(chunk)), chunkOffset: offset, length, fileOffset };
  }

  /** Small files that follow one another mostly lie in one chunk. */
  #recordOf(chunk: ChunkRef): number {
    if (this.#last?.chunk === chunk) return this.#last.record;
    const { index, domain } = this.#source;
    const record = index.table.find(chunk.hash);
    if (record < 0) {
      throw new EngineError('chunk-missing', { chunk: domain.chunkId(chunk.hash), domain: domain.domain.id });
    }
    this.#last = { chunk, record };
    return record;
  }

  async #send({ place, isSparse }: PartsTarget, { pieces, zeros }: Part): Promise<{ done: Promise<void> }> {
    await this.#lanes.room();
    const file = { place, isCreated: false, sizeBytes: 0, isSparse, pieces, zeros };
    const done = this.#lanes.run({ type: 'restore-part', file }).then(nothing);
    done.catch(this.#lanes.fail);
    return { done };
  }
}

/** Throws `manifest-corrupt` where a file's pieces are longer than the file. */
export function requireFits(length: number, sizeBytes: number): void {
  if (length > sizeBytes)
    throw new EngineError('manifest-corrupt', { reason: 'a file has more bytes than its size says', sizeBytes });
}

function newPart(): Part {
  return { pieces: [], zeros: [], bytes: 0 };
}

function nothing(): void {}
