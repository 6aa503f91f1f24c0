import type { Buffer } from 'node:buffer';
import type { Entry, EntryType } from '../../resources/resource.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import type { ChunkRef, Content, NodeRef, Piece, Totals, TreeEntry } from './node.ts';

export const nodeType = { page: 1, pageList: 2, content: 3, contentList: 4 } as const;
export const entryTypes: readonly EntryType[] = [
  'file',
  'directory',
  'symlink',
  'fifo',
  'socket',
  'char-device',
  'block-device',
];
export const entryFlag = { xattrs: 1, hardLink: 2, sparse: 4, unsettled: 8 } as const;

/** The chunks that one node names, each once, in the order of their first use. */
export class ChunkNames {
  readonly chunks: ChunkRef[] = [];
  readonly #numbers = new Map<string, number>();
  /** Small files that follow each other share theirs. */
  #last: { readonly chunk: ChunkRef; readonly number: number } | undefined;

  numberOf(chunk: ChunkRef): number {
    if (this.#last?.chunk !== chunk) this.#last = { chunk, number: this.#numberOf(chunk) };
    return this.#last.number;
  }

  #numberOf(chunk: ChunkRef): number {
    const key = chunk.hash.toString('latin1');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.chunks.length);
    return this.chunks.push(chunk) - 1;
  }
}

export function writeTotals(writer: ByteWriter, totals: Totals): void {
  writer.varint(totals.bytes).varint(totals.sealedBytes).varint(totals.files).varint(totals.chunks);
}

function writeNodeRef(writer: ByteWriter, node: NodeRef): void {
  writer.raw(node.hash).varint(node.plainLength).varint(node.sealedLength);
  writeTotals(writer, node.totals);
}

export function writeContent(writer: ByteWriter, content: Content, names: ChunkNames): void {
  if ('list' in content) writeNodeRef(writer.u8(1), content.list);
  else writePieces(writer.u8(0), content.pieces, names);
}

function writePieces(writer: ByteWriter, pieces: readonly Piece[], names: ChunkNames): void {
  writer.varint(pieces.length);
  for (const { chunk, offset, length } of pieces) {
    if (!chunk) {
      writer.varint(0).varint(length);
      continue;
    }
    const number = names.numberOf(chunk) + 1;
    if (offset === 0 && length === chunk.plainLength) writer.varint(number * 2);
    else
      writer
        .varint(number * 2 + 1)
        .varint(offset)
        .varint(length);
  }
}

export function writeEntry(writer: ByteWriter, treeEntry: TreeEntry, names: ChunkNames): void {
  const { entry, content, children } = treeEntry;
  writeMetadata(writer, treeEntry);
  if (content) writeContent(writer, content, names);
  else if (children && 'embedded' in children) writer.u8(0).bytes(children.embedded);
  else if (children) writeNodeRef(writer.u8(1), children.node);
  else if (entry.type === 'symlink') writer.bytes(entry.linkTarget ?? new Uint8Array());
  else if (entry.device) writer.varint(entry.device.major).varint(entry.device.minor);
}

function writeMetadata(writer: ByteWriter, { entry, isSparse, isSettled }: TreeEntry): void {
  writer
    .bytes(entry.name)
    .u8(entryTypes.indexOf(entry.type) + 1)
    .u8(flagsOf(entry, isSparse, isSettled))
    .varint(entry.mode)
    .varint(entry.uid)
    .varint(entry.gid)
    .i64(entry.mtimeNs)
    .i64(entry.ctimeNs)
    .u64(entry.inode)
    .varint(entry.sizeBytes);
  if (entry.xattrs.length > 0) {
    writer.varint(entry.xattrs.length);
    for (const { name, value } of entry.xattrs) writer.bytes(name).bytes(value);
  }
  if (entry.hardLinkKey !== undefined) writer.text(entry.hardLinkKey);
}

function flagsOf(entry: Entry, isSparse: boolean, isSettled: boolean): number {
  return (
    (entry.xattrs.length > 0 ? entryFlag.xattrs : 0) |
    (entry.hardLinkKey === undefined ? 0 : entryFlag.hardLink) |
    (isSparse ? entryFlag.sparse : 0) |
    (isSettled ? 0 : entryFlag.unsettled)
  );
}

function writeChunks(writer: ByteWriter, chunks: readonly ChunkRef[]): void {
  writer.varint(chunks.length);
  for (const { hash, plainLength, sealedLength } of chunks) writer.raw(hash).varint(plainLength).varint(sealedLength);
}

/** `entries`: `count` entries as `writeEntry` wrote them with `names`. */
export function encodePage(names: ChunkNames, count: number, entries: Uint8Array): Buffer {
  const writer = new ByteWriter(entries.length + names.chunks.length * 40 + 16).u8(nodeType.page);
  writeChunks(writer, names.chunks);
  return writer.varint(count).raw(entries).finish();
}

export function encodeContentList(names: ChunkNames, pieces: readonly Piece[]): Buffer {
  const body = new ByteWriter(pieces.length * 4 + 16);
  writePieces(body, pieces, names);
  const writer = new ByteWriter(body.length + names.chunks.length * 40 + 16).u8(nodeType.content);
  writeChunks(writer, names.chunks);
  return writer.raw(body.finish()).finish();
}

export function encodeNodeList(type: 'page-list' | 'content-list', nodes: readonly NodeRef[]): Buffer {
  const writer = new ByteWriter(nodes.length * 56 + 16);
  writer.u8(type === 'page-list' ? nodeType.pageList : nodeType.contentList).varint(nodes.length);
  for (const node of nodes) writeNodeRef(writer, node);
  return writer.finish();
}
