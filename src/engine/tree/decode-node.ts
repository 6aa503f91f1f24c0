import { Buffer } from 'node:buffer';
import type { Entry } from '../../resources/resource.ts';
import { ByteReader, MalformedError } from '../format/byte-reader.ts';
import { contentHashLength } from '../format/content-hash-length.ts';
import { chunkSizeMax, embeddedPageSizeMax } from '../limits.ts';
import { entryFlag, entryTypes, nodeType } from './encode-node.ts';
import type { Children, ChunkRef, Content, NodeRef, Piece, Totals, TreeEntry, TreeNode } from './node.ts';
import { TotalsSum } from './totals-sum.ts';

const chunkRefSizeMin = contentHashLength + 2;
const nodeRefSizeMin = chunkRefSizeMin + 4;
export const entrySizeMin = 32;
/** Most entries have none. */
const noXattrs: Entry['xattrs'] = [];

/** Throws MalformedError. What it returns shares memory with `bytes`. */
export function decodeNode(bytes: Uint8Array): TreeNode {
  const reader = new ByteReader(bytes);
  const node = readNode(reader);
  reader.end();
  return node;
}

function readNode(reader: ByteReader): TreeNode {
  const type = reader.u8();
  if (type === nodeType.page) return readPage(reader);
  if (type === nodeType.pageList) return { type: 'page-list', nodes: readNodeRefs(reader) };
  if (type === nodeType.contentList) return { type: 'content-list', nodes: readNodeRefs(reader) };
  if (type !== nodeType.content) throw new MalformedError('a node is of an unknown type');
  const chunks = readChunks(reader);
  return { type: 'content', chunks, pieces: readPieces(reader, chunks) };
}

function readPage(reader: ByteReader): TreeNode {
  const chunks = readChunks(reader);
  const count = reader.count(entrySizeMin);
  const entries: TreeEntry[] = [];
  for (let number = 0; number < count; number += 1) {
    const entry = readEntry(reader, chunks);
    const before = entries.at(-1);
    if (before && Buffer.compare(before.entry.name, entry.entry.name) >= 0) {
      throw new MalformedError('names of a directory are out of order');
    }
    entries.push(entry);
  }
  return { type: 'page', chunks, entries };
}

export function readChunks(reader: ByteReader): ChunkRef[] {
  return Array.from({ length: reader.count(chunkRefSizeMin) }, () => readChunkRef(reader));
}

function readChunkRef(reader: ByteReader): ChunkRef {
  const hash = reader.raw(contentHashLength);
  const plainLength = reader.varint();
  const sealedLength = reader.varint();
  if (plainLength > chunkSizeMax) throw new MalformedError('a chunk is too large');
  return { hash, plainLength, sealedLength };
}

export function readNodeRefs(reader: ByteReader): NodeRef[] {
  return Array.from({ length: reader.count(nodeRefSizeMin) }, () => readNodeRef(reader));
}

export function readNodeRef(reader: ByteReader): NodeRef {
  return { ...readChunkRef(reader), totals: readTotals(reader) };
}

export function readTotals(reader: ByteReader): Totals {
  return {
    bytes: reader.varint(),
    sealedBytes: reader.varint(),
    files: reader.varint(),
    chunks: reader.varint(),
  };
}

export function readContent(reader: ByteReader, chunks: readonly ChunkRef[]): Content {
  return isNodeNext(reader) ? { list: readNodeRef(reader) } : { pieces: readPieces(reader, chunks) };
}

function readPieces(reader: ByteReader, chunks: readonly ChunkRef[]): Piece[] {
  const count = reader.count(1);
  const pieces: Piece[] = [];
  for (let number = 0; number < count; number += 1) pieces.push(readPiece(reader, chunks));
  return pieces;
}

function readPiece(reader: ByteReader, chunks: readonly ChunkRef[]): Piece {
  const word = reader.varint();
  if (word === 0) return { length: reader.varint(), offset: 0 };
  const chunk = chunks[Math.floor(word / 2) - 1];
  if (!chunk) throw new MalformedError('a piece names a chunk that is not in its node');
  if (word % 2 === 0) return { chunk, offset: 0, length: chunk.plainLength };
  const offset = reader.varint();
  const length = reader.varint();
  if (offset + length > chunk.plainLength) throw new MalformedError('a piece reaches beyond its chunk');
  return { chunk, offset, length };
}

/** 0 says: in place; 1: by reference. */
export function isNodeNext(reader: ByteReader): boolean {
  const word = reader.u8();
  if (word > 1) throw new MalformedError('neither a reference nor in place');
  return word === 1;
}

export function readEntry(reader: ByteReader, chunks: readonly ChunkRef[]): TreeEntry {
  const { entry, flags } = readMetadata(reader);
  const isSparse = (flags & entryFlag.sparse) !== 0;
  const isSettled = (flags & entryFlag.unsettled) === 0;
  if (entry.type === 'file') return { entry, isSparse, isSettled, content: readContent(reader, chunks) };
  const state = { isSparse, isSettled };
  if (entry.type === 'directory') return { entry, ...state, children: readChildren(reader) };
  if (entry.type === 'symlink') return { entry: { ...entry, linkTarget: reader.bytes() }, ...state };
  if (entry.type === 'char-device' || entry.type === 'block-device') {
    return { entry: { ...entry, device: { major: reader.varint(), minor: reader.varint() } }, ...state };
  }
  return { entry, ...state };
}

function readMetadata(reader: ByteReader): { entry: Entry; flags: number } {
  const name = reader.bytes();
  const type = entryTypes[reader.u8() - 1];
  if (!type) throw new MalformedError('an entry is of an unknown type');
  const flags = reader.u8();
  const entry = {
    name,
    type,
    mode: reader.varint(),
    uid: reader.varint(),
    gid: reader.varint(),
    mtimeNs: reader.i64(),
    ctimeNs: reader.i64(),
    inode: reader.u64(),
    sizeBytes: reader.varint(),
    xattrs: (flags & entryFlag.xattrs) === 0 ? noXattrs : readXattrs(reader),
  };
  if ((flags & entryFlag.hardLink) === 0) return { entry, flags };
  return { entry: { ...entry, hardLinkKey: reader.text() }, flags };
}

function readXattrs(reader: ByteReader): { name: Uint8Array; value: Uint8Array }[] {
  return Array.from({ length: reader.count(2) }, () => ({ name: reader.bytes(), value: reader.bytes() }));
}

function readChildren(reader: ByteReader): Children {
  if (isNodeNext(reader)) return { node: readNodeRef(reader) };
  const embedded = reader.bytes();
  // Also what bounds how deep pages lie in pages.
  if (embedded.length > embeddedPageSizeMax) throw new MalformedError('an embedded page is larger than it may be');
  return { embedded, totals: totalsOfPage(embedded) };
}

/** Totals below a page: the embedded ones are not written down, since they are quickly added up. */
function totalsOfPage(page: Buffer): Totals {
  const node = decodeNode(page);
  if (node.type !== 'page') throw new MalformedError('a directory holds no page');
  const sum = new TotalsSum();
  for (const entry of node.entries) sum.addEntry(entry);
  return sum.totals(node.chunks.length);
}
