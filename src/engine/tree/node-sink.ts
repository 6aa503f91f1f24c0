import { Buffer } from 'node:buffer';
import { tagLength } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import type { DomainIndex } from '../domain/domain-index.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import { chunkKind } from '../format/chunk-kind.ts';
import { Compressor } from '../format/compression.ts';
import { contentHash } from '../format/content-hash.ts';
import { type PackEntry, packName } from '../format/pack-format.ts';
import { PackWriter, packBufferSize } from '../format/pack-writer.ts';
import { nodePackSize } from '../limits.ts';
import { addTotals, type NodeRef, type Totals } from './node.ts';
import type { SpareBuffer } from './spare-buffer.ts';

export interface NodeSinkOptions {
  readonly domain: OpenDomain;
  readonly index: DomainIndex;
  /** Makes sure that all chunks that nodes may name are stored and indexed. */
  readonly settleChunks: () => Promise<void>;
  /** Where its memory comes from and goes back to. */
  readonly spare: SpareBuffer;
}

/** What builders of trees need of a sink. */
export interface NodeTaker {
  put(plaintext: Uint8Array, below: Totals): Promise<NodeRef>;
}

/**
 * Seals nodes into packs of their own.
 * INVARIANT: children are put before their parents, and a pack of nodes is stored and indexed only when all chunks are: so a node that an
 * index names has its whole subtree there.
 */
export class NodeSink implements NodeTaker {
  readonly #options: NodeSinkOptions;
  /** Nodes that are sealed but not in the index yet, and how long they are. */
  readonly #pending = new Map<string, number>();
  readonly #compressor = new Compressor();
  #buffer: Buffer | undefined;
  #writer: PackWriter | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #storedBytes = 0;
  #sealedBytes = 0;

  constructor(options: NodeSinkOptions) {
    this.#options = options;
  }

  /** Bytes of packs and segments. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  /** Sealed bytes of the nodes that were new. */
  get sealedBytes(): number {
    return this.#sealedBytes;
  }

  /** Whether the node is there, or on its way, with all below it. */
  has(hash: Uint8Array): boolean {
    return this.#options.index.holdsTree(hash) || this.#pending.has(Buffer.from(hash).toString('latin1'));
  }

  /** Takes a node in, unless the domain has it. `below` are the totals of what it names. */
  async put(plaintext: Uint8Array, below: Totals): Promise<NodeRef> {
    const hash = contentHash(chunkKind.node, plaintext);
    const sealedLength = this.#known(hash) ?? (await this.#seal(hash, plaintext));
    const own = { bytes: 0, sealedBytes: sealedLength, files: 0, chunks: 1 };
    return { hash, plainLength: plaintext.length, sealedLength, totals: addTotals(below, own) };
  }

  /** Takes in a node of another domain as it was stored there. */
  async putStored(entry: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array): Promise<void> {
    if (!this.has(entry.hash)) await this.#queue(() => this.#add(entry, stored));
  }

  /** Stores what is left. */
  async flush(): Promise<void> {
    await this.#queue(() => this.#storePack());
  }

  close(): void {
    this.#writer?.forget();
    this.#writer = undefined;
    // Of a job that failed, the last pack may still be on its way.
    void this.#queue(async () => {
      if (this.#buffer) this.#options.spare.give(this.#buffer);
      this.#buffer = undefined;
    });
  }

  #known(hash: Buffer): number | undefined {
    const { table } = this.#options.index;
    const record = table.find(hash);
    return record >= 0 ? table.sealedLengthAt(record) : this.#pending.get(hash.toString('latin1'));
  }

  async #seal(hash: Buffer, plaintext: Uint8Array): Promise<number> {
    const frame = this.#compressor.compress(plaintext);
    const entry = { hash, kind: chunkKind.node, isCompressed: frame !== undefined, plainLength: plaintext.length };
    // The compressor's buffer is used again before this node's turn comes.
    const stored = frame ? Buffer.from(frame) : plaintext;
    await this.#queue(() => this.#add(entry, stored));
    return stored.length + tagLength;
  }

  async #add(entry: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array): Promise<void> {
    // Another may have put the same node while this one waited.
    if (this.#known(entry.hash) !== undefined) return;
    if (this.#writer && !this.#writer.hasRoom(stored.length + tagLength)) await this.#storePack();
    const sealedLength = this.#openWriter().add(entry, stored);
    this.#sealedBytes += sealedLength;
    this.#pending.set(entry.hash.toString('latin1'), sealedLength);
  }

  #openWriter(): PackWriter {
    if (this.#writer) return this.#writer;
    const { keyId, dataKey } = this.#options.domain.current;
    this.#buffer ??= this.#options.spare.take(packBufferSize(nodePackSize));
    const size = nodePackSize;
    this.#writer = new PackWriter({ aead: chosenAead(), buffer: this.#buffer, size, keyId, dataKey });
    return this.#writer;
  }

  async #storePack(): Promise<void> {
    await this.#options.settleChunks();
    if (!this.#writer) return;
    const { domain, index } = this.#options;
    const { packId, entries, bytes } = this.#writer.finish();
    this.#writer = undefined;
    await domain.blobs.put(domain.name(packName(packId)), bytes);
    const segmentBytes = await index.publish(domain, [{ packId, keyId: domain.current.keyId, entries }]);
    this.#storedBytes += bytes.length + segmentBytes;
    this.#pending.clear();
  }

  /** One at a time: the pack, its buffer and its order are shared. */
  #queue<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#last.then(action);
    this.#last = result.then(nothing, nothing);
    return result;
  }
}

/** An outcome is its caller's; the queue only waits for its end. */
function nothing(): void {}
