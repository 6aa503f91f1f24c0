import type { Buffer } from 'node:buffer';
import type { BlobStore, BlobWriter } from '../../storage/blobs/blob-store.ts';
import { type Aead, tagLength } from '../crypto/aead.ts';
import { type PackEntry, packName } from '../format/pack-format.ts';
import {
  type FinishedPack,
  PackWriter,
  packBufferSize,
  packPieceBufferSize,
  packPieceSize,
} from '../format/pack-writer.ts';
import { packsBeingStoredMax, pastCacheRatioMin } from '../limits.ts';
import type { PastCache, StoredPack } from './lane-protocol.ts';
import type { PackHolder, WholePacks } from './whole-packs.ts';

export interface PackSinkOptions {
  readonly aead: Aead;
  readonly blobs: BlobStore;
  readonly prefix: string;
  readonly keyId: Buffer;
  readonly dataKey: Uint8Array;
  readonly packSize: number;
  /** Packs are handed to the store while they fill, in pieces that stay in the processor's cache; not where the store can't. */
  readonly inPieces?: boolean;
  /** Which of those the store is not to keep in memory. */
  readonly pastCache?: PastCache;
}

/** Where pack buffers come from and go back to. */
export interface PackBuffers {
  takePack(size: number): Buffer;
  givePack(buffer: Buffer): void;
  readonly wholePacks: WholePacks;
}

type NewChunk = Omit<PackEntry, 'sealedLength'>;

/** A pack that fills: in a buffer as a whole, or in a blob that is being written. */
interface OpenPack {
  readonly writer: PackWriter;
  readonly buffer: Buffer;
  /** Begun with the first piece. */
  blob?: BlobWriter;
  /** Of what was sealed: plaintext, and what is stored of it. */
  plainBytes: number;
  storedBytes: number;
}

/**
 * Seals chunks into packs and has them stored while the next ones fill: whole ones one at a time; those that went to the store
 * in pieces a few at a time, since only their sync is left.
 */
export class PackSink implements PackHolder {
  readonly #options: PackSinkOptions;
  readonly #buffers: PackBuffers;
  readonly #storingMax: number;
  #open: OpenPack | undefined;
  readonly #storing = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;
  #stored: StoredPack[] = [];

  constructor(options: PackSinkOptions, buffers: PackBuffers) {
    const inPieces = options.inPieces === true && options.blobs.begin !== undefined;
    this.#options = { ...options, inPieces };
    this.#buffers = buffers;
    this.#storingMax = inPieces ? packsBeingStoredMax : 1;
  }

  /** Returns the sealed length. Throws what storing an earlier pack threw. */
  async add(chunk: NewChunk, stored: Uint8Array): Promise<number> {
    if (this.#open && !this.#open.writer.hasRoom(stored.length + tagLength)) await this.#finishPack();
    this.#open ??= await this.#openPack();
    this.#open.plainBytes += chunk.plainLength;
    this.#open.storedBytes += stored.length;
    return this.#open.blob?.space
      ? await this.#addInPlace(this.#open.writer, this.#open.blob, chunk, stored)
      : await this.#addToBuffer(this.#open, chunk, stored);
  }

  async #addToBuffer(open: OpenPack, chunk: NewChunk, stored: Uint8Array): Promise<number> {
    const sealedLength = open.writer.add(chunk, stored);
    if (this.#options.inPieces && open.writer.pending >= packPieceSize) await this.#handOn(open);
    return sealedLength;
  }

  /** Where the disk fetches it, and by way of the buffer where it would not lie there in one piece. */
  async #addInPlace(writer: PackWriter, blob: BlobWriter, chunk: NewChunk, stored: Uint8Array): Promise<number> {
    const space = await blob.space?.(stored.length + tagLength);
    if (space) {
      const sealedLength = writer.addInto(chunk, stored, space);
      blob.filled?.(sealedLength);
      return sealedLength;
    }
    const sealedLength = writer.add(chunk, stored);
    await blob.write(writer.takeBytes());
    return sealedLength;
  }

