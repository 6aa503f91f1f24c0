import type { EntryMetadata, EntryPath, Xattr } from '../../resources/resource.ts';
import { ByteReader } from '../format/byte-reader.ts';
import { ByteWriter } from '../format/byte-writer.ts';

/** A small file of a tree that one lane creates, writes and finishes, as it crosses threads. */
export interface FileToRestore {
  /** Of files of one directory the same array. */
  readonly directory: EntryPath;
  readonly name: Uint8Array;
  readonly metadata: EntryMetadata;
  readonly sizeBytes: number;
  readonly isSparse: boolean;
  /** In the order of their places in the file; what lies between them are holes. */
  readonly pieces: readonly PieceToRestore[];
}

export interface PieceToRestore {
  /** Number of the chunk's record in the table of the source. */
  readonly record: number;
  readonly chunkOffset: number;
  readonly length: number;
  readonly fileOffset: number;
}

const flag = { sparse: 1, xattrs: 2 } as const;
const xattrSizeMin = 2;
const pieceSizeMin = 4;

/**
 * Files as bytes: as objects, 256 of them take both threads several milliseconds, and drag the pages along from which their names were read. Only
 * these two functions know how the bytes lie, and nobody keeps them.
 */
export function packFiles(files: readonly FileToRestore[]): Uint8Array {
  const writer = new ByteWriter(files.length * 96);
  let last: EntryPath | undefined;
  for (const file of files) {
    // A directory is said once for all files in a row that lie in it.
    if (file.directory === last) writer.u8(0);
    else writePath(writer.u8(1), file.directory);
    last = file.directory;
    writeFile(writer, file);
  }
  return Uint8Array.from(writer.finish());
}

/** What they share with `bytes`, they keep. */
export function* filesOf(bytes: Uint8Array): Generator<FileToRestore> {
  const reader = new ByteReader(bytes);
  let directory: EntryPath = [];
  while (reader.remaining > 0) {
    if (reader.u8() === 1) directory = Array.from({ length: reader.varint() }, () => reader.bytes());
    yield readFile(reader, directory);
  }
}

function writePath(writer: ByteWriter, path: EntryPath): void {
  writer.varint(path.length);
  for (const name of path) writer.bytes(name);
}

function writeFile(writer: ByteWriter, { name, metadata, sizeBytes, isSparse, pieces }: FileToRestore): void {
  const { mode, uid, gid, mtimeNs, xattrs } = metadata;
  writer.u8((isSparse ? flag.sparse : 0) | (xattrs.length > 0 ? flag.xattrs : 0)).bytes(name);
  writer.varint(mode).varint(uid).varint(gid).i64(mtimeNs).varint(sizeBytes);
  if (xattrs.length > 0) writeXattrs(writer, xattrs);
  writer.varint(pieces.length);
  for (const { record, chunkOffset, length, fileOffset } of pieces) {
    writer.varint(record).varint(chunkOffset).varint(length).varint(fileOffset);
  }
}

function readFile(reader: ByteReader, directory: EntryPath): FileToRestore {
  const flags = reader.u8();
  const name = reader.bytes();
  const numbers = { mode: reader.varint(), uid: reader.varint(), gid: reader.varint(), mtimeNs: reader.i64() };
  const sizeBytes = reader.varint();
  const metadata = { ...numbers, xattrs: (flags & flag.xattrs) === 0 ? noXattrs : readXattrs(reader) };
  const pieces = readPieces(reader);
  return { directory, name, metadata, sizeBytes, isSparse: (flags & flag.sparse) !== 0, pieces };
}

const noXattrs: readonly Xattr[] = [];

function writeXattrs(writer: ByteWriter, xattrs: readonly Xattr[]): void {
  writer.varint(xattrs.length);
  for (const { name, value } of xattrs) writer.bytes(name).bytes(value);
}

function readXattrs(reader: ByteReader): readonly Xattr[] {
  return Array.from({ length: reader.count(xattrSizeMin) }, () => ({ name: reader.bytes(), value: reader.bytes() }));
}

function readPieces(reader: ByteReader): readonly PieceToRestore[] {
  const pieces: PieceToRestore[] = [];
  for (let left = reader.count(pieceSizeMin); left > 0; left -= 1) {
    pieces.push({
      record: reader.varint(),
      chunkOffset: reader.varint(),
      length: reader.varint(),
      fileOffset: reader.varint(),
    });
  }
  return pieces;
}
