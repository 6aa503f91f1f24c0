import { printablePath } from '../../resources/path-bytes.ts';
import type { EntryPath } from '../../resources/resource.ts';
import { EngineError } from '../engine-error.ts';
import type { TreeEntry } from '../tree/node.ts';
import type { NodeGiver } from '../tree/node-reader.ts';
import { totalsOfEntry } from '../tree/totals-sum.ts';
import { entriesOf } from '../tree/tree-reader.ts';
import { ChosenPaths } from './chosen-paths.ts';

export interface ChosenSize {
  readonly bytes: number;
  readonly files: number;
}

/**
 * How much a choice of paths is. Reads the directories on the way only. Throws `path-missing` where the recovery point has no such path:
 * before anything is written, since a restore that lacks what was asked for is none.
 */
export async function measureChosen(nodes: NodeGiver, root: TreeEntry, chosen: ChosenPaths): Promise<ChosenSize> {
  return measure(nodes, root, { chosen, path: [] });
}

async function measure(
  nodes: NodeGiver,
  entry: TreeEntry,
  { chosen, path }: { chosen: ChosenPaths; path: EntryPath },
): Promise<ChosenSize> {
  const { bytes, files } = totalsOfEntry(entry);
  if (!chosen.hasNamed) return { bytes, files };
  const sum = { bytes: 0, files: 0 };
  const found = new Set<ChosenPaths>();
  for await (const page of entry.children ? entriesOf(nodes, entry.children) : []) {
    for (const child of page) {
      const { name } = child.entry;
      const wanted = chosen.of(name);
      if (!wanted || wanted === ChosenPaths.everything) continue;
      found.add(wanted);
      const size = await measure(nodes, child, { chosen: wanted, path: [...path, name] });
      sum.bytes += size.bytes;
      sum.files += size.files;
    }
  }
  for (const { name, chosen: wanted } of chosen.named()) {
    if (!found.has(wanted)) throw missing(wanted, [...path, name]);
  }
  return chosen.isWhole ? { bytes, files } : sum;
}

/** Named down to its end. */
function missing(chosen: ChosenPaths, path: EntryPath): EngineError {
  for (const below of chosen.named()) return missing(below.chosen, [...path, below.name]);
  return new EngineError('path-missing', { path: `/${path.map(printablePath).join('/')}` });
}
