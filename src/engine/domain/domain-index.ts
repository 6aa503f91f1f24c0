import { Buffer } from 'node:buffer';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { StorageError } from '../../storage/storage-error.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { EngineError } from '../engine-error.ts';
import { headerLength, saltLength } from '../format/blob-header.ts';
import { MalformedError } from '../format/byte-reader.ts';
import {
  decodeSegment,
  encodeSegment,
  type IndexedPack,
  type IndexSegment,
  segmentName,
} from '../format/index-segment.ts';
import { packName } from '../format/pack-format.ts';
import { readPackFooter } from '../format/pack-reader.ts';
import { indexBlob, openBlob, sealBlob } from '../format/sealed-blob.ts';
import { segmentsReadAtOnce } from '../limits.ts';
import { ChunkTable } from './chunk-table.ts';
import type { OpenDomain } from './open-domain.ts';
import { SegmentGraph } from './segment-graph.ts';

export interface PackName {
  readonly packId: Buffer;
  readonly keyId: Buffer;
}

/** Where chunks lie. */
export interface ChunkFinder {
  readonly table: ChunkTable;
  pack(number: number): PackName;
}

/** What a domain holds. It outlives a job, so that the next one reads only the segments that are new. */
export class DomainIndex implements ChunkFinder {
  readonly #idKey: Uint8Array;
  readonly table = new ChunkTable();
  readonly #packs: (PackName & { readonly segment: string; readonly isWhole: boolean })[] = [];
  readonly #segments = new SegmentGraph();

  constructor(domain: OpenDomain) {
    this.#idKey = Uint8Array.from(domain.idKey);
  }

