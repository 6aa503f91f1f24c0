import { forgetDamaged } from './domain/damaged-packs.ts';
import { manifestIds, readManifest } from './domain/manifest-store.ts';
import { OpenDomain } from './domain/open-domain.ts';
import type { PruneReport, PruneRequest } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { packName } from './format/pack-format.ts';
import type { EngineParts } from './job-session.ts';
import { prunePassesMax, staleFileAgeMs } from './limits.ts';
import { rootNode } from './manifest-root.ts';
import { DomainStock } from './pruning/domain-stock.ts';
import { TreeMarks } from './pruning/mark-trees.ts';
import { repack } from './pruning/repack.ts';
import { type Condemned, rewriteIndex, sortOut } from './pruning/rewrite-index.ts';

type Pass = PruneReport & { readonly condemned: Condemned };

/**
 * Frees what no kept manifest needs (FORMAT.md 4). One run at a time on a domain in a process; beside jobs of any process, within the period of
 * grace. A domain that has no head yet has nothing to free: `head-missing`.
 */
export async function prune(parts: EngineParts, request: PruneRequest): Promise<PruneReport> {
  const { domain } = request;
  return parts.jobs.alone(domain, async () => {
    const opened = await OpenDomain.open(domain);
    try {
      return await pruneOpened(parts, request, opened);
    } finally {
      opened.close();
    }
  });
}

async function pruneOpened(parts: EngineParts, request: PruneRequest, domain: OpenDomain): Promise<PruneReport> {
  let deletedManifests = 0;
  for (let number = 1; ; number += 1) {
    const stored = await manifestIds(domain);
    const pass = await sortOutOnce(parts, request, domain, stored);
    deletedManifests += pass.deletedManifests;
    // Jobs that run now may still store a manifest that relies on what has just been condemned.
    const oldest = parts.jobs.oldest(request.domain);
    const known = new Set(stored);
    const isSettled = (await manifestIds(domain)).every((id) => known.has(id));
    if (!isSettled && number < prunePassesMax) continue;
    const deleted = isSettled
      ? await deletePacks(parts, request, domain, { condemned: pass.condemned, oldest })
      : { packs: 0, bytes: 0 };
    const { condemned: _, ...report } = pass;
    return {
      ...report,
      deletedManifests,
      deletedPacks: deleted.packs,
      deletedBytes: deleted.bytes,
      condemnedPacks: report.condemnedPacks - deleted.packs,
      condemnedBytes: report.condemnedBytes - deleted.bytes,
      staleFiles: (await domain.blobs.removeStale?.(request.domain.prefix, request.now - staleFileAgeMs)) ?? 0,
    };
  }
}

/** Deletes manifests that are due, marks what the others need, and writes the index anew where that changes it. */
async function sortOutOnce(
  { jobs }: EngineParts,
  { keep, now, graceMs, signal }: PruneRequest,
  domain: OpenDomain,
  stored: readonly string[],
): Promise<Pass> {
  const check = (): void => {
    if (signal?.aborted) throw new EngineError('aborted');
  };
  check();
  const kept = await keep(stored);
  const stock = await DomainStock.read(domain);
  const unkept = stored
    .filter((id) => !kept.has(id))
    .map((id) => ({ id, since: stock.condemnedManifests.get(id)?.since ?? now }));
  const due = unkept.filter(({ since }) => now - since >= graceMs);
  for (const { id } of due) await domain.blobs.delete(domain.name(`manifests/${id}`));
  const waiting = unkept.filter((manifest) => !due.includes(manifest));
  const marks = new TreeMarks(domain, stock, check);
  try {
    for (const id of stored.filter((one) => kept.has(one))) {
      await marks.markTree(rootNode((await readManifest(domain, id)).root));
    }
    for (const { id } of waiting) await markIfWhole(marks, domain, id);
    const repacked = await repack(domain, { stock, marks, check });
    const sorted = sortOut(stock, marks, { now, manifests: waiting, repacked });
    const hasChanged = await rewriteIndex(domain, { stock, marks, sorted, check });
    if (hasChanged) jobs.condemn(domain.domain, sorted.newlyCondemned);
    const { condemned, keptBytes, neededBytes } = sorted;
    return {
      condemned,
      keptManifests: stored.length - unkept.length,
      deletedManifests: due.length,
      deletedPacks: 0,
      deletedBytes: 0,
      condemnedManifests: waiting.length,
      condemnedPacks: condemned.length,
      condemnedBytes: condemned.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
      repackedPacks: repacked.replaced.size,
      repackedBytes: repacked.storedBytes,
      neededBytes,
      keptBytes,
      staleFiles: 0,
    };
  } finally {
    marks.close();
  }
}

/** A manifest that nobody keeps need not be whole; what is there of it stays until it goes. */
async function markIfWhole(marks: TreeMarks, domain: OpenDomain, manifestId: string): Promise<void> {
  try {
    await marks.markTree(rootNode((await readManifest(domain, manifestId)).root));
  } catch (error) {
    if (!(error instanceof EngineError) || error.kind === 'aborted' || error.kind === 'key-unavailable') throw error;
  }
}

/** No segment names them any more. One that a job may rely on which runs in this process waits for the next run. */
async function deletePacks(
  { jobs }: EngineParts,
  { now, graceMs }: PruneRequest,
  domain: OpenDomain,
  { condemned, oldest }: { condemned: Condemned; oldest: number },
): Promise<{ packs: number; bytes: number }> {
  const due = condemned.filter(
    ({ hex, since }) => now - since >= graceMs && jobs.condemnedAt(domain.domain, hex) < oldest,
  );
  for (const { packId, hex } of due) {
    await domain.blobs.delete(domain.name(packName(packId)));
    await forgetDamaged(domain, hex);
    jobs.forget(domain.domain, hex);
  }
  return { packs: due.length, bytes: due.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
}
