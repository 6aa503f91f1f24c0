import { Buffer } from 'node:buffer';
import { ChunkTable } from '../domain/chunk-table.ts';
import { damagedPacks } from '../domain/damaged-packs.ts';
import {
  type ChunkFinder,
  footerOf,
  insertEntries,
  openSegment,
  type PackName,
  segmentNames,
} from '../domain/domain-index.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import { SegmentGraph } from '../domain/segment-graph.ts';
import { EngineError } from '../engine-error.ts';
import type { CondemnedManifest, CondemnedPack, IndexedPack, IndexSegment } from '../format/index-segment.ts';
import { footerOffsetOf, packSizeOf } from '../format/pack-format.ts';

/** One pack as `prune` sees it. */
export interface StockedPack extends PackName {
  readonly hex: string;
  readonly sizeBytes: number;
  /** The segment that tells its chunks; nothing where only the pack itself does. */
  readonly segment: string | undefined;
  /** Since when it has been condemned; nothing where a segment names it. */
  readonly since: number | undefined;
}

/**
 * All packs of a domain and where its chunks lie: those that are named, those that are condemned, and the names of those that are neither. Packs
 * are listed before segments are read, so that a pack that is named meanwhile counts as named.
 */
export class DomainStock implements ChunkFinder {
  readonly table = new ChunkTable();
  readonly segments: string[] = [];
  readonly graph = new SegmentGraph();
  readonly condemnedManifests = new Map<string, CondemnedManifest>();
  /** Segments that cannot be opened; only `read` with `keepGoing` returns with any. */
  readonly illSegments: string[] = [];
  /** Stored packs that no segment tells of. */
  readonly unnamed = new Map<string, number>();
  /** Condemned packs of which nothing but the name is known. */
  readonly bareCondemned = new Map<string, number>();
  /** Condemned packs that are there no more. */
  goneCount = 0;
  readonly packs: StockedPack[] = [];
  readonly #numbers = new Map<string, number>();

