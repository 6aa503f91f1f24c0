import { Buffer } from 'node:buffer';
import { lstat } from 'node:fs/promises';
import { type Aspect, compareEntries } from './compare-entries.ts';
import { ContentComparer } from './content-comparer.ts';
import { openDirectoryReader } from './directory-reader.ts';
import { DIFFERENCES_KEPT } from './limits.ts';
import { printablePath } from './path-bytes.ts';
import { readEntry } from './read-entry.ts';
import type { DirectoryReader, Entry, EntryPath } from './resource.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode } from './system-error.ts';

interface Difference {
  /** Below the two roots, printable; `.` is the root itself. */
  readonly path: string;
  readonly aspect: Aspect;
  /** What the first and the second tree have, in a few words. */
  readonly first: string;
  readonly second: string;
}

export interface Comparison {
  readonly isSame: boolean;
  /** The first of them, in the order of the walk. */
  readonly differences: readonly Difference[];
  readonly differenceCount: number;
  /** Names that both trees have, of all types. */
  readonly entries: number;
  readonly files: number;
  /** Content read and compared, of one side. */
  readonly bytes: number;
}

export interface CompareOptions {
  /** Aspects that may differ: `owner` after a restore without privilege, say. */
  readonly ignore?: readonly Aspect[];
  readonly differencesKept?: number;
  /** Absolute paths that are left out of either tree, with all that is in them. */
  readonly excluded?: readonly string[];
  readonly onProgress?: (progress: { readonly files: number; readonly bytes: number }) => void;
  readonly signal?: AbortSignal;
}

type Place = string | Uint8Array;

/**
 * Compares two disk images byte for byte, or two directory trees: names, types, content, modes, owners, modification times, links and which
 * names share one file, devices, extended attributes and ACLs. How sparse a file is does not matter, nor access and change times.
 * What cannot be read is a difference. Throws ResourceError where a root itself cannot be read, and the signal's reason.
 */
export async function compareTrees(first: Place, second: Place, options: CompareOptions = {}): Promise<Comparison> {
  const walk = new Walk(options);
  const [one, other] = [Buffer.from(first), Buffer.from(second)];
  if ((await isDirectory(one)) && (await isDirectory(other))) {
    await walk.compareRoots(await openDirectoryReader(one, options), await openDirectoryReader(other, options));
  } else await walk.compareImages(one, other);
  return walk.result();
}

async function isDirectory(place: Buffer): Promise<boolean> {
  try {
    return (await lstat(place)).isDirectory();
  } catch (error) {
    throw new ResourceError('source-missing', `${printablePath(place)}: ${requireSystemErrorCode(error)}`, {
      cause: error,
    });
  }
}

interface Side {
  readonly reader: DirectoryReader;
  /** The first name of each file that has several, in the order of the walk. */
  readonly firstNames: Map<string, string>;
}

class Walk {
  readonly #options: CompareOptions;
  readonly #ignored: ReadonlySet<Aspect>;
  readonly #contents: ContentComparer;
  readonly #differences: Difference[] = [];
  #differenceCount = 0;
  #entries = 0;
  #files = 0;

  constructor(options: CompareOptions) {
    this.#options = options;
    this.#ignored = new Set(options.ignore);
    this.#contents = new ContentComparer(() => this.#progress());
  }

  async compareRoots(first: DirectoryReader, second: DirectoryReader): Promise<void> {
    const sides = [
      { reader: first, firstNames: new Map() },
      { reader: second, firstNames: new Map() },
    ] as const;
    await this.#compareEntries([], sides, [await first.root(), await second.root()]);
  }

  async compareImages(first: Buffer, second: Buffer): Promise<void> {
    const [one, other] = [readEntry(first, first), readEntry(second, second)];
    if (one === undefined || other === undefined || one.type !== other.type) {
      return this.#differ([], 'type', one?.type ?? 'nothing', other?.type ?? 'nothing');
    }
    if (one.type !== 'file')
      throw new ResourceError('nature-unknown', `${printablePath(first)} is no directory and no image`);
    this.#entries++;
    await this.#compareContents([], [first, second], [one, other]);
  }

  result(): Comparison {
    return {
      isSame: this.#differenceCount === 0,
      differences: this.#differences,
      differenceCount: this.#differenceCount,
      entries: this.#entries,
      files: this.#files,
      bytes: this.#contents.bytes,
    };
  }

