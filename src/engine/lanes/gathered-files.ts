import { Buffer } from 'node:buffer';
import type { ChunkRef, Piece } from '../tree/node.ts';
import type { CutPiece, ReadFile } from './lane-protocol.ts';

/**
 * What became of small files that were read into one chunk, as it crosses threads: in few arrays, since seventy files as objects take a
 * millisecond on both sides.
 */
export interface GatheredFiles {
  /** The chunk as a whole; nothing where no file has a byte in it. */
  readonly chunk?: CutPiece;
  /** Of each file: size, times of modification and change, inode. */
  readonly identities: BigUint64Array;
  /** Of each file: where its bytes lie in the chunk, and how many. */
  readonly places: Uint32Array;
  readonly flags: Uint8Array;
  /** Files of which there is more to say, or nothing but a trouble, by number. */
  readonly others: ReadonlyMap<number, ReadFile>;
}

/** The same where it has arrived: all files name one and the same chunk. */
export interface ArrivedFiles extends Omit<GatheredFiles, 'chunk'> {
  readonly chunk: ChunkRef | undefined;
}

/** A file as it was read, and where its bytes lie. */
export interface Gathered {
  readonly file: ReadFile;
  readonly offset: number;
  /** Nothing of a file of zeros is in the chunk. */
  readonly length: number;
}

/** What became of one small file. Without pieces there is nothing of it, or it has outgrown its place. */
export interface GatheredFile extends Omit<ReadFile, 'pieces'> {
  readonly pieces?: readonly Piece[];
}

const flag = { sparse: 1, fresh: 2 } as const;
const identityWords = 4;

export function packGathered(gathered: readonly Gathered[], chunk: CutPiece | undefined): GatheredFiles {
  const identities = new BigUint64Array(gathered.length * identityWords);
  const places = new Uint32Array(gathered.length * 2);
  const flags = new Uint8Array(gathered.length);
  const others = new Map<number, ReadFile>();
  for (const [number, { file, offset, length }] of gathered.entries()) {
    places[number * 2] = offset;
    places[number * 2 + 1] = length;
    const { identity, isSparse, isSettled, isFresh, trouble, hasOutgrown } = file;
    if (!identity || !isSettled || trouble || hasOutgrown) {
      others.set(number, file);
      continue;
    }
    const { sizeBytes, mtimeNs, ctimeNs, inode } = identity;
    const at = number * identityWords;
    identities[at] = BigInt(sizeBytes);
    identities[at + 1] = mtimeNs;
    identities[at + 2] = ctimeNs;
    identities[at + 3] = inode;
    flags[number] = (isSparse ? flag.sparse : 0) | (isFresh ? flag.fresh : 0);
  }
  return { ...(chunk && { chunk }), identities, places, flags, others };
}

/** An array becomes a buffer again. */
export function arrivedFiles({ chunk, ...rest }: GatheredFiles): ArrivedFiles {
  return { ...rest, chunk: chunk && wholeChunk(chunk) };
}

function wholeChunk({ hash, plainLength, sealedLength }: CutPiece): ChunkRef | undefined {
  return hash && { hash: Buffer.from(hash), plainLength, sealedLength };
}

/** The outcome of the file of that number. */
export function gatheredFile({ chunk, identities, places, flags, others }: ArrivedFiles, number: number): GatheredFile {
  const [offset, length] = [places[number * 2]!, places[number * 2 + 1]!];
  const other = others.size > 0 ? others.get(number) : undefined;
  if (other) {
    const { pieces: _, ...file } = other;
    if (!file.identity || file.hasOutgrown) return file;
    return { ...file, pieces: piecesOf(chunk, file.identity.sizeBytes, { offset, length }) };
  }
  const at = number * identityWords;
  const sizeBytes = Number(identities[at]!);
  return {
    identity: {
      sizeBytes,
      mtimeNs: BigInt.asIntN(64, identities[at + 1]!),
      ctimeNs: BigInt.asIntN(64, identities[at + 2]!),
      inode: identities[at + 3]!,
    },
    isSparse: (flags[number]! & flag.sparse) !== 0,
    isFresh: (flags[number]! & flag.fresh) !== 0,
    isSettled: true,
    pieces: piecesOf(chunk, sizeBytes, { offset, length }),
  };
}

function piecesOf(
  chunk: ChunkRef | undefined,
  sizeBytes: number,
  { offset, length }: { offset: number; length: number },
): readonly Piece[] {
  if (chunk && length > 0) return [{ chunk, offset, length }];
  return sizeBytes === 0 ? [] : [{ offset: 0, length: sizeBytes }];
}

export function hole(length: number): CutPiece {
  return { length, offset: 0, plainLength: 0, sealedLength: 0 };
}

/** Paths of files as they cross to a lane, each followed by a zero byte, which no path has: in one array, since each of many would cross with the pool it was cut from. */
export class PackedPaths {
  #bytes = new Uint8Array(16 * 1024);
  #length = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(path: Uint8Array): void {
    const end = this.#length + path.length;
    if (end >= this.#bytes.length) this.#grow(end + 1);
    this.#bytes.set(path, this.#length);
    this.#bytes[end] = 0;
    this.#length = end + 1;
    this.#count += 1;
  }

  /** All that were added since the last call. */
  take(): Uint8Array {
    const packed = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    this.#count = 0;
    return packed;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

export function* pathsOf(packed: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < packed.length; ) {
    const end = packed.indexOf(0, start);
    yield packed.subarray(start, end);
    start = end + 1;
  }
}
