import { Buffer } from 'node:buffer';
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { StorageError } from '../../storage/storage-error.ts';
import { giveBack } from '../../util/give-back.ts';
import { Joined } from '../../util/joined.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { EngineError } from '../engine-error.ts';
import { headerLength, saltLength } from '../format/blob-header.ts';
import { MalformedError } from '../format/byte-reader.ts';
import {
  decodeSegment,
  encodeSegment,
  type IndexedPack,
  type IndexSegment,
  type NewSegment,
  segmentName,
} from '../format/index-segment.ts';
import type { PackEntries } from '../format/pack-entries.ts';
import { packName, packSizeOf } from '../format/pack-format.ts';
import { readPackFooter } from '../format/pack-reader.ts';
import { indexBlob, openBlob, sealBlob } from '../format/sealed-blob.ts';
import { packsAdoptedMax, segmentsReadAtOnce } from '../limits.ts';
import { ChunkTable } from './chunk-table.ts';
import { damagedPacks } from './damaged-packs.ts';
import type { OpenDomain } from './open-domain.ts';
import { RecentRoots } from './recent-roots.ts';
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

/** Packs that are named and not there, or not as long as they were, or found damaged, and what an index makes of their chunks. */
export interface LostPacks {
  readonly packs: ReadonlySet<string>;
  /** `forget`: for writers, who then store them again. `find-last`: for readers, who take another place first and else say which pack is missing. */
  readonly chunks: 'forget' | 'find-last';
}

/** What a domain holds. It outlives a job, so that the next one reads only the segments that are new. */
export class DomainIndex implements ChunkFinder {
  /** Of the domain's id key, which itself is wiped with its job. */
  readonly #mark: Buffer;
  readonly #lost: LostPacks | undefined;
  readonly table = new ChunkTable();
  /** Of manifests that were stored last: the next backup of a resource begins with its one. What they name is looked up all the same. */
  readonly roots = new RecentRoots();
  readonly #packs: KnownPack[] = [];
  /** How many of `#packs`, from the first, are known to have been as long as they must be: compared with their blobs, or stored by this process. */
  #measured = 0;
  /** Packs whose blob was not as long as it must be when it was looked at. */
  readonly #altered = new Set<string>();
  readonly #segments = new SegmentGraph();
  /** Packs that a segment condemns: whoever names one again races with `prune`. */
  readonly #condemned = new Set<string>();
  readonly #passedOver = new Set<string>();
  readonly #keyIds = new Map<string, Buffer>();
  /** Looks at the names of segments in the store, which jobs that end together share. */
  readonly #looks = new Joined<Set<string>>();

  constructor(domain: OpenDomain, lost?: LostPacks) {
    this.#mark = markOf(domain);
    this.#lost = lost;
  }