  static async read(domain: OpenDomain, { keepGoing = false } = {}): Promise<DomainStock> {
    const stock = new DomainStock();
    const sizes = await packSizes(domain);
    const damaged = await damagedPacks(domain);
    const condemned: { pack: CondemnedPack; segment: string }[] = [];
    const unlisted: { pack: IndexedPack; segment: string }[] = [];
    for (const name of await segmentNames(domain)) {
      const segment = await stock.#open(domain, name, keepGoing);
      if (!segment) continue;
      unlisted.push(...stock.#take(name, segment, { sizes, damaged }));
      for (const pack of segment.condemnedPacks) condemned.push({ pack: ownCopy(pack), segment: name });
    }
    for (const { pack, segment } of condemned) stock.#takeCondemned(pack, segment, sizes);
    for (const { pack, segment } of unlisted) stock.#takeLate(pack, segment, sizes);
    for (const [hex, size] of sizes) {
      if (!stock.#numbers.has(hex) && !stock.bareCondemned.has(hex)) stock.unnamed.set(hex, size);
    }
    return stock;
  }

  pack(number: number): StockedPack {
    return this.packs[number]!;
  }

  numberOf(packId: Uint8Array): number | undefined {
    return this.#numbers.get(Buffer.from(packId).toString('hex'));
  }

  /** Takes in what a pack says of itself. */
  async adopt(domain: OpenDomain, hex: string): Promise<void> {
    const pack = await footerOf(domain, { packId: Buffer.from(hex, 'hex') });
    this.#insert(pack, { hex, sizeBytes: this.unnamed.get(hex) ?? 0, segment: undefined, since: undefined });
    this.unnamed.delete(hex);
  }

  /** Each pack with its chunks once, read again, so that not all of them are in memory together. They are views of a segment's bytes. */
  async *entries(domain: OpenDomain): AsyncGenerator<{ number: number; pack: IndexedPack }> {
    for (const name of this.segments) {
      const segment = await openSegment(domain, name);
      for (const pack of [...(segment?.packs ?? []), ...(segment?.condemnedPacks ?? [])]) {
        const number = this.numberOf(pack.packId);
        if (number !== undefined && this.packs[number]!.segment === name) yield { number, pack };
      }
    }
    for (const [number, pack] of this.packs.entries()) {
      if (pack.segment === undefined) yield { number, pack: await footerOf(domain, pack) };
    }
  }

  async #open(domain: OpenDomain, name: string, keepGoing: boolean): Promise<IndexSegment | undefined> {
    try {
      const segment = await openSegment(domain, name);
      if (segment) this.segments.push(name);
      return segment;
    } catch (error) {
      if (!keepGoing || !(error instanceof EngineError && error.kind === 'index-corrupt')) throw error;
      this.illSegments.push(name);
      return undefined;
    }
  }

  /** Returns packs that are named and were not listed, are not as long as they must be, or are damaged. */
  #take(
    name: string,
    segment: IndexSegment,
    { sizes, damaged }: { sizes: ReadonlyMap<string, number>; damaged: ReadonlySet<string> },
  ): { pack: IndexedPack; segment: string }[] {
    this.graph.add(name, segment.parents);
    const unlisted: { pack: IndexedPack; segment: string }[] = [];
    for (const manifest of segment.condemnedManifests) this.condemnedManifests.set(manifest.id, manifest);
    for (const pack of segment.packs) {
      const hex = pack.packId.toString('hex');
      const sizeBytes = sizes.get(hex);
      const isWhole = sizeBytes === packSizeOf(footerOffsetOf(pack.entries), pack.entries.count);
      if (sizeBytes === undefined || !isWhole || damaged.has(hex))
        unlisted.push({ pack: ownCopy(pack), segment: name });
      else if (!this.#numbers.has(hex)) this.#insert(pack, { hex, sizeBytes, segment: name, since: undefined });
    }
    return unlisted;
  }

  /** Such a pack was stored meanwhile, or is lost or damaged. It comes last: what was stored again after a loss is found where it is now, and what else needs the pack will tell. */
  #takeLate(pack: IndexedPack, segment: string, sizes: ReadonlyMap<string, number>): void {
    const hex = pack.packId.toString('hex');
    if (!this.#numbers.has(hex)) this.#insert(pack, { hex, sizeBytes: sizes.get(hex) ?? 0, segment, since: undefined });
  }

  /** After all that are named, so that a chunk that lies in both is found where it is to stay. */
  #takeCondemned(pack: CondemnedPack, segment: string, sizes: ReadonlyMap<string, number>): void {
    const hex = pack.packId.toString('hex');
    const sizeBytes = sizes.get(hex);
    if (this.#numbers.has(hex)) return;
    if (sizeBytes === undefined) this.goneCount += 1;
    else if (pack.entries.count === 0) this.bareCondemned.set(hex, pack.since);
    else this.#insert(pack, { hex, sizeBytes, segment, since: pack.since });
  }

  #insert(pack: IndexedPack, facts: Omit<StockedPack, 'packId' | 'keyId'>): void {
    const named = { packId: Buffer.from(pack.packId), keyId: Buffer.from(pack.keyId), ...facts };
    const number = this.packs.push(named) - 1;
    this.#numbers.set(facts.hex, number);
    // What was withdrawn may be needed by a manifest that came while the last run was under way.
    insertEntries(this.table, number, pack.entries, { alsoWithdrawn: true });
  }
}

async function packSizes(domain: OpenDomain): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for await (const { name, sizeBytes } of domain.blobs.list(domain.name('packs/'))) {
    sizes.set(name.slice(name.lastIndexOf('/') + 1), sizeBytes);
  }
  return sizes;
}

/** Free of the segment's bytes. */
export function ownCopy<T extends IndexedPack>(pack: T): T {
  return { ...pack, packId: Buffer.from(pack.packId), keyId: Buffer.from(pack.keyId), entries: pack.entries.copy() };
}
