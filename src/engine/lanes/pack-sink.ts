import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { type Aead, tagLength } from '../crypto/aead.ts';
import { type PackEntry, packName } from '../format/pack-format.ts';
import { type FinishedPack, PackWriter, packBufferSize } from '../format/pack-writer.ts';
import type { StoredPack } from './lane-protocol.ts';

export interface PackSinkOptions {
  readonly aead: Aead;
  readonly blobs: BlobStore;
  readonly prefix: string;
  readonly keyId: Buffer;
  readonly dataKey: Uint8Array;
  readonly packSize: number;
}

/** Where pack buffers come from and go back to. */
export interface PackBuffers {
  takePack(size: number): Buffer;
  givePack(buffer: Buffer): void;
}

/** Seals chunks into packs and stores each when it is full, while the next one fills: two buffers, no more. */
export class PackSink {
  readonly #options: PackSinkOptions;
  readonly #buffers: PackBuffers;
  #writer: PackWriter | undefined;
  #buffer: Buffer | undefined;
  #storing: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;
  #stored: StoredPack[] = [];

  constructor(options: PackSinkOptions, buffers: PackBuffers) {
    this.#options = options;
    this.#buffers = buffers;
  }

  /** Returns the sealed length. Throws what storing an earlier pack threw. */
  async add(chunk: Omit<PackEntry, 'sealedLength'>, stored: Uint8Array): Promise<number> {
    if (this.#writer && !this.#writer.hasRoom(stored.length + tagLength)) await this.#finishPack();
    return this.#openWriter().add(chunk, stored);
  }

  /** Packs that have been stored since the last call. */
  takeStored(): readonly StoredPack[] {
    const stored = this.#stored;
    this.#stored = [];
    return stored;
  }

  /** Stores what is left; when it returns, every chunk that was added is in a pack of `takeStored`. */
  async flush(): Promise<void> {
    if (this.#writer) await this.#finishPack();
    await this.#settle();
  }

  /** Drops what is not stored. The data key is its owner's to wipe. */
  async abandon(): Promise<void> {
    this.#writer?.forget();
    this.#writer = undefined;
    await this.#storing;
    if (this.#buffer) this.#buffers.givePack(this.#buffer);
    this.#buffer = undefined;
  }

  #openWriter(): PackWriter {
    if (this.#writer) return this.#writer;
    const { aead, keyId, dataKey, packSize } = this.#options;
    this.#buffer = this.#buffers.takePack(packBufferSize(packSize));
    this.#writer = new PackWriter({ aead, keyId, dataKey, size: packSize, buffer: this.#buffer });
    return this.#writer;
  }

  async #finishPack(): Promise<void> {
    const pack = this.#writer!.finish();
    const buffer = this.#buffer!;
    this.#writer = undefined;
    this.#buffer = undefined;
    await this.#settle();
    this.#storing = this.#store(pack, buffer);
  }

  /** Waits for the pack that is being stored. */
  async #settle(): Promise<void> {
    await this.#storing;
    if (this.#failure) throw this.#failure.error;
  }

  /** Never rejects: a failure waits for the next `#settle`. */
  async #store(pack: FinishedPack, buffer: Buffer): Promise<void> {
    const { blobs, prefix, keyId } = this.#options;
    try {
      await blobs.put(`${prefix}${packName(pack.packId)}`, pack.bytes);
      this.#stored.push({ packId: pack.packId, keyId, entries: pack.entries, sizeBytes: pack.bytes.length });
    } catch (error) {
      this.#failure = { error };
    } finally {
      this.#buffers.givePack(buffer);
    }
  }
}
