import { Buffer } from 'node:buffer';
import { storeSegment } from '../domain/domain-index.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import { keyIdLength } from '../format/blob-header.ts';
import type { CondemnedManifest, CondemnedPack, IndexedPack, NewSegment } from '../format/index-segment.ts';
import { PackEntries, unknownEntries } from '../format/pack-entries.ts';
import { entriesPerSegmentMax, segmentsEnough } from '../limits.ts';
import { type DomainStock, ownCopy, type StockedPack } from './domain-stock.ts';
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
  const segments = new SegmentChain(domain);
  const nodes: IndexedPack[] = [];
  const since = new Map(sorted.condemned.map((pack) => [pack.hex, pack.since]));
  for await (const { number, pack } of stock.entries(domain)) {
    check();
    const { hex } = stock.packs[number]!;
    const condemnedSince = since.get(hex);
    since.delete(hex);
    if (condemnedSince !== undefined) await segments.addCondemned({ ...pack, since: condemnedSince });
    else if (pack.entries.kind === 2) nodes.push(withdrawn(pack, marks));
    else await segments.addData(pack);
  }
  for (const pack of sorted.newPacks) {
    if (pack.entries.kind === 2) nodes.push(pack);
    else await segments.addData(pack);
  }
  const keyId = Buffer.alloc(keyIdLength);
  for (const { packId, hex, since: from } of sorted.condemned) {
    if (since.has(hex)) await segments.addCondemned({ packId, keyId, since: from, entries: unknownEntries });
  }
  await segments.end({ nodes, condemnedManifests: sorted.manifests });
  for (const name of [...stock.segments, ...stock.illSegments]) await domain.blobs.delete(domain.name(name));
  return true;
}

/** New segments, one after the other, so that few entries are in memory together. */
class SegmentChain {
  readonly #domain: OpenDomain;
  #parents: string[] = [];
  #data: IndexedPack[] = [];
  #condemned: CondemnedPack[] = [];
  #entries = 0;

  constructor(domain: OpenDomain) {
    this.#domain = domain;
  }

  async addData(pack: IndexedPack): Promise<void> {
    this.#data.push(ownCopy(pack));
    await this.#count(pack);
  }

  async addCondemned(pack: CondemnedPack): Promise<void> {
    this.#condemned.push(ownCopy(pack));
    await this.#count(pack);
  }

  /** The last one is written even where it says nothing: it stands for all before it. */
  async end({ nodes, condemnedManifests }: { nodes: IndexedPack[]; condemnedManifests: readonly CondemnedManifest[] }) {
    if (this.#data.length > 0) await this.#store();
    await this.#store({ packs: nodes, condemnedManifests });
  }

  async #count({ entries }: IndexedPack): Promise<void> {
    this.#entries += entries.count;
    if (this.#entries >= entriesPerSegmentMax) await this.#store();
  }

  async #store(more: NewSegment = {}): Promise<void> {
    const segment = { packs: this.#data, condemnedPacks: this.#condemned, parents: this.#parents, ...more };
    this.#parents = [(await storeSegment(this.#domain, segment)).name];
    this.#data = [];
    this.#condemned = [];
    this.#entries = 0;
  }
}

/** A node that no tree needs may have lost what is below it. */
function withdrawn({ packId, keyId, entries }: IndexedPack, marks: TreeMarks): IndexedPack {
  const marked = Array.from(entries, (entry) => ({ ...entry, isWithdrawn: !marks.isNeeded(entry.hash) }));
  return { packId: Buffer.from(packId), keyId: Buffer.from(keyId), entries: PackEntries.of(marked) };
}

async function hasUnneededNodes(domain: OpenDomain, stock: DomainStock, marks: TreeMarks): Promise<boolean> {
  for await (const { pack } of stock.entries(domain)) {
    if (pack.entries.kind !== 2 || !marks.isAnyNeeded(pack)) continue;
    for (const { hash, isWithdrawn = false } of pack.entries) if (isWithdrawn === marks.isNeeded(hash)) return true;
  }
  return false;
}
