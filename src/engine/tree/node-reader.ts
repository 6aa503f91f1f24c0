import { Buffer } from 'node:buffer';
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
import { PackReader, plaintextOf } from '../format/pack-reader.ts';
import { decodeNode } from './decode-node.ts';
import type { TreeNode } from './node.ts';

export interface ReadNode {
  readonly node: TreeNode;
  readonly place: ChunkPlace;
  /** As it was stored, opened but not decompressed. */
  readonly stored: Uint8Array;
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

  constructor(domain: OpenDomain, index: ChunkFinder) {
    this.#domain = domain;
    this.#index = index;
  }

  /** Compared with its hash. Throws `chunk-missing`, `chunk-corrupt`, `pack-missing`, `pack-corrupt`, `key-unavailable`. */
  async read(hash: Uint8Array): Promise<ReadNode> {
    const record = this.#index.table.find(hash);
    if (record < 0) throw this.#ill('chunk-missing', hash);
    const place = this.#index.table.placeAt(record);
    const sealed = await this.#sealed(place);
    const stored = Buffer.allocUnsafe(sealed.length - tagLength);
    const reader = await this.#readerOf(place);
    const isWhole = place.kind === 2 && reader.openStored(place, place.ordinal, sealed, stored);
    const plain = isWhole ? plaintextOf(place, stored, Buffer.allocUnsafe(place.plainLength)) : undefined;
    if (!plain) throw this.#ill('chunk-corrupt', hash);
    return { node: this.#decoded(plain, hash), place, stored };
  }

  close(): void {
    this.#pack?.reader.close();
    this.#pack = undefined;
  }

  #decoded(plain: Uint8Array, hash: Uint8Array): TreeNode {
    try {
      return decodeNode(plain);
    } catch (error) {
      if (error instanceof MalformedError) throw this.#ill('chunk-corrupt', hash, error);
      throw error;
    }
  }

  async #sealed(place: ChunkPlace): Promise<Uint8Array> {
    const name = this.#domain.name(packName(this.#index.pack(place.pack).packId));
    const { offset, sealedLength: length } = place;
    try {
      if (!this.#domain.blobs.readInto) return await this.#domain.blobs.get(name, { offset, length });
      const sealed = Buffer.allocUnsafe(length);
      this.#domain.blobs.readInto(name, offset, sealed);
      return sealed;
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
      if (error.kind === 'blob-missing') throw this.#ill('pack-missing', place.hash, error);
      throw error.kind === 'blob-truncated' ? this.#ill('pack-corrupt', place.hash, error) : error;
    }
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
