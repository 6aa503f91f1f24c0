import { manifestIds, readManifest } from './domain/manifest-store.ts';
import { OpenDomain } from './domain/open-domain.ts';
import type { RecoverIndexReport, RecoverIndexRequest } from './engine.ts';
import { EngineError } from './engine-error.ts';
import type { EngineParts } from './job-session.ts';
import { illnessesKept } from './limits.ts';
import { rootNode } from './manifest-root.ts';
import { DomainStock } from './pruning/domain-stock.ts';
import { TreeMarks } from './pruning/mark-trees.ts';
import { rewriteIndex, sortOut } from './pruning/rewrite-index.ts';

type Illness = RecoverIndexReport['illnesses'][number];

/**
 * Makes the index anew: from the segments that are left and, for packs that none of them tells of, from the packs themselves. All manifests that
 * are stored are kept. Nothing is deleted but the segments that the new ones replace.
 */
export async function recoverIndex(
  parts: EngineParts,
  { domain, now, signal }: RecoverIndexRequest,
): Promise<RecoverIndexReport> {
  const check = (): void => {
    if (signal?.aborted) throw new EngineError('aborted');
  };
  return parts.jobs.alone(domain, async () => {
    const opened = await OpenDomain.open(domain);
    try {
      return await recover(opened, { now, check });
    } finally {
      opened.close();
    }
  });
}

async function recover(
  domain: OpenDomain,
  { now, check }: { now: number; check: () => void },
): Promise<RecoverIndexReport> {
  const illnesses: Illness[] = [];
  const tolerate = async (where: string, action: () => Promise<void>): Promise<void> => {
    check();
    try {
      await action();
    } catch (error) {
      if (!(error instanceof EngineError) || error.kind === 'aborted' || error.kind === 'key-unavailable') throw error;
      if (illnesses.length < illnessesKept) illnesses.push({ kind: error.kind, where });
    }
  };
  const manifests = await manifestIds(domain);
  const stock = await DomainStock.read(domain, { keepGoing: true });
  illnesses.push(...stock.illSegments.map((where) => ({ kind: 'index-corrupt' as const, where })));
  const unnamed = [...stock.unnamed.keys()];
  for (const hex of unnamed) await tolerate(`pack ${hex}`, () => stock.adopt(domain, hex));
  const recoveredPacks = stock.packs.filter(({ segment }) => segment === undefined).length;
  const marks = new TreeMarks(domain, stock, check);
  try {
    for (const id of manifests) {
      const mark = async () => marks.markTree(rootNode((await readManifest(domain, id)).root));
      await tolerate(`manifest ${id}`, mark);
    }
    const sorted = sortOut(stock, marks, { now, manifests: [...stock.condemnedManifests.values()], keepsNamed: true });
    await rewriteIndex(domain, { stock, marks, sorted, check });
  } finally {
    marks.close();
  }
  return { manifests: manifests.length, recoveredPacks, illnesses };
}
