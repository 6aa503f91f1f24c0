import { EngineError } from '../engine-error.ts';
import { decodeNode } from './decode-node.ts';
import type { Children, Content, NodeRef, Piece, TreeEntry } from './node.ts';
import type { NodeGiver } from './node-reader.ts';

/** A directory's entries in byte order of their names, page by page. Throws what NodeReader throws. */
export async function* entriesOf(reader: NodeGiver, children: Children): AsyncGenerator<readonly TreeEntry[]> {
  if ('node' in children) {
    yield* entriesBelow(reader, children.node);
    return;
  }
  const page = decodeNode(children.embedded);
  if (page.type === 'page') yield page.entries;
}

async function* entriesBelow(reader: NodeGiver, ref: NodeRef): AsyncGenerator<readonly TreeEntry[]> {
  const { node } = await reader.read(ref.hash);
  if (node.type === 'page') yield node.entries;
  else if (node.type === 'page-list') for (const below of node.nodes) yield* entriesBelow(reader, below);
  else throw new EngineError('manifest-corrupt', { reason: 'a directory refers to a list of contents' });
}

/** A file's pieces in order, list by list. */
export async function* piecesOf(reader: NodeGiver, content: Content): AsyncGenerator<readonly Piece[]> {
  if ('pieces' in content) yield content.pieces;
  else yield* piecesBelow(reader, content.list);
}

async function* piecesBelow(reader: NodeGiver, ref: NodeRef): AsyncGenerator<readonly Piece[]> {
  const { node } = await reader.read(ref.hash);
  if (node.type === 'content') yield node.pieces;
  else if (node.type === 'content-list' && node.nodes.length > 0)
    for (const below of node.nodes) yield* piecesBelow(reader, below);
  else throw new EngineError('manifest-corrupt', { reason: 'a file refers to no list of contents' });
}
