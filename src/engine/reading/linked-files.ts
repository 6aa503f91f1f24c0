import { ByteArena } from '../byte-arena.ts';
import type { FileIdentity } from '../lanes/lane-protocol.ts';
import type { ChunkRef, Content, Piece, TreeEntry } from '../tree/node.ts';

/** What became of a file's bytes. */
export type FileOutcome = Pick<TreeEntry, 'isSparse' | 'isSettled'> & {
  readonly content: Content;
  readonly sizeBytes: number;
  readonly identity?: FileIdentity;
};

/** Nothing where there is nothing of a file to keep. */
export type Later<T> = Promise<T | undefined>;

/** Small files: no piece, or one. */
type Small = FileOutcome & { readonly content: { readonly pieces: readonly [] | readonly [Piece] } };

const recordSize = 64;
const has = { outcome: 1, sparse: 2, settled: 4, piece: 8, chunk: 16, identity: 32 };

/**
 * Files with several names, by what makes them the same, until the backup ends: each later name takes over what became of the first. A tree can have
 * millions, so a small file of which all is known is kept in some 150 bytes.
 */
export class LinkedFiles {
  /** Under way, or large. */
  readonly #whole = new Map<string, Later<FileOutcome>>();
  readonly #places = new Map<string, number>();
  readonly #records = new ByteArena();
  /** Files that were gathered together follow each other here, and share theirs. */
  readonly #chunks: ChunkRef[] = [];

  get(key: string): Later<FileOutcome> | undefined {
    const place = this.#places.get(key);
    return place === undefined ? this.#whole.get(key) : Promise.resolve(this.#recorded(place));
  }

  add(key: string, outcome: Later<FileOutcome>): void {
    this.#whole.set(key, outcome);
    const keep = (file: FileOutcome | undefined): void => {
      if (file && !isSmall(file)) return;
      this.#places.set(key, this.#record(file));
      this.#whole.delete(key);
    };
    // Why one failed, whoever waits for it is told.
    outcome.then(keep, () => {});
  }

  #record(file: Small | undefined): number {
    const { place, bytes } = this.#records.reserve(recordSize);
    const [piece] = file?.content.pieces ?? [];
    const flags = file
      ? has.outcome |
        (file.isSparse ? has.sparse : 0) |
        (file.isSettled ? has.settled : 0) |
        (piece ? has.piece : 0) |
        (piece?.chunk ? has.chunk : 0) |
        (file.identity ? has.identity : 0)
      : 0;
    bytes[0] = flags;
    if (!file) return place;
    bytes.writeDoubleLE(file.sizeBytes, 8);
    if (piece) {
      bytes.writeDoubleLE(piece.length, 16);
      bytes.writeUInt32LE(piece.offset, 24);
      if (piece.chunk) bytes.writeUInt32LE(this.#numberOf(piece.chunk), 28);
    }
    if (file.identity) {
      const { sizeBytes, mtimeNs, ctimeNs, inode } = file.identity;
      bytes.writeDoubleLE(sizeBytes, 32);
      bytes.writeBigInt64LE(mtimeNs, 40);
      bytes.writeBigInt64LE(ctimeNs, 48);
      bytes.writeBigUInt64LE(inode, 56);
    }
    return place;
  }

  #recorded(place: number): FileOutcome | undefined {
    const bytes = this.#records.from(place);
    const flags = bytes[0]!;
    if ((flags & has.outcome) === 0) return undefined;
    const chunk = (flags & has.chunk) === 0 ? undefined : this.#chunks[bytes.readUInt32LE(28)]!;
    const piece = { length: bytes.readDoubleLE(16), offset: bytes.readUInt32LE(24), ...(chunk && { chunk }) };
    const identity = {
      sizeBytes: bytes.readDoubleLE(32),
      mtimeNs: bytes.readBigInt64LE(40),
      ctimeNs: bytes.readBigInt64LE(48),
      inode: bytes.readBigUInt64LE(56),
    };
    return {
      content: { pieces: (flags & has.piece) === 0 ? [] : [piece] },
      sizeBytes: bytes.readDoubleLE(8),
      isSparse: (flags & has.sparse) !== 0,
      isSettled: (flags & has.settled) !== 0,
      ...((flags & has.identity) !== 0 && { identity }),
    };
  }

  #numberOf(chunk: ChunkRef): number {
    const last = this.#chunks.at(-1);
    const isSame = last === chunk || last?.hash.equals(chunk.hash) === true;
    return isSame ? this.#chunks.length - 1 : this.#chunks.push(chunk) - 1;
  }
}

function isSmall(file: FileOutcome): file is Small {
  return 'pieces' in file.content && file.content.pieces.length < 2;
}