  async #compareEntries(
    path: EntryPath,
    sides: readonly [Side, Side],
    [one, other]: readonly [Entry, Entry],
  ): Promise<void> {
    this.#options.signal?.throwIfAborted();
    this.#entries++;
    const mayOwnersDiffer = this.#ignored.has('owner');
    for (const { aspect, first, second } of compareEntries(one, other, { mayOwnersDiffer })) {
      this.#differ(path, aspect, first, second);
    }
    if (one.type !== other.type) return;
    if (one.type === 'directory') return this.#compareDirectories(path, sides);
    this.#compareLinks(path, sides, [one, other]);
    if (one.type === 'file') {
      await this.#compareContents(path, [sides[0].reader.absolute(path), sides[1].reader.absolute(path)], [one, other]);
    }
  }

  async #compareDirectories(path: EntryPath, sides: readonly [Side, Side]): Promise<void> {
    const [one, other] = [await this.#list(path, sides[0]), await this.#list(path, sides[1])];
    for (const [left, right] of pairs(one, other)) {
      const name = (left ?? right)!.name;
      if (left && right) await this.#compareEntries([...path, name], sides, [left, right]);
      else this.#differ([...path, name], 'missing', left?.type ?? 'nothing', right?.type ?? 'nothing');
    }
  }

  async #list(path: EntryPath, side: Side): Promise<readonly Entry[]> {
    const { entries, troubles } = await side.reader.list(path);
    for (const { name, kind, detail } of troubles) {
      this.#differ(name.length > 0 ? [...path, name] : path, 'unreadable', kind, detail);
    }
    return entries;
  }

  /** Two names are one file in the first tree exactly where they are in the second. Names outside the trees do not count. */
  #compareLinks(path: EntryPath, sides: readonly [Side, Side], [one, other]: readonly [Entry, Entry]): void {
    if (one.hardLinkKey === undefined && other.hardLinkKey === undefined) return;
    const [left, right] = [firstName(sides[0], one, path), firstName(sides[1], other, path)];
    if (left !== right) this.#differ(path, 'hard-links', `one file with ${left}`, `one file with ${right}`);
  }

  async #compareContents(
    path: EntryPath,
    files: readonly [Uint8Array, Uint8Array],
    entries: readonly [Entry, Entry],
  ): Promise<void> {
    this.#files++;
    if (entries[0].sizeBytes !== entries[1].sizeBytes) {
      return this.#differ(path, 'content', `${entries[0].sizeBytes} bytes`, `${entries[1].sizeBytes} bytes`);
    }
    try {
      const offset = await this.#contents.firstDifference(files, entries[0].sizeBytes);
      if (offset !== undefined) this.#differ(path, 'content', `differs at byte ${offset}`, `differs at byte ${offset}`);
    } catch (error) {
      this.#differ(path, 'unreadable', requireSystemErrorCode(error), 'content not compared');
    }
  }

  #differ(path: EntryPath, aspect: Aspect, first: string, second: string): void {
    if (this.#ignored.has(aspect)) return;
    this.#differenceCount++;
    if (this.#differences.length >= (this.#options.differencesKept ?? DIFFERENCES_KEPT)) return;
    this.#differences.push({ path: printable(path), aspect, first, second });
  }

  #progress(): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onProgress?.({ files: this.#files, bytes: this.#contents.bytes });
  }
}

function printable(path: EntryPath): string {
  return path.length === 0 ? '.' : path.map(printablePath).join('/');
}

function firstName(side: Side, entry: Entry, path: EntryPath): string {
  const text = printable(path);
  if (entry.hardLinkKey === undefined) return text;
  const known = side.firstNames.get(entry.hardLinkKey);
  if (known === undefined) side.firstNames.set(entry.hardLinkKey, text);
  return known ?? text;
}

/** Both lists are in byte order: entries of one name come together, the others alone. */
function* pairs(one: readonly Entry[], other: readonly Entry[]): Generator<[Entry | undefined, Entry | undefined]> {
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const [a, b] = [one[left], other[right]];
    const order = a === undefined ? 1 : b === undefined ? -1 : Buffer.compare(a.name, b.name);
    if (order <= 0) left++;
    if (order >= 0) right++;
    yield [order <= 0 ? a : undefined, order >= 0 ? b : undefined];
  }
}
