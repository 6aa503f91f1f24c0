import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { SecretBytes } from '../../secrets/secret-bytes.ts';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { JoinedByKey } from '../../util/joined.ts';
import type { Domain } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { keyIdLength, saltLength } from '../format/blob-header.ts';
import { MalformedError } from '../format/byte-reader.ts';
import { chunkId } from '../format/content-hash.ts';
import { decodeHead, encodeHead, type Head, type KeySlot, openIdKey } from '../format/head.ts';

const idKeyLength = 32;

/** A domain whose keys are open, for the length of one job. `close` wipes them. */
export class OpenDomain {
  readonly domain: Domain;
  readonly #open = new Map<string, SecretBytes>();
  #slots: readonly KeySlot[];
  #idKey: SecretBytes;
  /** Bytes of a head that is not stored yet. */
  #newHead: Buffer | undefined;

  private constructor(domain: Domain, slots: readonly KeySlot[], idKey: Uint8Array) {
    this.domain = domain;
    this.#slots = slots;
    this.#idKey = new SecretBytes(idKey);
  }

  /** For reading. Throws `head-missing`, `head-corrupt`, `format-unknown`, `key-unavailable`. */
  static async open(domain: Domain): Promise<OpenDomain> {
    const head = await readHead(domain);
    if (!head) throw new EngineError('head-missing', { domain: domain.id });
    return OpenDomain.#fromHead(domain, head);
  }

  /** For writing: a domain that has no head yet gets keys, which `settle` stores. Throws as `open` does. */
  static async openOrCreate(domain: Domain): Promise<OpenDomain> {
    const head = await readHead(domain);
    return head ? OpenDomain.#fromHead(domain, head) : OpenDomain.#create(domain);
  }

  static async #fromHead(domain: Domain, head: Head): Promise<OpenDomain> {
    if (head.domainId !== domain.id) throw new EngineError('head-corrupt', { domain: domain.id });
    const slot = head.slots.at(-1)!;
    const key = await unwrap(domain, slot);
    const idKey = openIdKey(head, key.open());
    if (!idKey) {
      key.wipe();
      throw new EngineError('head-corrupt', { domain: domain.id });
    }
    const opened = new OpenDomain(domain, head.slots, idKey);
    opened.#open.set(slot.keyId.toString('hex'), key);
    return opened;
  }

  static async #create(domain: Domain): Promise<OpenDomain> {
    const { plaintext, wrapped } = await generate(domain);
    const slot = { keyId: randomBytes(keyIdLength), wrapped: Buffer.from(wrapped) };
    const created = new OpenDomain(domain, [slot], randomBytes(idKeyLength));
    created.#open.set(slot.keyId.toString('hex'), plaintext);
    created.#newHead = encodeHead(
      { domainId: domain.id, slots: [slot], salt: randomBytes(saltLength) },
      { currentKey: plaintext.open(), idKey: created.idKey },
    );
    return created;
  }

  get blobs(): BlobStore {
    return this.domain.blobs;
  }

  /** Tells whether an index held in memory belongs to this very domain. A secret. */
  get idKey(): Uint8Array {
    return this.#idKey.open();
  }

  /** Key of new blobs. */
  get current(): { keyId: Buffer; dataKey: Uint8Array } {
    const { keyId } = this.#slots.at(-1)!;
    return { keyId, dataKey: this.#open.get(keyId.toString('hex'))!.open() };
  }

  name(relative: string): string {
    return `${this.domain.prefix}${relative}`;
  }

  chunkId(hash: Uint8Array): string {
    return chunkId(this.#idKey.open(), hash);
  }

  /** Nothing where the head has no such key. Throws `key-unavailable`. */
  async dataKey(keyId: Buffer): Promise<Uint8Array | undefined> {
    const hex = keyId.toString('hex');
    const slot = this.#slots.find((candidate) => candidate.keyId.equals(keyId));
    if (slot && !this.#open.has(hex)) this.#open.set(hex, await unwrap(this.domain, slot));
    return this.#open.get(hex)?.open();
  }

  /** Open keys, for the lanes. */
  openKeys(): { keyId: string; dataKey: Uint8Array }[] {
    return [...this.#open].map(([keyId, secret]) => ({ keyId, dataKey: secret.open() }));
  }

  /**
   * Stores the head of a new domain, which must be there before the first blob that is sealed under it. Where another writer was quicker,
   * his keys are taken and ours forgotten.
   */
  async settle(): Promise<void> {
    const head = this.#newHead;
    if (!head) return;
    try {
      await this.blobs.put(this.name('head'), head);
    } catch (error) {
      if (!(error instanceof StorageError && error.kind === 'blob-exists')) throw error;
      await this.#takeOver(await OpenDomain.open(this.domain));
    }
    this.#newHead = undefined;
  }

  close(): void {
    for (const secret of this.#open.values()) secret.wipe();
    this.#open.clear();
    this.#idKey.wipe();
  }

  async #takeOver(other: OpenDomain): Promise<void> {
    this.close();
    this.#slots = other.#slots;
    this.#idKey = other.#idKey;
    for (const [keyId, secret] of other.#open) this.#open.set(keyId, secret);
  }
}

const headReads = new WeakMap<BlobStore, JoinedByKey<Head | undefined>>();

/** Jobs that begin together read it once, after each of them has asked. */
function readHead(domain: Domain): Promise<Head | undefined> {
  const reads = headReads.get(domain.blobs) ?? new JoinedByKey<Head | undefined>(nextTurn);
  headReads.set(domain.blobs, reads);
  return reads.run(domain.prefix, () => readStoredHead(domain));
}

async function readStoredHead(domain: Domain): Promise<Head | undefined> {
  try {
    return decodeHead(await domain.blobs.get(`${domain.prefix}head`));
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
    if (error instanceof MalformedError) throw new EngineError('head-corrupt', { domain: domain.id }, { cause: error });
    throw error;
  }
}

async function unwrap(domain: Domain, slot: KeySlot): Promise<SecretBytes> {
  try {
    return await domain.keys.open(slot.wrapped);
  } catch (error) {
    throw new EngineError('key-unavailable', { domain: domain.id }, { cause: error });
  }
}

async function generate(domain: Domain): Promise<{ plaintext: SecretBytes; wrapped: Uint8Array }> {
  try {
    return await domain.keys.generate();
  } catch (error) {
    throw new EngineError('key-unavailable', { domain: domain.id }, { cause: error });
  }
}
