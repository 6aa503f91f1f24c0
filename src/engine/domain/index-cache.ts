import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { JoinedByKey } from '../../util/joined.ts';
import { indexesKept } from '../limits.ts';
import { DomainIndex } from './domain-index.ts';
import type { OpenDomain } from './open-domain.ts';

/** Indexes of the domains that were used last, so that a warm service reads only what is new of them. */
export class IndexCache {
  readonly #shared = new WeakMap<BlobStore, JoinedByKey<DomainIndex>>();
  readonly #unnamed = new WeakMap<DomainIndex, readonly string[]>();
  readonly #kept: { blobs: BlobStore; prefix: string; index: DomainIndex }[] = [];

  /**
   * The domain's index as it stands in its blob store now. Where packs that it names are lost, a job that writes does not find what was in them, so
   * that it stores it again; one that reads finds it elsewhere, or hears that it is missing.
   */
  async open(domain: OpenDomain, use: 'reading' | 'writing'): Promise<DomainIndex> {
    const { blobs, prefix } = domain.domain;
    const shared = this.#sharedOf(blobs);
    // Jobs that begin together look at the store once: the look begins after each of them has asked.
    const index = await shared.run(`${use} ${prefix}`, () => this.#openNow(domain, use));
    if (!index.belongsTo(domain)) return this.#openNow(domain, use);
    await index.openKeys(domain);
    return index;
  }

  #sharedOf(blobs: BlobStore): JoinedByKey<DomainIndex> {
    const shared = this.#shared.get(blobs) ?? new JoinedByKey<DomainIndex>(nextTurn);
    this.#shared.set(blobs, shared);
    return shared;
  }

  /** Packs that no segment named when the index was opened. */
  unnamedOf(index: DomainIndex): readonly string[] {
    return this.#unnamed.get(index) ?? [];
  }

  async #openNow(domain: OpenDomain, use: 'reading' | 'writing'): Promise<DomainIndex> {
    const index = await this.#openAsNamed(domain);
    // After the segments: a pack is stored before one names it.
    const { lost: packs, unnamed } = await index.lookAtPacks(domain);
    this.#unnamed.set(index, unnamed);
    if (packs.size === 0) return index;
    const chunks = use === 'writing' ? 'forget' : 'find-last';
    const without = new DomainIndex(domain, { packs, chunks });
    this.#unnamed.set(without, unnamed);
    return (await without.refresh(domain)) ? without : this.#openNow(domain, use);
  }

  async #openAsNamed(domain: OpenDomain): Promise<DomainIndex> {
    const { blobs, prefix } = domain.domain;
    const at = this.#kept.findIndex((kept) => kept.blobs === blobs && kept.prefix === prefix);
    const [found] = at >= 0 ? this.#kept.splice(at, 1) : [];
    const index = found?.index.belongsTo(domain) ? found.index : new DomainIndex(domain);
    if (!(await index.refresh(domain))) return this.#openAsNamed(domain);
    this.#kept.unshift({ blobs, prefix, index });
    this.#kept.splice(indexesKept);
    return index;
  }

  clear(): void {
    this.#kept.length = 0;
  }
}
