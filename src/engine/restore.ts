import { readManifest } from './domain/manifest-store.ts';
import type { RestoreReport, RestoreRequest } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { type EngineParts, withReadable, withReading } from './job-session.ts';
import { restoreImage } from './writing/image-restore.ts';
import { TreeRestore } from './writing/tree-restore.ts';

/** Restores a recovery point. Each byte is compared with its hash before it is written. */
export async function restore(parts: EngineParts, request: RestoreRequest): Promise<RestoreReport> {
  return withReadable(parts, request.domain, 'open', async (readable) => {
    const { root, totals } = await readManifest(readable.domain, request.manifestId);
    const { target } = request;
    const options = { running: request, source: readable.domain, bytesTotal: totals.bytes };
    return withReading(parts, options, async (lanes) => {
      if (root.nature === 'disk-image' && target.nature === 'disk-image') {
        await restoreImage({ source: readable, lanes, root, target });
        return { sizeBytes: totals.bytes, files: totals.files, troubles: [], troubleCount: 0 };
      }
      if (root.nature === 'directory' && target.nature === 'directory') {
        const tree = new TreeRestore({ source: readable, lanes, target });
        await tree.run(root.root);
        const { kept: troubles, count: troubleCount } = tree.troubles;
        return { sizeBytes: totals.bytes, files: totals.files, troubles, troubleCount };
      }
      throw new EngineError('target-refused', { source: root.nature, target: target.nature });
    });
  });
}
