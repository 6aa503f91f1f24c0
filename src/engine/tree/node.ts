import type { Entry } from '../../resources/resource.ts';

/** What lies below a node: for reports and progress, not exact where content is shared. */
export interface Totals {
  /** Plain bytes of the files, holes included. */
  readonly bytes: number;
  /** Sealed bytes of nodes, and of chunks by the share that is used of them. */
  readonly sealedBytes: number;
  /** Entries that are no directories. */
  readonly files: number;
  /** Counted once per node that names them. */
  readonly chunks: number;
}

export interface ChunkRef {
  readonly hash: Buffer;
  readonly plainLength: number;
  /** With its tag. */
  readonly sealedLength: number;
}

/** A chunk of kind `node`. Its totals include the node itself. */
export interface NodeRef extends ChunkRef {
  readonly totals: Totals;
}

/** A stretch of a file: zeros that are not stored where it names no chunk, else a part of one. */
export interface Piece {
  readonly length: number;
  readonly chunk?: ChunkRef;
  /** Where in the chunk the piece begins. */
  readonly offset: number;
}

/** A file's bytes in order. */
export type Content = { readonly pieces: readonly Piece[] } | { readonly list: NodeRef };

/** A directory's entries: a small page in place, or a node (a page, or a list of pages). */
export type Children = { readonly embedded: Buffer; readonly totals: Totals } | { readonly node: NodeRef };

export interface TreeEntry {
  readonly entry: Entry;
  /** Fewer bytes allocated than its size. */
  readonly isSparse: boolean;
  /** False where it changed while being read, or so shortly before that its times cannot tell of one more change. */
  readonly isSettled: boolean;
  /** Of a file. */
  readonly content?: Content;
  /** Of a directory. */
  readonly children?: Children;
}

export type TreeNode =
  | { readonly type: 'page'; readonly chunks: readonly ChunkRef[]; readonly entries: readonly TreeEntry[] }
  | { readonly type: 'page-list'; readonly nodes: readonly NodeRef[] }
  | { readonly type: 'content'; readonly chunks: readonly ChunkRef[]; readonly pieces: readonly Piece[] }
  | { readonly type: 'content-list'; readonly nodes: readonly NodeRef[] };

export const noTotals: Totals = { bytes: 0, sealedBytes: 0, files: 0, chunks: 0 };

export function addTotals(one: Totals, other: Totals): Totals {
  return {
    bytes: one.bytes + other.bytes,
    sealedBytes: one.sealedBytes + other.sealedBytes,
    files: one.files + other.files,
    chunks: one.chunks + other.chunks,
  };
}

/** What pieces add: of each chunk the share that they take, since small files lie together in one. */
export function totalsOfPieces(pieces: readonly Piece[]): Totals {
  return { ...noTotals, sealedBytes: pieces.reduce((sum, piece) => sum + sealedShare(piece), 0) };
}

/** The part of its chunk's sealed bytes that a piece stands for. */
export function sealedShare({ chunk, length }: Piece): number {
  return chunk ? Math.floor((chunk.sealedLength * length) / Math.max(chunk.plainLength, 1)) : 0;
}

export function totalsOfNodes(nodes: readonly NodeRef[]): Totals {
  return nodes.reduce((sum, node) => addTotals(sum, node.totals), noTotals);
}
