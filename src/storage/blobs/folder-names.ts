import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOOK_AT_ONCE_MS_MAX, NAMES_READ_AT_ONCE_MAX, NAMES_REMEMBERED_MAX, NAMES_SETTLED_MS } from './limits.ts';

interface Listed {
  readonly stats: Stats;
  /** When its times were first seen to be these, in milliseconds of the process. */
  readonly since: number;
  /** Read so long after that, that no change can hide behind the same times any more. */
  readonly isSettled: boolean;
  /** As one text with `/` between them: as texts of their own they would take twice as much. */
  readonly files: string;
  readonly fileCount: number;
  readonly folders: readonly string[];
}

/**
 * The names of the files below folders. What a folder held is remembered as long as its times say that it has not changed: a domain's packs lie in
 * 256 folders, and each night's jobs ask for them several times. Names that begin with `~` are no blobs.
 */
export class FolderNames {
  readonly #known = new Map<string, Listed>();
  readonly #settledMs: number;
  #remembered = 0;

  constructor({ settledMs = NAMES_SETTLED_MS }: { settledMs?: number } = {}) {
    this.#settledMs = settledMs;
  }

  /** Paths below `folder`, each with `prefix` before it; none where it is not there or is no folder. Throws what the file system throws. */
  async below(folder: string, prefix: string): Promise<string[]> {
    const names: string[] = [];
    await this.#add(names, { folder, prefix, untilMs: performance.now() + LOOK_AT_ONCE_MS_MAX });
    return names;
  }

  async #add(
    names: string[],
    { folder, prefix, untilMs }: { folder: string; prefix: string; untilMs: number },
  ): Promise<void> {
    const listed = await this.#list(folder, untilMs);
    if (listed === undefined) return;
    if (listed.fileCount > 0) for (const file of listed.files.split('/')) names.push(`${prefix}${file}`);
    for (const one of listed.folders)
      await this.#add(names, { folder: join(folder, one), prefix: `${prefix}${one}/`, untilMs });
  }

  async #list(folder: string, untilMs: number): Promise<Listed | undefined> {
    const known = this.#known.get(folder);
    // At once while that is quick: a look into the kernel's memory takes a hundredth of a call to the pool of threads.
    const isAtOnce = known !== undefined && performance.now() < untilMs;
    const stats = isAtOnce ? statSync(folder, { throwIfNoEntry: false }) : await statOf(folder);
    if (stats === undefined) {
      this.#forget(folder);
      return undefined;
    }
    const now = performance.now();
    const since = known !== undefined && isUnchanged(known.stats, stats) ? known.since : now;
    if (known?.isSettled && since === known.since) return known;
    const seen = { stats, since, isSettled: now - since >= this.#settledMs };
    // The same holds of a few names: those of a domain's 256 folders are read again as long as jobs follow each other.
    const areFew = isAtOnce && sizeOf(known) <= NAMES_READ_AT_ONCE_MAX && now < untilMs;
    return this.#take(folder, seen, areFew ? entriesAtOnce(folder) : await entriesOf(folder));
  }

  /** File systems stamp changes with a clock that ticks: a second change within one tick shows in the names alone. */
  #take(
    folder: string,
    seen: Pick<Listed, 'stats' | 'since' | 'isSettled'>,
    entries: readonly Dirent[] | undefined,
  ): Listed | undefined {
    this.#forget(folder);
    if (entries === undefined) return undefined;
    const blobs = entries.filter(({ name }) => !name.startsWith('~'));
    const files = blobs.filter((one) => !one.isDirectory()).map(({ name }) => name);
    const listed = {
      ...seen,
      files: files.join('/'),
      fileCount: files.length,
      folders: blobs.filter((one) => one.isDirectory()).map(({ name }) => name),
    };
    this.#remember(folder, listed);
    return listed;
  }

  #remember(folder: string, listed: Listed): void {
    const size = sizeOf(listed);
    if (size > NAMES_REMEMBERED_MAX) return;
    if (this.#remembered + size > NAMES_REMEMBERED_MAX) {
      this.#known.clear();
      this.#remembered = 0;
    }
    this.#known.set(folder, listed);
    this.#remembered += size;
  }

  #forget(folder: string): void {
    const known = this.#known.get(folder);
    if (known === undefined) return;
    this.#known.delete(folder);
    this.#remembered -= sizeOf(known);
  }
}

const sizeOf = ({ fileCount, folders }: Listed): number => 1 + fileCount + folders.length;

const isUnchanged = (one: Stats, other: Stats): boolean =>
  one.mtimeMs === other.mtimeMs && one.ctimeMs === other.ctimeMs && one.ino === other.ino && one.dev === other.dev;

async function statOf(folder: string): Promise<Stats | undefined> {
  return await orNothing(() => stat(folder));
}

async function entriesOf(folder: string) {
  return await orNothing(() => readdir(folder, { withFileTypes: true }));
}

async function orNothing<Result>(look: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await look();
  } catch (error) {
    return nothingWhereGone(error);
  }
}

function entriesAtOnce(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return nothingWhereGone(error);
  }
}

function nothingWhereGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined;
  throw error;
}
