import type { DirectoryWriter } from '../resources/resource.ts';
import { readManifest } from './domain/manifest-store.ts';
import type { RestoreReport, RestoreRequest, Running } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { type EngineParts, type Readable, withReadable, withReading } from './job-session.ts';
import { threadsFor } from './lanes/lane-pool.ts';
import type { TreeEntry } from './tree/node.ts';
import { ChosenPaths } from './writing/chosen-paths.ts';
import { restoreImage } from './writing/image-restore.ts';
import { measureChosen } from './writing/measure-chosen.ts';
import { TreeRestore } from './writing/tree-restore.ts';

/** Restores a recovery point or chosen paths of it. Each byte is compared with its hash before it is written. */
export async function restore(parts: EngineParts, request: RestoreRequest): Promise<RestoreReport> {
  return withReadable(parts, request.domain, 'open', async (source) => {
    const { root, totals } = await readManifest(source.domain, request.manifestId);
    parts.pool.warm([request.domain.blobs], 'restore', threadsFor(totals.bytes));
    const { target, paths } = request;
    if (root.nature === 'directory' && target.nature === 'directory') {
      const chosen = paths ? ChosenPaths.of(paths) : ChosenPaths.everything;
      return restoreTree(parts, request, { source, root: root.root, target, chosen });
    }
    if (root.nature !== 'disk-image' || target.nature !== 'disk-image' || paths) {
      throw new EngineError('target-refused', { source: root.nature, target: target.nature });
    }
    const options = { running: request, source: source.domain, bytesTotal: totals.bytes };
    return withReading(parts, options, async (lanes) => {
      await restoreImage({ source, lanes, root, target });
      return { sizeBytes: totals.bytes, files: totals.files, troubles: [], troubleCount: 0 };
    });
  });
}

interface TreeToRestore {
  readonly source: Readable;
  readonly root: TreeEntry;
  readonly target: DirectoryWriter;
  readonly chosen: ChosenPaths;
}

async function restoreTree(
  parts: EngineParts,
  running: Running,
  { source, root, target, chosen }: TreeToRestore,
): Promise<RestoreReport> {
  const { bytes, files } = await measureChosen(source.nodes, root, chosen);
  return withReading(parts, { running, source: source.domain, bytesTotal: bytes }, async (lanes) => {
    const tree = new TreeRestore({ source, lanes, target, chosen });
    await tree.run(root);
    const { kept: troubles, count: troubleCount } = tree.troubles;
    return { sizeBytes: bytes, files, troubles, troubleCount };
  });
}
