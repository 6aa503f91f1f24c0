import { Buffer } from 'node:buffer';
import { contentHashLength } from '../format/content-hash.ts';
import type { PackEntry } from '../format/pack-format.ts';

/** Crosses to worker threads: the memory is shared, not copied. */
export interface ChunkTableHandle {
  readonly slots: SharedArrayBuffer;
  /** Pages of records. */
  readonly records: readonly SharedArrayBuffer[];
}

export interface ChunkPlace extends PackEntry {
  /** Number of the pack among those of the index. */
  readonly pack: number;
  readonly offset: number;
  /** Number of the chunk in its pack: its nonce. */
  readonly ordinal: number;
}

// hash 32 | pack 4 | offset 4 | sealed length 4 | plain length 4 | ordinal 4 | kind 1 | compressed 1 | 2 unused
const recordLength = 56;
const loadMax = 0.6;
/** Records in a page, so that a table that grows copies none of them: 1.8 MB, which the system gives only as it is filled. */
const pageBits = 15;
const pageRecords = 1 << pageBits;

/**
 * Where each chunk lies, by content hash: 56 bytes of shared memory a chunk and 8 to 14 for its slots, so that a million chunks take about
 * 70 MB. One thread inserts, any thread finds: a record is written before its slot, and slots are never changed once set.
 */
export class ChunkTable {
  #slots: Int32Array;
  readonly #pages: Buffer[];
  #handle: ChunkTableHandle;
  #count = 0;

  constructor(handle: ChunkTableHandle = { slots: makeSlots(1024), records: [] }) {
    this.#handle = handle;
    this.#slots = new Int32Array(handle.slots);
    this.#pages = handle.records.map((page) => Buffer.from(page));
  }

  /** Changes when the table has grown; an older one still finds what it had. */
  get handle(): ChunkTableHandle {
    return this.#handle;
  }

  get count(): number {
    return this.#count;
  }

  has(hash: Uint8Array): boolean {
    return this.find(hash) >= 0;
  }

  /** Number of the chunk's record; -1 where there is none. */
  find(hash: Uint8Array): number {
    const mask = this.#slots.length - 1;
    for (let at = firstSlot(hash) & mask; ; at = (at + 1) & mask) {
      const slot = Atomics.load(this.#slots, at);
      if (slot === 0) return -1;
      if (this.#isAt(slot - 1, hash)) return slot - 1;
    }
  }

  sealedLengthAt(record: number): number {
    return this.#pageOf(record).readUInt32LE(placeOf(record) + 40);
  }

  packAt(record: number): number {
    return this.#pageOf(record).readUInt32LE(placeOf(record) + 32);
  }

  placeAt(record: number): ChunkPlace {
    const at = placeOf(record);
    const bytes = this.#pageOf(record);
    return {
      hash: Buffer.from(bytes.subarray(at, at + contentHashLength)),
      pack: bytes.readUInt32LE(at + 32),
      offset: bytes.readUInt32LE(at + 36),
      sealedLength: bytes.readUInt32LE(at + 40),
      plainLength: bytes.readUInt32LE(at + 44),
      ordinal: bytes.readUInt32LE(at + 48),
      kind: bytes[at + 52] === 2 ? 2 : 1,
      isCompressed: bytes[at + 53] === 1,
    };
  }

  /** Keeps the first place of a chunk that comes twice. Only the thread that made the table may call this. */
  insert(entry: PackEntry, place: { pack: number; offset: number; ordinal: number }): void {
    if (this.find(entry.hash) >= 0) return;
    if (this.#count + 1 > this.#slots.length * loadMax) this.#grow();
    if (this.#count === this.#pages.length * pageRecords) this.#addPage();
    const record = this.#count++;
    const at = placeOf(record);
    const bytes = this.#pageOf(record);
    bytes.set(entry.hash, at);
    bytes.writeUInt32LE(place.pack, at + 32);
    bytes.writeUInt32LE(place.offset, at + 36);
    bytes.writeUInt32LE(entry.sealedLength, at + 40);
    bytes.writeUInt32LE(entry.plainLength, at + 44);
    bytes.writeUInt32LE(place.ordinal, at + 48);
    bytes[at + 52] = entry.kind;
    bytes[at + 53] = entry.isCompressed ? 1 : 0;
    this.#link(entry.hash, record);
  }

  #isAt(record: number, hash: Uint8Array): boolean {
    // A page that was added since this thread got its handle: what lies in it is not found here, which costs storing it twice at most.
    const page = this.#pages[record >>> pageBits];
    const at = placeOf(record);
    return page !== undefined && page.compare(hash, 0, contentHashLength, at, at + contentHashLength) === 0;
  }

  #link(hash: Uint8Array, record: number): void {
    const mask = this.#slots.length - 1;
    let at = firstSlot(hash) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    Atomics.store(this.#slots, at, record + 1);
  }

  #pageOf(record: number): Buffer {
    return this.#pages[record >>> pageBits]!;
  }

  #addPage(): void {
    const page = new SharedArrayBuffer(pageRecords * recordLength);
    this.#pages.push(Buffer.from(page));
    this.#handle = { ...this.#handle, records: [...this.#handle.records, page] };
  }

  #grow(): void {
    const slots = makeSlots(this.#slots.length * 2);
    this.#handle = { ...this.#handle, slots };
    this.#slots = new Int32Array(slots);
    for (let record = 0; record < this.#count; record += 1) {
      const at = placeOf(record);
      this.#link(this.#pageOf(record).subarray(at, at + contentHashLength), record);
    }
  }
}

/** Where a record begins in its page. */
function placeOf(record: number): number {
  return (record & (pageRecords - 1)) * recordLength;
}

function makeSlots(count: number): SharedArrayBuffer {
  return new SharedArrayBuffer(count * 4);
}

/** Hashes are even already. */
function firstSlot(hash: Uint8Array): number {
  return hash[0]! | (hash[1]! << 8) | (hash[2]! << 16) | ((hash[3]! & 0x7f) << 24);
}
