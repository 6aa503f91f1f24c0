import type { ManifestRoot } from '../format/manifest.ts';
import { recentRootsMax } from '../limits.ts';

/** Roots by the id of their manifest; the oldest is forgotten first. */
export class RecentRoots {
  readonly #roots = new Map<string, ManifestRoot>();

  get(manifestId: string): ManifestRoot | undefined {
    return this.#roots.get(manifestId);
  }

  remember(manifestId: string, root: ManifestRoot): void {
    this.#roots.set(manifestId, root);
    const [oldest] = this.#roots.keys();
    if (oldest !== undefined && this.#roots.size > recentRootsMax) this.#roots.delete(oldest);
  }
}