  /** Packs that have been stored since the last call. */
  takeStored(): readonly StoredPack[] {
    const stored = this.#stored;
    this.#stored = [];
    return stored;
  }

  /** Stores what is left; when it returns, every chunk that was added is in a pack of `takeStored`. */
  async flush(): Promise<void> {
    if (this.#open) await this.#finishPack();
    await this.#settle(0);
  }

  /** Drops what is not stored. The data key is its owner's to wipe. */
  async abandon(): Promise<void> {
    await this.#drop();
    await Promise.all(this.#storing);
  }

  /** For another job of the lane, which needs the buffer. */
  async yieldPack(): Promise<void> {
    try {
      if (this.#open) await this.#finishPack();
    } catch (error) {
      // The next call of the job itself tells.
      this.#failure ??= { error };
      await this.#drop();
    }
  }

  async #drop(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    open.writer.forget();
    await open.blob?.abandon();
    this.#give(open.buffer);
  }

  #give(buffer: Buffer): void {
    if (this.#options.inPieces) this.#buffers.givePack(buffer);
    else {
      this.#buffers.wholePacks.filled(this);
      this.#buffers.wholePacks.give(buffer);
    }
  }

  async #openPack(): Promise<OpenPack> {
    const { aead, keyId, dataKey, packSize, inPieces } = this.#options;
    const buffer = inPieces
      ? this.#buffers.takePack(packPieceBufferSize)
      : await this.#buffers.wholePacks.take(packBufferSize(packSize), this);
    try {
      const writer = new PackWriter({ aead, keyId, dataKey, size: packSize, buffer });
      return { writer, buffer, plainBytes: 0, storedBytes: 0 };
    } catch (error) {
      this.#give(buffer);
      throw error;
    }
  }

  async #handOn(open: OpenPack): Promise<BlobWriter> {
    const { blobs, prefix } = this.#options;
    const pastCache = open.writer.pending >= packPieceSize && this.#isPastCache(open);
    open.blob ??= await blobs.begin!(`${prefix}${packName(open.writer.packId)}`, { pastCache });
    await open.blob.write(open.writer.takeBytes());
    return open.blob;
  }

  #isPastCache({ plainBytes, storedBytes }: OpenPack): boolean {
    const { pastCache } = this.#options;
    return pastCache === 'all' || (pastCache === 'compressed' && plainBytes >= pastCacheRatioMin * storedBytes);
  }

  async #finishPack(): Promise<void> {
    await this.#settle(this.#storingMax - 1);
    const open = this.#open!;
    const { writer, buffer } = open;
    const blob = this.#options.inPieces ? await this.#handOn(open) : undefined;
    const pack = writer.finish();
    if (blob) {
      await blob.write(pack.bytes);
      this.#buffers.givePack(buffer);
    } else this.#buffers.wholePacks.filled(this);
    this.#open = undefined;
    const storing: Promise<void> = this.#store(pack, blob, buffer).finally(() => this.#storing.delete(storing));
    this.#storing.add(storing);
  }

  /** Waits until no more than so many packs are being stored. */
  async #settle(left: number): Promise<void> {
    while (this.#storing.size > left) await Promise.race(this.#storing);
    if (this.#failure) throw this.#failure.error;
  }

  /** Never rejects: a failure waits for the next `#settle`. */
  async #store({ packId, entries, bytes, sizeBytes }: FinishedPack, blob: BlobWriter | undefined, buffer: Buffer) {
    const { blobs, prefix, keyId } = this.#options;
    try {
      if (blob) await blob.finish();
      else await blobs.put(`${prefix}${packName(packId)}`, bytes);
      if (!blob) this.#buffers.wholePacks.give(buffer);
      this.#stored.push({ packId, keyId, footer: entries.encoded, chunks: entries.count, sizeBytes });
    } catch (error) {
      // A store that answers early may still be taking the bytes.
      if (!blob) this.#buffers.wholePacks.give();
      this.#failure ??= { error };
    }
  }
}
