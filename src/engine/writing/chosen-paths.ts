import { Buffer } from 'node:buffer';
import type { EntryPath } from '../../resources/resource.ts';

/** What a restore is to bring back: everything below some paths, and of the directories above them only themselves. */
export class ChosenPaths {
  static readonly everything = ChosenPaths.of([[]]);
  readonly #below = new Map<string, ChosenPaths>();
  #isWhole: boolean;

  private constructor(isWhole: boolean) {
    this.#isWhole = isWhole;
  }

  /** The empty path is the root, and so everything. */
  static of(paths: readonly EntryPath[]): ChosenPaths {
    const root = new ChosenPaths(false);
    for (const path of paths) root.#add(path);
    return root;
  }

  /** Whether all that is here is wanted. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** What is wanted of an entry of this directory; nothing where it is not on the way to any. */
  of(name: Uint8Array): ChosenPaths | undefined {
    if (this === ChosenPaths.everything) return this;
    return (
      this.#below.get(Buffer.from(name).toString('latin1')) ?? (this.#isWhole ? ChosenPaths.everything : undefined)
    );
  }

  /** Entries of this directory that were named, and so must be there, also where all of it is wanted anyway. */
  *named(): Generator<{ readonly name: Uint8Array; readonly chosen: ChosenPaths }> {
    for (const [name, chosen] of this.#below) yield { name: Buffer.from(name, 'latin1'), chosen };
  }

  get hasNamed(): boolean {
    return this.#below.size > 0;
  }

  #add([name, ...rest]: EntryPath): void {
    if (name === undefined) {
      this.#becomeWhole();
      return;
    }
    const key = Buffer.from(name).toString('latin1');
    const child = this.#below.get(key) ?? new ChosenPaths(this.#isWhole);
    this.#below.set(key, child);
    child.#add(rest);
  }

  #becomeWhole(): void {
    this.#isWhole = true;
    for (const child of this.#below.values()) child.#becomeWhole();
  }
}