  belongsTo(domain: OpenDomain): boolean {
    return timingSafeEqual(this.#idKey, domain.idKey);
  }

  pack(number: number): PackName {
    return this.#packs[number]!;
  }

  /** Whether a node is there with all below it: FORMAT.md, invariant 2. */
  holdsTree(hash: Uint8Array): boolean {
    const record = this.table.find(hash);
    return record >= 0 && this.#segments.isWhole(this.#packs[this.table.packAt(record)]!.segment);
  }

  /** Reads the segments that are new. False where one that was read is gone: then this index is stale. Throws `index-corrupt`. */
  async refresh(domain: OpenDomain): Promise<boolean> {
    const names = await segmentNames(domain);
    if (!this.#segments.names().every((name) => names.has(name))) return false;
    await this.#readNew(domain, names);
    for (const { keyId } of this.#packs) await domain.dataKey(keyId);
    return true;
  }

  /** Stores a segment that names `packs`, which are stored, and then finds their chunks. Returns the segment's size in bytes. */
  async publish(domain: OpenDomain, packs: readonly IndexedPack[]): Promise<number> {
    if (packs.length === 0) return 0;
    const parents = this.#segments.heads();
    const { name, sizeBytes } = await storeSegment(domain, { packs, parents });
    this.#take(name, { packs, parents });
    return sizeBytes;
  }

  /**
   * Makes sure, before a manifest is stored, that what it relies upon is still named. Segments that `prune` has taken away are looked
   * after: packs that no segment names any more, or of which it has withdrawn something, are named anew. Throws `pack-missing`, `pack-corrupt` where such a pack is no more.
   */
  async confirm(domain: OpenDomain): Promise<void> {
    const names = await segmentNames(domain);
    const gone = new Set(this.#segments.names().filter((name) => !names.has(name)));
    if (gone.size === 0) return;
    const relied = this.#packs.slice();
    const before = this.#packs.length;
    await this.#readNew(domain, names);
    const named = relied.filter(({ segment }) => !gone.has(segment));
    const namedWhole = this.#packs.slice(before).filter(({ isWhole }) => isWhole);
    const isNamed = new Set([...named, ...namedWhole].map(({ packId }) => packId.toString('hex')));
    const unnamed = relied.filter(({ packId }) => !isNamed.has(packId.toString('hex')));
    const packs: IndexedPack[] = [];
    for (const pack of unnamed) packs.push(await footerOf(domain, pack));
    await this.publish(domain, packs);
  }

  async #readNew(domain: OpenDomain, names: ReadonlySet<string>): Promise<void> {
    const unread = [...names].filter((name) => !this.#segments.has(name));
    for (let at = 0; at < unread.length; at += segmentsReadAtOnce) {
      await Promise.all(unread.slice(at, at + segmentsReadAtOnce).map((name) => this.#read(domain, name)));
    }
  }

  async #read(domain: OpenDomain, name: string): Promise<void> {
    const segment = await openSegment(domain, name);
    if (segment && !this.#segments.has(name)) this.#take(name, segment);
  }

  #take(name: string, { packs, parents }: Pick<IndexSegment, 'packs' | 'parents'>): void {
    this.#segments.add(name, parents);
    for (const { packId, keyId, entries } of packs) {
      const isWhole = !entries.some(({ isWithdrawn }) => isWithdrawn);
      const named = { packId: Buffer.from(packId), keyId: Buffer.from(keyId), segment: name, isWhole };
      insertEntries(this.table, this.#packs.push(named) - 1, entries);
    }
  }
}

/** Finds the chunks of a pack from now on, those that are withdrawn excepted unless `prune` asks. */
export function insertEntries(
  table: ChunkTable,
  pack: number,
  entries: IndexedPack['entries'],
  { alsoWithdrawn = false } = {},
): void {
  let offset = headerLength;
  for (const [ordinal, entry] of entries.entries()) {
    if (alsoWithdrawn || !entry.isWithdrawn) table.insert(entry, { pack, offset, ordinal });
    offset += entry.sealedLength;
  }
}

/** Names of the segments that are in the store now. */
export async function segmentNames(domain: OpenDomain): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const { name } of domain.blobs.list(domain.name('index/'))) {
    names.add(name.slice(domain.domain.prefix.length));
  }
  return names;
}

/** Seals and stores a segment under a fresh name. */
export async function storeSegment(
  domain: OpenDomain,
  segment: Parameters<typeof encodeSegment>[0],
): Promise<{ name: string; sizeBytes: number }> {
  const { keyId, dataKey } = domain.current;
  const salt = randomBytes(saltLength);
  const name = segmentName(salt);
  const blob = sealBlob(indexBlob, { keyId, salt }, dataKey, name, encodeSegment(segment));
  await domain.blobs.put(domain.name(name), blob);
  return { name, sizeBytes: blob.length };
}

/** Nothing where the segment was dropped since it was listed. Throws `index-corrupt`. */
export async function openSegment(domain: OpenDomain, name: string): Promise<IndexSegment | undefined> {
  try {
    const bytes = await domain.blobs.get(domain.name(name));
    const body = await openBlob(indexBlob, bytes, name, (keyId) => domain.dataKey(keyId));
    if (body) return decodeSegment(body);
    throw new EngineError('index-corrupt', { name });
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
    if (error instanceof MalformedError) throw new EngineError('index-corrupt', { name }, { cause: error });
    throw error;
  }
}

/** What a pack says of itself. Throws `pack-missing`, `pack-corrupt`. */
export async function footerOf(domain: OpenDomain, { packId }: Pick<PackName, 'packId'>): Promise<IndexedPack> {
  const facts = { pack: packId.toString('hex'), domain: domain.domain.id };
  const pack = { blobs: domain.blobs, name: domain.name(packName(packId)), packId };
  try {
    const footer = await readPackFooter(chosenAead(), pack, (keyId) => domain.dataKey(keyId));
    if (footer) return { packId, ...footer };
    throw new EngineError('pack-corrupt', facts);
  } catch (error) {
    if (!(error instanceof StorageError && error.kind === 'blob-missing')) throw error;
    throw new EngineError('pack-missing', facts, { cause: error });
  }
}
