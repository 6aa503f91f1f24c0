import { refsPerListMax, refsPerListMin } from '../limits.ts';
import { encodeNodeList } from './encode-node.ts';
import { type NodeRef, totalsOfNodes } from './node.ts';
import type { NodeTaker } from './node-sink.ts';

/** Brings a list of nodes under one node, through as many levels as it takes. */
export async function buildList(
  sink: NodeTaker,
  type: 'page-list' | 'content-list',
  nodes: readonly NodeRef[],
): Promise<NodeRef> {
  let level = nodes;
  while (level.length > 1) {
    const above: NodeRef[] = [];
    for (const part of partsOf(level)) above.push(await sink.put(encodeNodeList(type, part), totalsOfNodes(part)));
    level = above;
  }
  return level[0]!;
}

/** Cut where hashes say so, so that an insertion moves few boundaries. */
function* partsOf(nodes: readonly NodeRef[]): Generator<readonly NodeRef[]> {
  let start = 0;
  for (let end = 1; end <= nodes.length; end += 1) {
    const count = end - start;
    const isCut = count >= refsPerListMin && (nodes[end - 1]!.hash[0]! & 63) === 0;
    if (!isCut && count < refsPerListMax && end < nodes.length) continue;
    yield nodes.slice(start, end);
    start = end;
  }
}
