import { Buffer } from 'node:buffer';
import type { EngineErrorKind, VerifyReport } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import type { Readable } from '../job-session.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { Illness } from '../lanes/lane-protocol.ts';
import { illnessesKept } from '../limits.ts';
import type { ChunkRef, NodeRef } from '../tree/node.ts';
import type { NodeParts } from '../tree/node-parts.ts';
import { ChunkBatches } from '../writing/chunk-batches.ts';

/** Kinds that say that something stored is ill; others (aborted, a key that is refused) end a verify. */
const illnessKinds: ReadonlySet<EngineErrorKind> = new Set([
  'chunk-missing',
  'chunk-corrupt',
  'pack-missing',
  'pack-corrupt',
  'manifest-corrupt',
]);

/** Walks a recovery point's tree and has the lanes read each chunk of it, and each pack's own account, once. */
export class TreeVerify {
  readonly #source: Readable;
  readonly #lanes: JobLanes;
  readonly #batches: ChunkBatches;
  readonly #met: Uint8Array;
  readonly #packs = new Set<number>();
  readonly #damaged = new Set<string>();
  readonly #illnesses: { kind: EngineErrorKind; where: string }[] = [];
  #chunks = 0;
  #bytes = 0;

  constructor(options: { source: Readable; lanes: JobLanes }) {
    this.#source = options.source;
    this.#lanes = options.lanes;
    const { index } = options.source;
    this.#met = new Uint8Array(Math.ceil((index.table.count + 1) / 8));
    this.#batches = new ChunkBatches(options.lanes, index, 'verify', ({ illnesses }) => this.#take(illnesses ?? []));
  }

  async run(root: NodeRef): Promise<void> {
    await this.#node(root);
    await this.#batches.finish();
    await this.#verifyPacks();
  }

  report(): VerifyReport {
    const damagedPacks = [...this.#damaged].sort();
    return { chunks: this.#chunks, bytes: this.#bytes, illnesses: this.#illnesses, damagedPacks };
  }

  async #node(ref: NodeRef): Promise<void> {
    this.#lanes.check();
    if (!this.#meet(ref)) return;
    const parts = await this.#readParts(ref);
    if (!parts) return;
    const { nodes, chunks } = parts;
    for (const child of nodes) await this.#node(child);
    for (const chunk of chunks) {
      if (this.#meet(chunk)) await this.#batches.add(this.#source.index.table.find(chunk.hash));
    }
  }

  /** Nothing where the node is ill: then what is below it cannot be seen. */
  async #readParts(ref: NodeRef): Promise<NodeParts | undefined> {
    try {
      return await this.#source.nodes.readParts(ref.hash);
    } catch (error) {
      if (!(error instanceof EngineError && illnessKinds.has(error.kind))) throw error;
      const { index, domain } = this.#source;
      const { packId } = index.pack(index.table.packAt(index.table.find(ref.hash)));
      this.#noteDamaged(error.kind, packId);
      this.#report(error.kind, `node ${domain.chunkId(ref.hash)} in pack ${packId.toString('hex')}`);
      return undefined;
    }
  }

  /** False where it has been met before, or is missing, which is an illness. */
  #meet(chunk: ChunkRef): boolean {
    const { table } = this.#source.index;
    const record = table.find(chunk.hash);
    if (record < 0) {
      this.#report('chunk-missing', `chunk ${this.#source.domain.chunkId(chunk.hash)}`);
      return false;
    }
    const bit = 1 << (record & 7);
    if ((this.#met[record >> 3]! & bit) !== 0) return false;
    this.#met[record >> 3]! |= bit;
    this.#packs.add(table.packAt(record));
    this.#chunks += 1;
    this.#bytes += chunk.plainLength;
    return true;
  }

  async #verifyPacks(): Promise<void> {
    const running: Promise<void>[] = [];
    for (const number of this.#packs) {
      await this.#lanes.room();
      const { packId } = this.#source.index.pack(number);
      const task = this.#lanes.run({ type: 'verify-pack', packId });
      const taken = task.then(({ illnesses }) => this.#take(illnesses ?? []));
      taken.catch(this.#lanes.fail);
      running.push(taken);
    }
    await Promise.all(running);
  }

  #take(illnesses: readonly Illness[]): void {
    for (const { kind, hash, packId } of illnesses) {
      this.#noteDamaged(kind, packId);
      const pack = `pack ${Buffer.from(packId).toString('hex')}`;
      this.#report(kind, hash ? `chunk ${this.#source.domain.chunkId(hash)} in ${pack}` : pack);
    }
  }

  #noteDamaged(kind: EngineErrorKind, packId: Uint8Array): void {
    if (kind === 'chunk-corrupt' || kind === 'pack-corrupt') this.#damaged.add(Buffer.from(packId).toString('hex'));
  }

  #report(kind: EngineErrorKind, where: string): void {
    if (this.#illnesses.length < illnessesKept) this.#illnesses.push({ kind, where });
  }
}
