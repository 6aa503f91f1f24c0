/** Which index segments there are and on which others they rely (FORMAT.md 2.4). */
export class SegmentGraph {
  readonly #parents = new Map<string, readonly string[]>();
  readonly #heads = new Set<string>();
  readonly #named = new Set<string>();
  readonly #maimed = new Set<string>();
  /** Segments that are not whole; nothing where that must be found out. */
  #unwhole: Set<string> | undefined;

  add(name: string, parents: readonly string[]): void {
    this.#parents.set(name, parents);
    for (const parent of parents) {
      this.#named.add(parent);
      this.#heads.delete(parent);
    }
    if (!this.#named.has(name)) this.#heads.add(name);
    this.#unwhole = undefined;
  }

  /** Something that a segment names is lost: it is not whole, and none that relies on it is. */
  maim(name: string): void {
    this.#maimed.add(name);
    this.#unwhole = undefined;
  }

  has(name: string): boolean {
    return this.#parents.has(name);
  }

  names(): string[] {
    return [...this.#parents.keys()];
  }

  /** Those that no other names: a new segment with these as parents has all of them as ancestors. */
  heads(): string[] {
    return [...this.#heads];
  }

  /** Whether a segment and all its ancestors are there, with all packs that they name. */
  isWhole(name: string): boolean {
    this.#unwhole ??= this.#findUnwhole();
    return !this.#unwhole.has(name);
  }

  /** From each parent that is missing and each segment that lacks a pack, down to all that rely on it. */
  #findUnwhole(): Set<string> {
    const children = new Map<string, string[]>();
    const unwhole = new Set<string>();
    const toVisit: string[] = [...this.#maimed];
    for (const [name, parents] of this.#parents) {
      for (const parent of parents) {
        const known = children.get(parent);
        if (known) known.push(name);
        else children.set(parent, [name]);
        if (!this.#parents.has(parent)) toVisit.push(name);
      }
    }
    for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
      if (unwhole.has(name)) continue;
      unwhole.add(name);
      toVisit.push(...(children.get(name) ?? []));
    }
    return unwhole;
  }
}
