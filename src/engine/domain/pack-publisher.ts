import { Buffer } from 'node:buffer';
import { giveBack } from '../../util/give-back.ts';
import { PackEntries } from '../format/pack-entries.ts';
import type { StoredPack } from '../lanes/lane-protocol.ts';
import { entriesPerSegmentMax, packsPerSegmentMin, segmentGrowth } from '../limits.ts';
import type { DomainIndex } from './domain-index.ts';
import type { OpenDomain } from './open-domain.ts';

/** Names stored packs in index segments, some at a time, so that an interrupted job can go on from there. */
export class PackPublisher {
  readonly #domain: OpenDomain;
  readonly #index: DomainIndex;
  readonly #fail: (error: unknown) => void;
  #waiting: StoredPack[] = [];
  #waitingEntries = 0;
  /** Packs that this job has named. */
  #named = 0;
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
    this.#waitingEntries += packs.reduce((sum, { chunks }) => sum + chunks, 0);
    if (this.#isSegment()) this.#publish().catch(this.#fail);
  }

  /** When it returns, all packs that were added are in the index. */
  async flush(): Promise<void> {
    await this.#publish();
  }

  #isSegment(): boolean {
    const enough = Math.max(packsPerSegmentMin, Math.floor(this.#named / segmentGrowth));
    return this.#waiting.length >= enough || this.#waitingEntries >= entriesPerSegmentMax;
  }

  #publish(): Promise<void> {
    const packs = this.#waiting;
    this.#waiting = [];
    this.#waitingEntries = 0;
    this.#named += packs.length;
    this.#last = this.#last.then(() => this.#store(packs));
    return this.#last;
  }

  async #store(packs: readonly StoredPack[]): Promise<void> {
    const named = packs.map(({ packId, keyId, footer, chunks }) => ({
      packId: Buffer.from(packId),
      keyId: Buffer.from(keyId),
      entries: PackEntries.ofFooter(footer, chunks),
    }));
    this.#storedBytes += await this.#index.publish(this.#domain, named);
    // They came from other threads, and are in the table now.
    for (const { footer } of packs) giveBack(footer);
    this.#storedBytes += packs.reduce((sum, pack) => sum + pack.sizeBytes, 0);
    this.#chunks += packs.reduce((sum, pack) => sum + pack.chunks, 0);
  }
}
