import { Buffer } from 'node:buffer';
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

/** A file as it was read, and where its bytes lie. */
export interface Gathered {
  readonly file: ReadFile;
  readonly offset: number;
  /** Nothing of a file of zeros is in the chunk. */
  readonly length: number;
}

const flag = { sparse: 1, fresh: 2 } as const;
const identityWords = 4;

export function packGathered(gathered: readonly Gathered[], chunk: CutPiece | undefined): GatheredFiles {
  const identities = new BigUint64Array(gathered.length * identityWords);
  const places = new Uint32Array(gathered.length * 2);
  const flags = new Uint8Array(gathered.length);
  const others = new Map<number, ReadFile>();
  for (const [number, { file, offset, length }] of gathered.entries()) {
    places.set([offset, length], number * 2);
    const { identity, isSparse, isSettled, isFresh, trouble, hasOutgrown } = file;
    if (!identity || !isSettled || trouble || hasOutgrown) {
      others.set(number, file);
      continue;
    }
    const { sizeBytes, mtimeNs, ctimeNs, inode } = identity;
    identities.set([BigInt(sizeBytes), mtimeNs, ctimeNs, inode], number * identityWords);
    flags[number] = (isSparse ? flag.sparse : 0) | (isFresh ? flag.fresh : 0);
  }
  return { ...(chunk && { chunk }), identities, places, flags, others };
}

/** The outcome of the file of that number. */
export function gatheredFile({ chunk, identities, places, flags, others }: GatheredFiles, number: number): ReadFile {
  const [offset, length] = [places[number * 2]!, places[number * 2 + 1]!];
  const other = others.get(number);
  if (other) return withPieces(other, chunk, { offset, length });
  const [size, mtime, ctime, inode] = identities.subarray(number * identityWords, (number + 1) * identityWords);
  const identity = {
    sizeBytes: Number(size!),
    mtimeNs: BigInt.asIntN(64, mtime!),
    ctimeNs: BigInt.asIntN(64, ctime!),
    inode: inode!,
  };
  const isSparse = (flags[number]! & flag.sparse) !== 0;
  const isFresh = (flags[number]! & flag.fresh) !== 0;
  return withPieces({ identity, isSparse, isFresh, isSettled: true }, chunk, { offset, length });
}

function withPieces(file: ReadFile, chunk: CutPiece | undefined, place: { offset: number; length: number }): ReadFile {
  if (!file.identity || file.hasOutgrown) return file;
  if (chunk && place.length > 0) return { ...file, pieces: [{ ...chunk, ...place }] };
  const { sizeBytes } = file.identity;
  return { ...file, pieces: sizeBytes === 0 ? [] : [hole(sizeBytes)] };
}

export function hole(length: number): CutPiece {
  return { length, offset: 0, plainLength: 0, sealedLength: 0 };
}

/** No path has a zero byte. As one array, since each of many crosses with the pool it was cut from. */
export function packPaths(paths: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(paths.flatMap((path) => [path, Uint8Array.of(0)])));
}

export function* pathsOf(packed: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < packed.length; ) {
    const end = packed.indexOf(0, start);
    yield packed.subarray(start, end);
    start = end + 1;
  }
}
