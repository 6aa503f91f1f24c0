import { Buffer } from 'node:buffer';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { StorageError } from '../../storage/storage-error.ts';
import { EngineError } from '../engine-error.ts';
import { headerLength, saltLength } from '../format/blob-header.ts';
import { MalformedError } from '../format/byte-reader.ts';
import { decodeSegment, encodeSegment, type IndexedPack } from '../format/index-segment.ts';
import { indexBlob, openBlob, sealBlob } from '../format/sealed-blob.ts';
import { segmentsReadAtOnce } from '../limits.ts';
import { ChunkTable } from './chunk-table.ts';
import type { OpenDomain } from './open-domain.ts';

export interface PackName {
  readonly packId: Buffer;
  readonly keyId: Buffer;
}

/** What a domain holds. It outlives a job, so that the next one reads only the segments that are new. */
export class DomainIndex {
  readonly #idKey: Uint8Array;
  readonly table = new ChunkTable();
  readonly #packs: PackName[] = [];
  readonly #segments = new Set<string>();

  constructor(domain: OpenDomain) {
    this.#idKey = Uint8Array.from(domain.idKey);
  }

  belongsTo(domain: OpenDomain): boolean {
    return timingSafeEqual(this.#idKey, domain.idKey);
  }

  pack(number: number): PackName {
    return this.#packs[number]!;
  }

  /** Reads the segments that are new. False where one that was read is gone: then this index is stale. Throws `index-corrupt`. */
  async refresh(domain: OpenDomain): Promise<boolean> {
    const names = new Set<string>();
    for await (const { name } of domain.blobs.list(domain.name('index/'))) {
      names.add(name.slice(domain.domain.prefix.length));
    }
    if (![...this.#segments].every((name) => names.has(name))) return false;
    const unread = [...names].filter((name) => !this.#segments.has(name));
    for (let at = 0; at < unread.length; at += segmentsReadAtOnce) {
      await Promise.all(unread.slice(at, at + segmentsReadAtOnce).map((name) => this.#read(domain, name)));
    }
    for (const { keyId } of this.#packs) await domain.dataKey(keyId);
    return true;
  }

  /** Stores a segment that names `packs`, which are stored, and then finds their chunks. Returns the segment's size in bytes. */
  async publish(domain: OpenDomain, packs: readonly IndexedPack[]): Promise<number> {
    if (packs.length === 0) return 0;
    const { keyId, dataKey } = domain.current;
    const salt = randomBytes(saltLength);
    const name = `index/${salt.toString('hex')}`;
    const blob = sealBlob(indexBlob, { keyId, salt }, dataKey, name, encodeSegment(packs));
    await domain.blobs.put(domain.name(name), blob);
    this.#segments.add(name);
    this.#take(packs);
    return blob.length;
  }

  async #read(domain: OpenDomain, name: string): Promise<void> {
    const body = await openSegment(domain, name);
    if (!body || this.#segments.has(name)) return;
    this.#segments.add(name);
    this.#take(body);
  }

  #take(packs: readonly IndexedPack[]): void {
    for (const { packId, keyId, entries } of packs) {
      const pack = this.#packs.push({ packId: Buffer.from(packId), keyId: Buffer.from(keyId) }) - 1;
      let offset = headerLength;
      for (const [ordinal, entry] of entries.entries()) {
        this.table.insert(entry, { pack, offset, ordinal });
        offset += entry.sealedLength;
      }
    }
  }
}

/** Nothing where the segment was dropped since it was listed. */
async function openSegment(domain: OpenDomain, name: string): Promise<IndexedPack[] | undefined> {
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
