import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { indexesKept } from '../limits.ts';
import { DomainIndex } from './domain-index.ts';
import type { OpenDomain } from './open-domain.ts';

/** Indexes of the domains that were used last, so that a warm service reads only what is new of them. */
export class IndexCache {
  readonly #kept: { blobs: BlobStore; prefix: string; index: DomainIndex }[] = [];

  /** The domain's index as it stands in its blob store now. */
  async open(domain: OpenDomain): Promise<DomainIndex> {
    const { blobs, prefix } = domain.domain;
    const at = this.#kept.findIndex((kept) => kept.blobs === blobs && kept.prefix === prefix);
    const [found] = at >= 0 ? this.#kept.splice(at, 1) : [];
    const index = found?.index.belongsTo(domain) ? found.index : new DomainIndex(domain);
    if (!(await index.refresh(domain))) return this.open(domain);
    this.#kept.unshift({ blobs, prefix, index });
    this.#kept.splice(indexesKept);
    return index;
  }

  clear(): void {
    this.#kept.length = 0;
  }
}
