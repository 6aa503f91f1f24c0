/** Crosses to worker threads with the table's handle. */
export interface ChunkRunsHandle {
  readonly pages: readonly SharedArrayBuffer[];
  /** How many runs there are. */
  readonly count: SharedArrayBuffer;
}

/** Records that follow one another in one pack as they do in the table. */
export interface ChunkRun {
  /** Number of its first record. */
  readonly first: number;
  readonly pack: number;
  /** Of the first record's chunk, in the pack. */
  readonly offset: number;
  readonly ordinal: number;
}

// first record 4 | pack 4 | offset 4 | ordinal 4
const runWords = 4;
const pageBits = 12;
const pageRuns = 1 << pageBits;
/** So that a chunk's offset takes few additions. */
const recordsMax = 64;

/**
 * In which packs the records of a table lie. Chunks come pack by pack, in their order there: one entry for up to 64 of them takes the place of a pack, an
 * offset and an ordinal in each record. One thread adds, any thread looks up.
 */
export class ChunkRuns {
  readonly #pages: Int32Array[];
  readonly #count: Int32Array;
  #handle: ChunkRunsHandle;
  /** What the next record must be to belong to the last run. */
  #next = { pack: -1, offset: -1, ordinal: -1 };
  #first = 0;
  /** The run that was looked up last: the next record is mostly in the same one, or in the one behind it. */
  #last = 0;

  constructor(handle: ChunkRunsHandle = { pages: [], count: new SharedArrayBuffer(4) }) {
    this.#handle = handle;
    this.#pages = handle.pages.map((page) => new Int32Array(page));
    this.#count = new Int32Array(handle.count);
  }

  get handle(): ChunkRunsHandle {
    return this.#handle;
  }

  /** Adds the record that follows the last one. True where the handle has changed. */
  add(record: number, { pack, offset, ordinal }: Omit<ChunkRun, 'first'>, sealedLength: number): boolean {
    const { pack: lastPack, offset: end, ordinal: after } = this.#next;
    const isNext = pack === lastPack && offset === end && ordinal === after && record - this.#first < recordsMax;
    this.#next = { pack, offset: offset + sealedLength, ordinal: ordinal + 1 };
    if (isNext) return false;
    this.#first = record;
    const number = this.#count[0]!;
    const isFull = number === this.#pages.length * pageRuns;
    if (isFull) this.#addPage();
    this.#pages[number >>> pageBits]!.set([record, pack, offset, ordinal], (number & (pageRuns - 1)) * runWords);
    Atomics.store(this.#count, 0, number + 1);
    return isFull;
  }

  packOf(record: number): number {
    return this.#field(this.#find(record), 1);
  }

  runOf(record: number): ChunkRun {
    const run = this.#find(record);
    return {
      first: this.#field(run, 0),
      pack: this.#field(run, 1),
      offset: this.#field(run, 2),
      ordinal: this.#field(run, 3),
    };
  }

  /** The last run that begins no later than the record. */
  #find(record: number): number {
    const count = Math.min(Atomics.load(this.#count, 0), this.#pages.length * pageRuns);
    for (let near = this.#last; near < Math.min(this.#last + 2, count); near += 1) {
      if (this.#field(near, 0) > record) break;
      if (near + 1 === count || this.#field(near + 1, 0) > record) return this.#remember(near);
    }
    let low = 0;
    let high = count;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#field(middle, 0) > record) high = middle;
      else low = middle;
    }
    return this.#remember(low);
  }

  #remember(run: number): number {
    this.#last = run;
    return run;
  }

  #field(run: number, word: number): number {
    return this.#pages[run >>> pageBits]![(run & (pageRuns - 1)) * runWords + word]! >>> 0;
  }

  #addPage(): void {
    const page = new SharedArrayBuffer(pageRuns * runWords * 4);
    this.#pages.push(new Int32Array(page));
    this.#handle = { ...this.#handle, pages: [...this.#handle.pages, page] };
  }
}
