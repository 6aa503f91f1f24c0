import { MalformedError } from '../format/byte-reader.ts';
import { decodeNode } from './decode-node.ts';
import type { ChunkRef, NodeRef, TreeEntry, TreeNode } from './node.ts';

export interface NodeParts {
  readonly nodes: readonly NodeRef[];
  readonly chunks: readonly ChunkRef[];
}

/** All that a node names directly, embedded pages included: what must be there for the node to be worth anything. */
export function nodeParts(node: TreeNode): NodeParts {
  if (node.type === 'page-list' || node.type === 'content-list') return { nodes: node.nodes, chunks: [] };
  if (node.type === 'content') return { nodes: [], chunks: node.chunks };
  const parts = node.entries.map(entryParts);
  return {
    nodes: parts.flatMap((part) => part.nodes),
    chunks: [...node.chunks, ...parts.flatMap((part) => part.chunks)],
  };
}

const nothing: NodeParts = { nodes: [], chunks: [] };

/** What an entry names beyond its page's chunk table. */
function entryParts({ content, children }: TreeEntry): NodeParts {
  if (content) return 'list' in content ? { nodes: [content.list], chunks: [] } : nothing;
  if (!children) return nothing;
  if ('node' in children) return { nodes: [children.node], chunks: [] };
  const page = decodeNode(children.embedded);
  if (page.type !== 'page') throw new MalformedError('a directory holds no page');
  return nodeParts(page);
}
