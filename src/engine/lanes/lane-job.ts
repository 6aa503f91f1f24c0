import { Buffer } from 'node:buffer';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { invariant } from '../../util/invariant.ts';
import type { Aead } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import type { Chunker } from '../cutting/chunker.ts';
import { Claims } from '../domain/claims.ts';
import { EngineError } from '../engine-error.ts';
import type { Compressor } from '../format/compression.ts';
import { PackReader } from '../format/pack-reader.ts';
import { chunkSizeMax, packReadersKept, readSpanMax } from '../limits.ts';
import { ChunkError } from './chunk-error.ts';
import type { DirectMemory } from './direct-memory.ts';
import type { ChunkAt, LaneDomain, LaneJobSetup } from './lane-protocol.ts';
import { PackSink } from './pack-sink.ts';
import { WholePacks } from './whole-packs.ts';

/** A span as it is read, and what was left of the one before. */
export const windowSize = readSpanMax + chunkSizeMax;

/**
 * Buffers of one lane, each made for the first task that needs it and used by one task after the other. What only some kinds of work need is given by
 * those: others need not load it.
 */
export class LaneBuffers {
  #window: Buffer | undefined;
  #chunker: Chunker | undefined;
  compressor: Compressor | undefined;
  directMemory: DirectMemory | undefined;
  /** What was decrypted last. */
  readonly stored = Buffer.allocUnsafeSlow(chunkSizeMax);
  /** What was decompressed last. */
  readonly plain = Buffer.allocUnsafeSlow(chunkSizeMax);
  readonly #packs: Buffer[] = [];
  readonly wholePacks = new WholePacks();

  /** What was read from a file or pack last. */
  get window(): Buffer {
    this.#window ??= Buffer.allocUnsafeSlow(windowSize);
    return this.#window;
  }

  get chunker(): Chunker | undefined {
    return this.#chunker;
  }

  /** It cuts what lies in its own memory, which is the window from now on. */
  set chunker(chunker: Chunker) {
    this.#chunker = chunker;
    this.#window = chunker.window;
  }

  /** For a pack that is handed on in pieces. */
  takePack(size: number): Buffer {
    const at = this.#packs.findIndex((buffer) => buffer.length >= size);
    return at < 0 ? Buffer.allocUnsafeSlow(size) : this.#packs.splice(at, 1)[0]!;
  }

  givePack(buffer: Buffer): void {
    if (this.#packs.length < 2) this.#packs.push(buffer);
  }
}

/** One job as one lane sees it. */
export class LaneJob {
  readonly aead: Aead = chosenAead();
  readonly buffers: LaneBuffers;
  readonly claims: Claims;
  /** When the job began, by the machine's clock. */
  readonly #beganNs: bigint;
  readonly #beganTick: bigint;
  readonly #source: { blobs: BlobStore; domain: LaneDomain } | undefined;
  readonly #sink: PackSink | undefined;
  readonly #keys: readonly { readonly dataKey: Uint8Array }[];
  readonly #readers = new Map<string, PackReader>();
  #ownBytes = 0;
  readonly #flags: Int32Array;
  readonly #bytesDone: BigInt64Array;

  constructor(setup: LaneJobSetup, stores: { source?: BlobStore; destination?: BlobStore }, buffers: LaneBuffers) {
    this.buffers = buffers;
    this.#beganNs = BigInt(setup.beganMs) * 1_000_000n;
    this.#beganTick = setup.beganTick;
    this.#keys = [...(setup.source?.keys ?? []), ...(setup.destination?.keys ?? [])];
    this.claims = new Claims(setup.claims);
    this.#flags = new Int32Array(setup.shared);
    this.#bytesDone = new BigInt64Array(setup.shared);
    if (setup.source && stores.source) this.#source = { blobs: stores.source, domain: setup.source };
    if (setup.destination && stores.destination) {
      const { prefix, currentKeyId, keys } = setup.destination;
      const current = keys.find(({ keyId }) => keyId === currentKeyId);
      invariant(current, 'the current key of a destination is open');
      const keyId = Buffer.from(currentKeyId, 'hex');
      const { packSize, inPieces, pastCache } = setup;
      const { aead } = this;
      this.#sink = new PackSink(
        { aead, blobs: stores.destination, prefix, keyId, dataKey: current.dataKey, packSize, inPieces, pastCache },
        buffers,
      );
    }
  }

  /** Nanoseconds since 1970 by the machine's clock, however it was set since the job began. */
  nowNs(): bigint {
    return this.#beganNs + (process.hrtime.bigint() - this.#beganTick);
  }

  get sink(): PackSink {
    invariant(this.#sink, 'a job that writes has a destination');
    return this.#sink;
  }

  get isWriting(): boolean {
    return this.#sink !== undefined;
  }

  get source(): { blobs: BlobStore; domain: LaneDomain } {
    invariant(this.#source, 'a job that reads has a source');
    return this.#source;
  }

  /** What opens the chunks of a pack. The last few stay open, since deriving a key takes longer than opening a small chunk. Throws ChunkError `key-unavailable`. */
  packReader({ packId, keyId, entry }: ChunkAt): PackReader {
    const name = Buffer.from(packId).toString('latin1');
    const known = this.#readers.get(name);
    if (known) return known;
    const dataKey = this.sourceKey(keyId);
    if (!dataKey) throw new ChunkError('key-unavailable', entry.hash);
    const reader = new PackReader({ aead: this.aead, packId: Buffer.from(packId), dataKey });
    this.#readers.set(name, reader);
    const [oldest] = this.#readers;
    if (oldest && this.#readers.size > packReadersKept) {
      oldest[1].close();
      this.#readers.delete(oldest[0]);
    }
    return reader;
  }

  /** Nothing where the head has no such key. */
  sourceKey(keyId: Uint8Array): Uint8Array | undefined {
    const hex = Buffer.from(keyId).toString('hex');
    return this.source.domain.keys.find((key) => key.keyId === hex)?.dataKey;
  }

  stopIfAborted(): void {
    if (Atomics.load(this.#flags, 0) !== 0) throw new EngineError('aborted');
  }

  /** Bytes of the job that this lane has done. */
  get ownBytes(): number {
    return this.#ownBytes;
  }

  addBytesDone(count: number): void {
    this.#ownBytes += count;
    Atomics.add(this.#bytesDone, 1, BigInt(count));
  }

  /** Waits for what is being written, without adding to it, and forgets the keys. */
  async close(): Promise<void> {
    for (const reader of this.#readers.values()) reader.close();
    await this.#sink?.abandon();
    for (const { dataKey } of this.#keys) dataKey.fill(0);
  }
}
