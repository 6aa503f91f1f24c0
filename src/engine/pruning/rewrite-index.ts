import { Buffer } from 'node:buffer';
import { storeSegment } from '../domain/domain-index.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import { keyIdLength } from '../format/blob-header.ts';
import type { CondemnedManifest, CondemnedPack, IndexedPack } from '../format/index-segment.ts';
import { entriesPerSegmentMax, segmentsEnough } from '../limits.ts';
import type { DomainStock, StockedPack } from './domain-stock.ts';
import type { TreeMarks } from './mark-trees.ts';
import type { Repacked } from './repack.ts';

/** Packs that nothing needs, each since when. */
export type Condemned = readonly {
  readonly packId: Buffer;
  readonly hex: string;
  readonly since: number;
  readonly sizeBytes: number;
}[];

/** What is to become of a stock. */
export interface SortedStock {
  readonly condemned: Condemned;
  readonly newlyCondemned: readonly string[];
  readonly manifests: readonly CondemnedManifest[];
  readonly keptBytes: number;
  readonly neededBytes: number;
  readonly isChanged: boolean;
  /** Packs that are stored, and that the new index is to name in place of others. */
  readonly newPacks: readonly IndexedPack[];
}

export function sortOut(
  stock: DomainStock,
  { neededBytes }: TreeMarks,
  {
    now,
    manifests,
    keepsNamed = false,
    repacked,
  }: { now: number; manifests: readonly CondemnedManifest[]; keepsNamed?: boolean; repacked?: Repacked },
): SortedStock {
  // For `recover`: of a tree that is not whole, what is there stays; what is lost is no longer named, so that the next job stores it again.
  const isKept = ({ since, sizeBytes }: StockedPack): boolean => keepsNamed && since === undefined && sizeBytes > 0;
  const isNeeded = (number: number): boolean =>
    repacked?.replaced.has(number) !== true && (neededBytes[number]! > 0 || isKept(stock.packs[number]!));
  const unneeded = stock.packs.filter((_, number) => !isNeeded(number));
  const kept = stock.packs.filter((_, number) => isNeeded(number));
  const packs = unneeded.map(({ packId, hex, sizeBytes, since }) => ({ packId, hex, sizeBytes, since: since ?? now }));
  const bare = [...stock.bareCondemned, ...[...stock.unnamed.keys()].map((hex) => [hex, now] as const)].map(
    ([hex, since]) => ({ packId: Buffer.from(hex, 'hex'), hex, sizeBytes: stock.unnamed.get(hex) ?? 0, since }),
  );
  const newlyCondemned = [
    ...unneeded.filter(({ since }) => since === undefined).map(({ hex }) => hex),
    ...stock.unnamed.keys(),
  ];
  const isChanged =
    newlyCondemned.length > 0 ||
    (repacked !== undefined && repacked.packs.length > 0) ||
    stock.goneCount > 0 ||
    kept.some(({ since, segment }) => since !== undefined || segment === undefined) ||
    stock.illSegments.length > 0 ||
    stock.segments.length > segmentsEnough ||
    stock.segments.some((name) => !stock.graph.isWhole(name)) ||
    manifests.length !== stock.condemnedManifests.size ||
    manifests.some(({ id }) => !stock.condemnedManifests.has(id));
  return {
    condemned: [...packs, ...bare],
    newlyCondemned,
    manifests,
    isChanged,
    keptBytes: kept.reduce((sum, { sizeBytes }) => sum + sizeBytes, repacked?.storedBytes ?? 0),
    newPacks: repacked?.packs ?? [],
    neededBytes: neededBytes.reduce((sum, bytes) => sum + bytes, 0),
  };
}

/**
 * Writes new segments, each naming the one before, and then deletes those that were read. The last has all nodes: where any segment is lost, none of
 * them counts for what is below it. Returns false, and writes nothing, where the index is as it should be.
 */
export async function rewriteIndex(
  domain: OpenDomain,
  { stock, marks, sorted, check }: { stock: DomainStock; marks: TreeMarks; sorted: SortedStock; check: () => void },
): Promise<boolean> {
  if (!sorted.isChanged && !(await hasUnneededNodes(domain, stock, marks))) return false;
  const nodes: IndexedPack[] = [];
  const condemnedPacks: CondemnedPack[] = [];
  const since = new Map(sorted.condemned.map((pack) => [pack.hex, pack.since]));
  let data: IndexedPack[] = [];
  let parents: string[] = [];
  const storeData = async (): Promise<void> => {
    if (data.length === 0) return;
    parents = [(await storeSegment(domain, { packs: data, parents })).name];
    data = [];
  };
  let count = 0;
  for await (const { number, pack } of stock.entries(domain)) {
    check();
    const condemnedSince = since.get(stock.packs[number]!.hex);
    if (condemnedSince !== undefined) condemnedPacks.push({ ...pack, since: condemnedSince });
    else if (pack.entries[0]?.kind === 2) nodes.push(withdrawn(pack, marks));
    else {
      data.push(pack);
      count += pack.entries.length;
    }
    if (count < entriesPerSegmentMax) continue;
    await storeData();
    count = 0;
  }
  for (const pack of sorted.newPacks) (pack.entries[0]?.kind === 2 ? nodes : data).push(pack);
  await storeData();
  const known = new Set(condemnedPacks.map(({ packId }) => packId.toString('hex')));
  const keyId = Buffer.alloc(keyIdLength);
  for (const { packId, hex, since: from } of sorted.condemned) {
    if (!known.has(hex)) condemnedPacks.push({ packId, keyId, since: from, entries: [] });
  }
  await storeSegment(domain, { packs: nodes, parents, condemnedPacks, condemnedManifests: sorted.manifests });
  for (const name of [...stock.segments, ...stock.illSegments]) await domain.blobs.delete(domain.name(name));
  return true;
}

/** A node that no tree needs may have lost what is below it. */
function withdrawn(pack: IndexedPack, marks: TreeMarks): IndexedPack {
  return {
    ...pack,
    entries: pack.entries.map((entry) => ({ ...entry, isWithdrawn: !marks.isNeeded(entry.hash) })),
  };
}

async function hasUnneededNodes(domain: OpenDomain, stock: DomainStock, marks: TreeMarks): Promise<boolean> {
  for await (const { pack } of stock.entries(domain)) {
    const differs = ({ kind, hash, isWithdrawn = false }: IndexedPack['entries'][number]): boolean =>
      kind === 2 && isWithdrawn === marks.isNeeded(hash);
    if (marks.isAnyNeeded(pack) && pack.entries.some(differs)) return true;
  }
  return false;
}
