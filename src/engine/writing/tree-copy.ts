import { giveBack } from '../../util/give-back.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import { EngineError } from '../engine-error.ts';
import type { Readable, Writing } from '../job-session.ts';
import type { ChunkRef, NodeRef } from '../tree/node.ts';
import { ChunkBatches } from './chunk-batches.ts';

/**
 * Walks a source's tree and hands to the lanes what the destination lacks. A node of which the destination's index knows that all
 * below it is there is skipped: FORMAT.md, invariant 2.
 */
export class TreeCopy {
  readonly #source: Readable;
  readonly #destination: DomainIndex;
  readonly #writing: Writing;
  readonly #batches: ChunkBatches;
  /** Chunks of the source, by number, that this copy has met: each moves once. */
  readonly #met: Uint8Array;
  #copiedBytes = 0;
  #reusedBytes = 0;
  #copiedChunks = 0;

  constructor(options: { source: Readable; destination: Readable; writing: Writing }) {
    this.#source = options.source;
    this.#destination = options.destination.index;
    this.#writing = options.writing;
    this.#met = new Uint8Array(Math.ceil((options.source.index.table.count + 1) / 8));
    this.#batches = new ChunkBatches(options.writing.lanes, options.source.index, 'copy');
    options.writing.beforeSettling(() => this.#batches.finish());
  }

  get copiedBytes(): number {
    return this.#copiedBytes;
  }

  get reusedBytes(): number {
    return this.#reusedBytes;
  }

  get copiedChunks(): number {
    return this.#copiedChunks;
  }

  async run(root: NodeRef): Promise<void> {
    await this.#node(root);
    await this.#batches.finish();
  }

  async #node(ref: NodeRef): Promise<void> {
    if (this.#writing.sink.has(ref.hash)) return this.#reuse(ref.totals.sealedBytes);
    this.#writing.lanes.check();
    const { nodes, chunks, place, stored } = await this.#source.nodes.readParts(ref.hash);
    // Only where the destination has nodes of which it cannot know that all below them is there.
    if (this.#hasMet(this.#source.index.table.find(ref.hash))) return;
    for (const child of nodes) await this.#node(child);
    for (const chunk of chunks) await this.#chunk(chunk);
    if (this.#destination.table.has(ref.hash)) return this.#reuse(place.sealedLength);
    await this.#writing.sink.putStored(place, stored);
    giveBack(stored);
    this.#count(place.sealedLength);
    this.#writing.lanes.skip(place.sealedLength);
  }

  async #chunk(chunk: ChunkRef): Promise<void> {
    const record = this.#source.index.table.find(chunk.hash);
    if (record < 0 && this.#destination.table.has(chunk.hash)) {
      this.#reuse(chunk.sealedLength);
      return;
    }
    if (record < 0) {
      const { domain } = this.#source;
      throw new EngineError('chunk-missing', { chunk: domain.chunkId(chunk.hash), domain: domain.domain.id });
    }
    if (this.#hasMet(record)) return;
    if (this.#destination.table.has(chunk.hash)) {
      this.#reuse(chunk.sealedLength);
      return;
    }
    this.#count(chunk.sealedLength);
    await this.#batches.add(record);
  }

  #hasMet(record: number): boolean {
    const bit = 1 << (record & 7);
    const hasMet = (this.#met[record >> 3]! & bit) !== 0;
    this.#met[record >> 3]! |= bit;
    return hasMet;
  }

  #count(sealedBytes: number): void {
    this.#copiedBytes += sealedBytes;
    this.#copiedChunks += 1;
  }

  #reuse(sealedBytes: number): void {
    this.#reusedBytes += sealedBytes;
    this.#writing.lanes.skip(sealedBytes);
  }
}