  belongsTo(domain: OpenDomain): boolean {
    return timingSafeEqual(this.#mark, markOf(domain));
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
    const late = await this.#readNew(domain, names);
    for (const pack of late) this.#insert(pack);
    await this.openKeys(domain);
    return true;
  }

  /** Opens the data keys of all packs that are named. Throws `key-unavailable`. */
  async openKeys(domain: OpenDomain): Promise<void> {
    for (const keyId of this.#keyIds.values()) await domain.dataKey(keyId);
  }

  /**
   * Packs that segments name and that are not in the store now, were not as long as they must be when this process first saw them, or are noted as
   * damaged; and those that are there and that no segment names or condemns. Costs a listing, no reading.
   */
  async lookAtPacks(domain: OpenDomain): Promise<{ lost: ReadonlySet<string>; unnamed: readonly string[] }> {
    const sizes = new Map(this.#packs.map(({ packId, sizeBytes }) => [packId.toString('hex'), sizeBytes]));
    const lost = new Set(sizes.keys());
    const unnamed: string[] = [];
    const known = this.#packs.length;
    const measures = this.#measured < known;
    for await (const { name, sizeBytes } of blobsBelow(domain, 'packs/', { measures })) {
      const pack = name.slice(name.lastIndexOf('/') + 1);
      if (!lost.delete(pack) && !this.#condemned.has(pack)) unnamed.push(pack);
      const expected = sizes.get(pack);
      if (sizeBytes !== undefined && expected !== undefined && sizeBytes !== expected) this.#altered.add(pack);
    }
    if (measures) this.#measured = Math.max(this.#measured, known);
    for (const pack of [...this.#altered, ...(await damagedPacks(domain))]) if (sizes.has(pack)) lost.add(pack);
    return { lost, unnamed };
  }

  /**
   * Names packs of data that a job which was broken off has stored: they need not be stored again. Packs of nodes say nothing of what is below
   * them, and one that cannot be read is left to `prune`; both are looked at once.
   */
  async adopt(domain: OpenDomain, unnamed: readonly string[]): Promise<void> {
    const packs: IndexedPack[] = [];
    for (const pack of unnamed.filter((one) => !this.#passedOver.has(one)).slice(0, packsAdoptedMax)) {
      const found = await this.#dataPack(domain, pack);
      if (found) packs.push(found);
      else this.#passedOver.add(pack);
    }
    await this.publish(domain, packs);
  }

  async #dataPack(domain: OpenDomain, pack: string): Promise<IndexedPack | undefined> {
    try {
      const found = await footerOf(domain, { packId: Buffer.from(pack, 'hex') });
      return found.entries.kind === 1 ? found : undefined;
    } catch (error) {
      if (error instanceof EngineError && (error.kind === 'pack-corrupt' || error.kind === 'pack-missing'))
        return undefined;
      throw error;
    }
  }

  /** Stores a segment that names `packs`, which are stored, and then finds their chunks. Returns the segment's size in bytes. */
  async publish(domain: OpenDomain, packs: readonly IndexedPack[]): Promise<number> {
    if (packs.length === 0) return 0;
    const parents = this.#segments.heads();
    const { name, sizeBytes } = await storeSegment(domain, { packs, parents });
    const areMeasured = this.#measured === this.#packs.length;
    this.#take(name, { packs, parents });
    if (areMeasured) this.#measured = this.#packs.length;
    return sizeBytes;
  }

  /**
   * Makes sure, before a manifest is stored, that what it relies upon is still named. Segments that `prune` has taken away are looked
   * after: packs that no segment names any more, or of which it has withdrawn something, are named anew. Throws `pack-missing`, `pack-corrupt` where such a pack is no more.
   */
  async confirm(domain: OpenDomain): Promise<void> {
    const names = await this.#looks.run(() => segmentNames(domain));
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

  /** Returns the packs that are to be found last. */
  async #readNew(domain: OpenDomain, names: ReadonlySet<string>): Promise<NamedPack[]> {
    const unread = [...names].filter((name) => !this.#segments.has(name));
    const late: NamedPack[] = [];
    for (let at = 0; at < unread.length; at += segmentsReadAtOnce) {
      const some = unread.slice(at, at + segmentsReadAtOnce).map((name) => this.#read(domain, name));
      late.push(...(await Promise.all(some)).flat());
    }
    return late;
  }

  async #read(domain: OpenDomain, name: string): Promise<NamedPack[]> {
    const body = await segmentBody(domain, name);
    if (!body || this.#segments.has(name)) return [];
    const late = this.#take(name, decoded(body, name));
    // Up to 3 MB, of which nothing is used any more: as garbage, those of all segments would lie about for a while.
    if (late.length === 0) giveBack(body);
    return late;
  }

  #take(name: string, { packs = [], parents = [], condemnedPacks = [] }: NewSegment): NamedPack[] {
    this.#segments.add(name, parents);
    for (const { packId } of condemnedPacks) this.#condemned.add(packId.toString('hex'));
    const late: NamedPack[] = [];
    for (const pack of packs) {
      if (this.#lost?.packs.has(pack.packId.toString('hex'))) {
        this.#segments.maim(name);
        late.push({ ...pack, segment: name });
      } else this.#insert({ ...pack, segment: name });
    }
    return this.#lost?.chunks === 'find-last' ? late : [];
  }

  #insert({ packId, keyId, entries, segment }: NamedPack): void {
    const { isWhole, sizeBytes } = insertEntries(this.table, this.#packs.length, entries);
    const named = { packId: Buffer.from(packId), keyId: Buffer.from(keyId), segment, isWhole, sizeBytes };
    this.#keyIds.set(named.keyId.toString('hex'), named.keyId);
    this.#packs.push(named);
  }
}

const markOf = ({ idKey }: OpenDomain): Buffer => hash('sha256', idKey, 'buffer');

interface KnownPack extends PackName {
  readonly segment: string;
  readonly isWhole: boolean;
  /** What its blob must have. */
  readonly sizeBytes: number;
}

type NamedPack = IndexedPack & { readonly segment: string };

/** Finds the chunks of a pack from now on, those that are withdrawn excepted unless `prune` asks. Tells whether none is, and how long the pack must be. */
export function insertEntries(
  table: ChunkTable,
  pack: number,
  entries: PackEntries,
  { alsoWithdrawn = false } = {},
): { isWhole: boolean; sizeBytes: number } {
  let offset = headerLength;
  let ordinal = 0;
  let isWhole = true;
  entries.forEach((entry) => {
    const { bytes, hashAt, isWithdrawn, sealedLength } = entry;
    if (alsoWithdrawn || !isWithdrawn) table.insertFrom(bytes, hashAt, entry, { pack, offset, ordinal });
    if (isWithdrawn) isWhole = false;
    offset += sealedLength;
    ordinal += 1;
  });
  return { isWhole, sizeBytes: packSizeOf(offset, ordinal) };
}

/** Sizes come where they are asked for, and where they cost nothing. */
async function* blobsBelow(
  domain: OpenDomain,
  place: 'packs/' | 'index/',
  { measures = false } = {},
): AsyncGenerator<{ readonly name: string; readonly sizeBytes?: number }> {
  const folder = domain.name(place);
  if (measures || !domain.blobs.names) yield* domain.blobs.list(folder);
  else for (const name of await domain.blobs.names(folder)) yield { name };
}

/** Names of the segments that are in the store now. */
export async function segmentNames(domain: OpenDomain): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const { name } of blobsBelow(domain, 'index/')) names.add(name.slice(domain.domain.prefix.length));
  return names;
}

/** Far above what Buffer cuts from its pool. */
const largeBody = 1024 * 1024;

/** Seals and stores a segment under a fresh name. */
export async function storeSegment(
  domain: OpenDomain,
  segment: NewSegment,
): Promise<{ name: string; sizeBytes: number }> {
  const { keyId, dataKey } = domain.current;
  const salt = randomBytes(saltLength);
  const name = segmentName(salt);
  const body = encodeSegment(segment);
  const blob = sealBlob(indexBlob, { keyId, salt }, dataKey, name, body);
  // A large one has its memory for itself, and some more than it fills.
  if (body.length > largeBody) giveBack(Buffer.from(body.buffer));
  await domain.blobs.put(domain.name(name), blob);
  const sizeBytes = blob.length;
  giveBack(blob);
  return { name, sizeBytes };
}

/** Nothing where the segment was dropped since it was listed. Throws `index-corrupt`. */
export async function openSegment(domain: OpenDomain, name: string): Promise<IndexSegment | undefined> {
  const body = await segmentBody(domain, name);
  return body && decoded(body, name);
}

async function segmentBody(domain: OpenDomain, name: string): Promise<Buffer | undefined> {
  try {
    const bytes = await domain.blobs.get(domain.name(name));
    const body = await openBlob(indexBlob, bytes, name, (keyId) => domain.dataKey(keyId));
    giveBack(bytes);
    if (body) return body;
    throw new EngineError('index-corrupt', { name });
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
    throw error;
  }
}

function decoded(body: Buffer, name: string): IndexSegment {
  try {
    return decodeSegment(body);
  } catch (error) {
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
