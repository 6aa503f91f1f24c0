import { Buffer } from 'node:buffer';
import { contentHashLength } from '../format/content-hash-length.ts';
import type { PackEntry } from '../format/pack-format.ts';
import { ChunkRuns, type ChunkRunsHandle } from './chunk-runs.ts';

/** Crosses to worker threads: the memory is shared, not copied. */
export interface ChunkTableHandle {
  readonly slots: SharedArrayBuffer;
  /** Pages of records. */
  readonly records: readonly SharedArrayBuffer[];
  readonly runs: ChunkRunsHandle;
}

export interface ChunkPlace extends PackEntry {
  /** Number of the pack among those of the index. */
  readonly pack: number;
  readonly offset: number;
  /** Number of the chunk in its pack: its nonce. */
  readonly ordinal: number;
}

// hash 32 | sealed length 3, of which the highest bit says compressed | plain length 3, of which the highest bit says node
const recordLength = contentHashLength + 6;
const sealedAt = contentHashLength;
const plainAt = contentHashLength + 3;
/** Lengths are at most 4 MiB and a tag. */
const lengthMask = 0x7f_ffff;
const flag = 0x80_0000;
const loadMax = 0.6;
/** Records in a page, so that a table that grows copies none of them: 1.2 MB, which the system gives only as it is filled. */
const pageBits = 15;
const pageRecords = 1 << pageBits;

/**
 * Where each chunk lies, by content hash: 38 bytes of shared memory a chunk, 7 to 14 for its slots, and one for the run in which it lies, so that a
 * million chunks take about 48 MB. One thread inserts, any thread finds: a record is written before its slot, and slots are never changed once set.
 */
export class ChunkTable {
  #slots: Int32Array;
  readonly #pages: Buffer[];
  readonly #runs: ChunkRuns;
  #handle: ChunkTableHandle;
  #count = 0;

  constructor(handle?: ChunkTableHandle) {
    this.#runs = new ChunkRuns(handle?.runs);
    this.#handle = handle ?? { slots: makeSlots(1024), records: [], runs: this.#runs.handle };
    this.#slots = new Int32Array(this.#handle.slots);
    this.#pages = this.#handle.records.map((page) => Buffer.from(page));
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

  /** Number of the chunk's record; -1 where there is none. The hash begins at `from`. */
  find(hash: Uint8Array, from = 0): number {
    const mask = this.#slots.length - 1;
    for (let at = firstSlot(hash, from) & mask; ; at = (at + 1) & mask) {
      const slot = Atomics.load(this.#slots, at);
      if (slot === 0) return -1;
      if (this.#isAt(slot - 1, hash, from)) return slot - 1;
    }
  }

  /** With its tag. */
  sealedLengthAt(record: number): number {
    return this.#word(record, sealedAt) & lengthMask;
  }

  packAt(record: number): number {
    return this.#runs.packOf(record);
  }

  placeAt(record: number): ChunkPlace {
    const at = placeOf(record);
    const sealed = this.#word(record, sealedAt);
    const plain = this.#word(record, plainAt);
    const { pack, offset, ordinal, first } = this.#runs.runOf(record);
    let before = 0;
    for (let earlier = first; earlier < record; earlier += 1) before += this.sealedLengthAt(earlier);
    return {
      hash: Buffer.from(this.#pageOf(record).subarray(at, at + contentHashLength)),
      pack,
      offset: offset + before,
      sealedLength: sealed & lengthMask,
      plainLength: plain & lengthMask,
      ordinal: ordinal + record - first,
      kind: plain > lengthMask ? 2 : 1,
      isCompressed: sealed > lengthMask,
    };
  }

  /** Keeps the first place of a chunk that comes twice. Only the thread that made the table may call this. */
  insert(entry: PackEntry, place: { pack: number; offset: number; ordinal: number }): void {
    this.insertFrom(entry.hash, 0, entry, place);
  }

  /** The same of a chunk whose hash lies at `from` among other bytes. */
  insertFrom(
    bytes: Uint8Array,
    from: number,
    entry: Omit<PackEntry, 'hash'>,
    place: { pack: number; offset: number; ordinal: number },
  ): void {
    if (this.find(bytes, from) >= 0) return;
    if (this.#count + 1 > this.#slots.length * loadMax) this.#grow();
    if (this.#count === this.#pages.length * pageRecords) this.#addPage();
    const record = this.#count++;
    const page = this.#pageOf(record);
    const at = placeOf(record);
    for (let byte = 0; byte < contentHashLength; byte += 1) page[at + byte] = bytes[from + byte]!;
    this.#setWord(record, sealedAt, entry.sealedLength | (entry.isCompressed ? flag : 0));
    this.#setWord(record, plainAt, entry.plainLength | (entry.kind === 2 ? flag : 0));
    if (this.#runs.add(record, place, entry.sealedLength)) this.#handle = { ...this.#handle, runs: this.#runs.handle };
    this.#link(bytes, from, record);
  }

  #isAt(record: number, hash: Uint8Array, from: number): boolean {
    // A page that was added since this thread got its handle: what lies in it is not found here, which costs storing it twice at most.
    const page = this.#pages[record >>> pageBits];
    if (page === undefined) return false;
    const at = placeOf(record);
    for (let byte = 0; byte < contentHashLength; byte += 1) if (page[at + byte] !== hash[from + byte]) return false;
    return true;
  }

  #link(hash: Uint8Array, from: number, record: number): void {
    const mask = this.#slots.length - 1;
    let at = firstSlot(hash, from) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    Atomics.store(this.#slots, at, record + 1);
  }

  #pageOf(record: number): Buffer {
    return this.#pages[record >>> pageBits]!;
  }

  #word(record: number, field: number): number {
    const page = this.#pageOf(record);
    const at = placeOf(record) + field;
    return page[at]! | (page[at + 1]! << 8) | (page[at + 2]! << 16);
  }

  #setWord(record: number, field: number, value: number): void {
    this.#pageOf(record).writeUIntLE(value, placeOf(record) + field, 3);
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
      this.#link(this.#pageOf(record), placeOf(record), record);
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
function firstSlot(hash: Uint8Array, from: number): number {
  return hash[from]! | (hash[from + 1]! << 8) | (hash[from + 2]! << 16) | ((hash[from + 3]! & 0x7f) << 24);
}
