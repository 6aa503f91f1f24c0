import { findManifest, readManifest, storeManifest } from './domain/manifest-store.ts';
import type { CopyReport, CopyRequest } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { Manifest } from './format/manifest.ts';
import { type EngineParts, type Readable, withReadable, withWriting } from './job-session.ts';
import { threadsFor } from './lanes/lane-pool.ts';
import type { PastCache } from './lanes/lane-protocol.ts';
import { pastCacheMemoryShare } from './limits.ts';
import { rootNode } from './manifest-root.ts';
import { TreeCopy } from './writing/tree-copy.ts';

/**
 * Copies a recovery point into another domain, under new data keys. The source is opened first: where that is refused, nothing is written.
 * Where the destination's manifest is there already, an earlier run of the job has made it.
 */
export async function copy(parts: EngineParts, request: CopyRequest): Promise<CopyReport> {
  return withReadable(parts, request.source, 'open', async (source) => {
    const manifest = await readManifest(source.domain, request.sourceManifestId);
    return withReadable(parts, request.destination, 'openOrCreate', async (destination) => {
      const existing = await findManifest(destination.domain, request.destinationManifestId);
      if (existing) return alreadyThere(request, manifest, existing);
      return copyTree(parts, request, { source, destination, manifest });
    });
  });
}

async function copyTree(
  parts: EngineParts,
  request: CopyRequest,
  { source, destination, manifest }: { source: Readable; destination: Readable; manifest: Manifest },
): Promise<CopyReport> {
  const options = {
    running: request,
    source: source.domain,
    destination,
    bytesTotal: manifest.totals.sealedBytes,
    pastCache: pastCacheOf(parts, manifest),
  };
  if (!destination.index.holdsTree(rootNode(manifest.root).hash)) {
    // Of a changed day, one thread may be enough: others start when there is work for them.
    const count = destination.index.table.count === 0 ? threadsFor(manifest.totals.sealedBytes) : 1;
    parts.pool.warm([source.domain.blobs, destination.domain.blobs], 'copy', count);
  }
  const tree = await withWriting(parts, options, async (writing) => {
    const walk = new TreeCopy({ source, destination, writing });
    await walk.run(rootNode(manifest.root));
    return walk;
  });
  const { destinationManifestId, about } = request;
  await destination.index.confirm(destination.domain);
  const stored = await storeManifest(destination.domain, destinationManifestId, { ...manifest, about });
  return report(request, stored.manifest, tree);
}

/** Copies are seldom read soon. */
function pastCacheOf({ memoryBytes }: EngineParts, { totals }: Manifest): PastCache {
  return totals.sealedBytes > pastCacheMemoryShare * memoryBytes ? 'all' : 'compressed';
}

/** The same root under the same id is the same copy; another one is not ours to replace. */
function alreadyThere(request: CopyRequest, source: Manifest, existing: Manifest): CopyReport {
  if (!rootNode(source.root).hash.equals(rootNode(existing.root).hash)) {
    throw new EngineError('manifest-corrupt', {
      manifestId: request.destinationManifestId,
      reason: 'it exists and holds another recovery point',
    });
  }
  return report(request, existing, { copiedBytes: 0, copiedChunks: 0, reusedBytes: existing.totals.sealedBytes });
}

function report(
  { destinationManifestId }: CopyRequest,
  { totals }: Manifest,
  { copiedBytes, reusedBytes, copiedChunks }: Pick<CopyReport, 'copiedBytes' | 'reusedBytes' | 'copiedChunks'>,
): CopyReport {
  return { manifestId: destinationManifestId, sizeBytes: totals.bytes, copiedBytes, reusedBytes, copiedChunks };
}
