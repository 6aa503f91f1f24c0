import type { OpenDomain } from '../domain/open-domain.ts';
import { EngineError } from '../engine-error.ts';
import type { ChunkRef, NodeRef } from '../tree/node.ts';
import { NodeReader } from '../tree/node-reader.ts';
import type { DomainStock } from './domain-stock.ts';

/** Finds out what the trees of manifests need. A node is needed only once all below it has been found. */
export class TreeMarks {
  readonly #domain: OpenDomain;
  readonly #stock: DomainStock;
  readonly #nodes: NodeReader;
  readonly #marks: Uint8Array;
  readonly #check: () => void;
  /** Bytes that are needed, by pack. */
  readonly neededBytes: Float64Array;

  /** `check` throws where the work is to end. */
  constructor(domain: OpenDomain, stock: DomainStock, check: () => void) {
    this.#domain = domain;
    this.#stock = stock;
    this.#check = check;
    this.#nodes = new NodeReader(domain, stock);
    this.#marks = new Uint8Array(Math.ceil((stock.table.count + 1) / 8));
    this.neededBytes = new Float64Array(stock.packs.length);
  }

  /** Throws `chunk-missing`, `chunk-corrupt`, `pack-missing`, `pack-corrupt` where the tree is not whole. */
  async markTree(root: NodeRef): Promise<void> {
    this.#check();
    const record = this.#find(root);
    if (this.#isMarked(record)) return;
    const { nodes, chunks } = await this.#nodes.readParts(root.hash);
    for (const child of nodes) await this.markTree(child);
    for (const chunk of chunks) this.#mark(this.#find(chunk));
    this.#mark(record);
  }

  isNeeded(hash: Uint8Array): boolean {
    const record = this.#stock.table.find(hash);
    return record >= 0 && this.#isMarked(record);
  }

  /** The same, where the chunk is found in that pack and not in another that holds it too. */
  isNeededIn(hash: Uint8Array, pack: number): boolean {
    const record = this.#stock.table.find(hash);
    return record >= 0 && this.#stock.table.packAt(record) === pack && this.#isMarked(record);
  }

  /** Whether a pack is to be kept. */
  isAnyNeeded({ packId }: { readonly packId: Uint8Array }): boolean {
    return (this.neededBytes[this.#stock.numberOf(packId) ?? -1] ?? 0) > 0;
  }

  close(): void {
    this.#nodes.close();
  }

  #find({ hash }: ChunkRef): number {
    const record = this.#stock.table.find(hash);
    if (record < 0) throw this.#ill('chunk-missing', hash);
    const { sizeBytes } = this.#stock.packs[this.#stock.table.packAt(record)]!;
    if (sizeBytes === 0) throw this.#ill('pack-missing', hash);
    return record;
  }

  #ill(kind: 'chunk-missing' | 'pack-missing', hash: Uint8Array): EngineError {
    return new EngineError(kind, { chunk: this.#domain.chunkId(hash), domain: this.#domain.domain.id });
  }

  #isMarked(record: number): boolean {
    return (this.#marks[record >> 3]! & (1 << (record & 7))) !== 0;
  }

  #mark(record: number): void {
    if (this.#isMarked(record)) return;
    this.#marks[record >> 3]! |= 1 << (record & 7);
    const { table } = this.#stock;
    this.neededBytes[table.packAt(record)]! += table.sealedLengthAt(record);
  }
}
