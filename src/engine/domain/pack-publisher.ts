import { Buffer } from 'node:buffer';
import type { StoredPack } from '../lanes/lane-protocol.ts';
import { packsPerSegment } from '../limits.ts';
import type { DomainIndex } from './domain-index.ts';
import type { OpenDomain } from './open-domain.ts';

/** Names stored packs in index segments, a few at a time, so that an interrupted job can go on from there. */
export class PackPublisher {
  readonly #domain: OpenDomain;
  readonly #index: DomainIndex;
  readonly #fail: (error: unknown) => void;
  #waiting: StoredPack[] = [];
  #last: Promise<void> = Promise.resolve();
  #storedBytes = 0;
  #chunks = 0;

  constructor(options: { domain: OpenDomain; index: DomainIndex; fail: (error: unknown) => void }) {
    this.#domain = options.domain;
    this.#index = options.index;
    this.#fail = options.fail;
  }

  /** Bytes of packs and segments. */
  get storedBytes(): number {
    return this.#storedBytes;
  }

  get chunks(): number {
    return this.#chunks;
  }

  add(packs: readonly StoredPack[]): void {
    this.#waiting.push(...packs);
    if (this.#waiting.length >= packsPerSegment) this.#publish().catch(this.#fail);
  }

  /** When it returns, all packs that were added are in the index. */
  async flush(): Promise<void> {
    await this.#publish();
  }

  #publish(): Promise<void> {
    const packs = this.#waiting;
    this.#waiting = [];
    this.#last = this.#last.then(() => this.#store(packs));
    return this.#last;
  }

  async #store(packs: readonly StoredPack[]): Promise<void> {
    const named = packs.map(({ packId, keyId, entries }) => ({
      packId: Buffer.from(packId),
      keyId: Buffer.from(keyId),
      entries,
    }));
    this.#storedBytes += await this.#index.publish(this.#domain, named);
    this.#storedBytes += packs.reduce((sum, pack) => sum + pack.sizeBytes, 0);
    this.#chunks += packs.reduce((sum, pack) => sum + pack.entries.length, 0);
  }
}
