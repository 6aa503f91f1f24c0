import { IndexCache } from './domain/index-cache.ts';
import { readManifest } from './domain/manifest-store.ts';
import type { VerifyReport, VerifyRequest } from './engine.ts';
import { type EngineParts, withReadable, withReading } from './job-session.ts';
import { threadsFor } from './lanes/lane-pool.ts';
import { rootNode } from './manifest-root.ts';
import { TreeVerify } from './reading/tree-verify.ts';

/**
 * Reads all that a recovery point needs and compares it, the index too: what a warm service remembers of it proves nothing. Only what keeps it
 * from beginning (head, keys, index, manifest) is thrown.
 */
export async function verify(parts: EngineParts, request: VerifyRequest): Promise<VerifyReport> {
  const cold = { ...parts, indexes: new IndexCache() };
  return withReadable(cold, request.domain, 'open', async (source) => {
    const { root, totals } = await readManifest(source.domain, request.manifestId);
    parts.pool.warm([request.domain.blobs], 'verify', threadsFor(totals.bytes));
    const options = { running: request, source: source.domain, bytesTotal: totals.bytes };
    return withReading(parts, options, async (lanes) => {
      const walk = new TreeVerify({ source, lanes });
      await walk.run(rootNode(root));
      return walk.report();
    });
  });
}
