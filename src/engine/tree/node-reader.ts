import { Buffer } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StorageError } from '../../storage/storage-error.ts';
import { tagLength } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import type { ChunkPlace } from '../domain/chunk-table.ts';
import type { ChunkFinder } from '../domain/domain-index.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import type { EngineErrorKind } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { MalformedError } from '../format/byte-reader.ts';
import { packName } from '../format/pack-format.ts';
import { PackReader } from '../format/pack-reader.ts';
import { plaintextOf } from '../format/plaintext-of.ts';
import { nodeBytesPerTurnMax } from '../limits.ts';
import { decodeNode } from './decode-node.ts';
import type { TreeNode } from './node.ts';
import { type NodeParts, nodeParts } from './node-parts.ts';

interface ReadNode {
  readonly place: ChunkPlace;
  /** As it was stored, opened but not decompressed. */
  readonly stored: Uint8Array;
  readonly plain: Uint8Array;
}

/** What walks of a tree need of a reader. */
export interface NodeGiver {
  read(hash: Uint8Array): Promise<{ readonly node: TreeNode }>;
}

/** Reads nodes of one domain, on the main thread. */
export class NodeReader implements NodeGiver {
  readonly #domain: OpenDomain;
  readonly #index: ChunkFinder;
  #pack: { readonly number: number; readonly reader: PackReader } | undefined;
  #sealed = Buffer.alloc(0);
  /** Bytes of nodes since the event loop had its turn. */
  #readInTurn = 0;

  constructor(domain: OpenDomain, index: ChunkFinder) {
    this.#domain = domain;
    this.#index = index;
  }

  /** Compared with its hash. Throws `chunk-missing`, `chunk-corrupt`, `pack-missing`, `pack-corrupt`, `key-unavailable`. */
  async read(hash: Uint8Array): Promise<{ readonly node: TreeNode }> {
    const { plain } = await this.#open(hash);
    return { node: this.#decoded(hash, () => decodeNode(plain)) };
  }

  /** What it names, for walks that need no more of it, and the node as it was stored. Throws as `read` does. */
  async readParts(hash: Uint8Array): Promise<NodeParts & Omit<ReadNode, 'plain'>> {
    const { plain, ...read } = await this.#open(hash);
    return { ...this.#decoded(hash, () => nodeParts(plain)), ...read };
  }

  async #open(hash: Uint8Array): Promise<ReadNode> {
    const record = this.#index.table.find(hash);
    if (record < 0) throw this.#ill('chunk-missing', hash);
    const place = this.#index.table.placeAt(record);
    this.#readInTurn += place.plainLength;
    if (this.#readInTurn >= nodeBytesPerTurnMax) await this.#takeTurn();
    const fetched = this.#domain.blobs.readInto ? undefined : await this.#fetch(place);
    const reader = await this.#readerOf(place);
    // From here on without a pause, since all reads share the buffer.
    const sealed = fetched ?? this.#readNow(place);
    const stored = Buffer.allocUnsafe(sealed.length - tagLength);
    const isWhole = place.kind === 2 && reader.openStored(place, place.ordinal, sealed, stored);
    const plain = isWhole ? plaintextOf(place, stored, Buffer.allocUnsafe(place.plainLength)) : undefined;
    if (!plain) throw this.#ill('chunk-corrupt', hash);
    return { place, stored, plain };
  }

  /** Of a store that reads at once nothing else is waited for, and whoever else works on this thread would wait for the walk of a whole tree. */
  async #takeTurn(): Promise<void> {
    this.#readInTurn = 0;
    await nextTurn();
  }

  close(): void {
    this.#pack?.reader.close();
    this.#pack = undefined;
  }

  #decoded<T>(hash: Uint8Array, decode: () => T): T {
    try {
      return decode();
    } catch (error) {
      if (error instanceof MalformedError) throw this.#ill('chunk-corrupt', hash, error);
      throw error;
    }
  }

  async #fetch(place: ChunkPlace): Promise<Uint8Array> {
    const { offset, sealedLength: length } = place;
    try {
      return await this.#domain.blobs.get(this.#nameOf(place), { offset, length });
    } catch (error) {
      throw this.#readError(error, place);
    }
  }

  /** Valid until the next call. */
  #readNow(place: ChunkPlace): Uint8Array {
    const { offset, sealedLength } = place;
    if (this.#sealed.length < sealedLength) this.#sealed = Buffer.allocUnsafeSlow(2 * sealedLength);
    const sealed = this.#sealed.subarray(0, sealedLength);
    try {
      this.#domain.blobs.readInto?.(this.#nameOf(place), offset, sealed);
      return sealed;
    } catch (error) {
      throw this.#readError(error, place);
    }
  }

  #nameOf({ pack }: ChunkPlace): string {
    return this.#domain.name(packName(this.#index.pack(pack).packId));
  }

  #readError(error: unknown, { hash }: ChunkPlace): unknown {
    if (!(error instanceof StorageError)) return error;
    if (error.kind === 'blob-missing') return this.#ill('pack-missing', hash, error);
    return error.kind === 'blob-truncated' ? this.#ill('pack-corrupt', hash, error) : error;
  }

  async #readerOf({ pack, hash }: ChunkPlace): Promise<PackReader> {
    if (this.#pack?.number === pack) return this.#pack.reader;
    this.close();
    const { packId, keyId } = this.#index.pack(pack);
    const dataKey = await this.#domain.dataKey(keyId);
    if (!dataKey) throw this.#ill('key-unavailable', hash);
    const reader = new PackReader({ aead: chosenAead(), packId, dataKey });
    this.#pack = { number: pack, reader };
    return reader;
  }

  #ill(kind: EngineErrorKind, hash: Uint8Array, cause?: Error): EngineError {
    return new EngineError(kind, { chunk: this.#domain.chunkId(hash), domain: this.#domain.domain.id }, { cause });
  }
}
