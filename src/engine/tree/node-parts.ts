import { ByteReader, MalformedError } from '../format/byte-reader.ts';
import { embeddedPageSizeMax } from '../limits.ts';
import { entrySizeMin, isNodeNext, readChunks, readNodeRef, readNodeRefs } from './decode-node.ts';
import { entryFlag, entryTypes, nodeType } from './encode-node.ts';
import type { ChunkRef, NodeRef } from './node.ts';

export interface NodeParts {
  readonly nodes: readonly NodeRef[];
  readonly chunks: readonly ChunkRef[];
}

/** The same while it grows. */
interface Found {
  readonly nodes: NodeRef[];
  readonly chunks: ChunkRef[];
}

/**
 * All that a node names directly, embedded pages included: what must be there for the node to be worth anything. Refuses with MalformedError what
 * `decodeNode` refuses, and makes nothing of what it passes over: in a tree of small files that is nearly everything, and a walk that decoded it took
 * as long as copying what the files hold.
 */
export function nodeParts(bytes: Uint8Array): NodeParts {
  const reader = new ByteReader(bytes);
  const found: Found = { nodes: [], chunks: [] };
  const type = reader.u8();
  if (type === nodeType.page) passPage(reader, found);
  else if (type === nodeType.pageList || type === nodeType.contentList) found.nodes.push(...readNodeRefs(reader));
  else if (type === nodeType.content) passPieces(reader, passChunks(reader, found));
  else throw new MalformedError('a node is of an unknown type');
  reader.end();
  return found;
}

function passPage(reader: ByteReader, found: Found): void {
  const chunks = passChunks(reader, found);
  const count = reader.count(entrySizeMin);
  let [start, end] = [0, 0];
  for (let number = 0; number < count; number += 1) {
    const length = reader.varint();
    const name = reader.offset;
    reader.skip(length);
    if (number > 0 && !reader.isBefore(start, end, name)) {
      throw new MalformedError('names of a directory are out of order');
    }
    [start, end] = [name, name + length];
    passEntry(reader, chunks, found);
  }
}

function passChunks(reader: ByteReader, found: Found): ChunkRef[] {
  const chunks = readChunks(reader);
  for (const chunk of chunks) found.chunks.push(chunk);
  return chunks;
}

/** What follows an entry's name. */
function passEntry(reader: ByteReader, chunks: readonly ChunkRef[], found: Found): void {
  const type = entryTypes[reader.u8() - 1];
  if (!type) throw new MalformedError('an entry is of an unknown type');
  passMetadata(reader);
  if (type === 'file') passContent(reader, chunks, found);
  else if (type === 'directory') passChildren(reader, found);
  else if (type === 'symlink') reader.skip(reader.varint());
  else if (type === 'char-device' || type === 'block-device') passNumbers(reader, 2);
}

function passMetadata(reader: ByteReader): void {
  const flags = reader.u8();
  // Mode, owner and group; two times and the inode; the size.
  passNumbers(reader, 3);
  reader.skip(3 * 8);
  reader.varint();
  if ((flags & entryFlag.xattrs) !== 0) {
    for (let left = 2 * reader.count(2); left > 0; left -= 1) reader.skip(reader.varint());
  }
  if ((flags & entryFlag.hardLink) !== 0) reader.skip(reader.varint());
}

function passNumbers(reader: ByteReader, count: number): void {
  for (let left = count; left > 0; left -= 1) reader.varint();
}

function passContent(reader: ByteReader, chunks: readonly ChunkRef[], found: Found): void {
  if (isNodeNext(reader)) found.nodes.push(readNodeRef(reader));
  else passPieces(reader, chunks);
}

function passPieces(reader: ByteReader, chunks: readonly ChunkRef[]): void {
  for (let left = reader.count(1); left > 0; left -= 1) passPiece(reader, chunks);
}

function passPiece(reader: ByteReader, chunks: readonly ChunkRef[]): void {
  const word = reader.varint();
  if (word === 0) {
    reader.varint();
    return;
  }
  const chunk = chunks[Math.floor(word / 2) - 1];
  if (!chunk) throw new MalformedError('a piece names a chunk that is not in its node');
  if (word % 2 === 1 && reader.varint() + reader.varint() > chunk.plainLength) {
    throw new MalformedError('a piece reaches beyond its chunk');
  }
}

function passChildren(reader: ByteReader, found: Found): void {
  if (isNodeNext(reader)) {
    found.nodes.push(readNodeRef(reader));
    return;
  }
  const length = reader.varint();
  if (length > embeddedPageSizeMax) throw new MalformedError('an embedded page is larger than it may be');
  const page = new ByteReader(reader.raw(length));
  if (page.u8() !== nodeType.page) throw new MalformedError('a directory holds no page');
  passPage(page, found);
  page.end();
}
