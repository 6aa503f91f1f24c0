import { Buffer } from 'node:buffer';
import { closeSync, lstatSync, readdirSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { JoinedByKey } from '../util/joined.ts';
import { ENTRIES_OF_A_DIRECTORY, ENTRIES_PER_TURN_MAX } from './limits.ts';
import { openDirectory } from './native/open-directory.ts';
import { hasXattrs } from './native/xattrs.ts';
import { joinPath, printablePath } from './path-bytes.ts';
import { readEntry, readEntryIn } from './read-entry.ts';
import type { DirectoryReader, Entry, EntryPath, Listing } from './resource.ts';
import { ResourceError } from './resource-error.ts';
import { requireSystemErrorCode } from './system-error.ts';

type Trouble = Listing['troubles'][number];

/**
 * Reads the directory tree at `root`. The root's own path is resolved once, here; from then on no symbolic link is followed, also none
 * that is put in a directory's place while the tree is read (Linux). Other file systems mounted below the root are read as well, as
 * restic and tar do. A directory that cannot be listed is a trouble with an empty name; only the root throws, ResourceError
 * `source-missing` or `source-unreadable`. `excluded` are absolute paths that are left out, with all that is in them.
 */
export async function openDirectoryReader(
  root: string | Uint8Array,
  { excluded = [] }: { readonly excluded?: readonly string[] } = {},
): Promise<DirectoryReader> {
  return await readerOfRealDirectory(await resolveDirectory(Buffer.from(root)), { excluded });
}

/** The same of a directory whose path has been resolved already. */
export async function readerOfRealDirectory(
  place: Buffer,
  { excluded = [] }: { readonly excluded?: readonly string[] } = {},
): Promise<DirectoryReader> {
  const tree: Tree = { root: place, isLeftOut: await exclusion(excluded), readInTurn: 0 };
  return {
    nature: 'directory',
    root: async () => readRoot(place),
    list: (names) => listDirectory(tree, names),
    pages: (names) => pagesOf(tree, names),
    absolute: (names) => joinPath(place, names),
  };
}

interface Tree {
  readonly root: Buffer;
  readonly isLeftOut: IsLeftOut;
  /** Entries read since the event loop had its turn. */
  readInTurn: number;
}

/** Readers that are opened at the same moment look at what they leave out once, after each of them has asked. */
const exclusionLooks = new JoinedByKey<ReadonlySet<string>>(nextTurn);

/** Whether a name in a directory is left out. One that does not exist yet is compared by its own path. */
type IsLeftOut = (directory: Buffer, name: string) => boolean;

async function exclusion(excluded: readonly string[]): Promise<IsLeftOut> {
  if (excluded.length === 0) return () => false;
  const places = await exclusionLooks.run(
    excluded.join('\0'),
    async () => new Set(await Promise.all(excluded.map(realOrOwn))),
  );
  return (directory, name) => places.has(`${directory.toString('latin1')}/${name}`);
}

/** In latin1, as names are listed: bytes and characters one to one. */
async function realOrOwn(place: string): Promise<string> {
  try {
    return (await realpath(place, { encoding: 'buffer' })).toString('latin1');
  } catch (error) {
    requireSystemErrorCode(error);
    return Buffer.from(path.resolve(place)).toString('latin1');
  }
}

async function resolveDirectory(root: Buffer): Promise<Buffer> {
  try {
    const place = await realpath(root, { encoding: 'buffer' });
    if ((await stat(place)).isDirectory()) return place;
  } catch (error) {
    throw unreadable(root, error);
  }
  throw new ResourceError('source-unreadable', `${root} is not a directory`);
}

function unreadable(place: Buffer, error: unknown): ResourceError {
  const code = requireSystemErrorCode(error);
  const kind = code === 'ENOENT' || code === 'ENOTDIR' ? 'source-missing' : 'source-unreadable';
  return new ResourceError(kind, `${printablePath(place)}: ${code}`, { cause: error });
}

/** Where attributes cannot be read at all, the root says so once for the whole tree. */
function readRoot(place: Buffer): Entry {
  try {
    const entry = readEntry(place, Buffer.alloc(0));
    if (entry === undefined) throw new ResourceError('source-missing', `${place} has vanished`);
    if (hasXattrs) return entry;
    return { ...entry, xattrsTrouble: 'not-supported: extended attributes are not read without node:ffi' };
  } catch (error) {
    throw error instanceof ResourceError ? error : unreadable(place, error);
  }
}

async function listDirectory(tree: Tree, names: EntryPath): Promise<Listing> {
  const entries: Entry[] = [];
  const troubles: Trouble[] = [];
  for await (const page of pagesOf(tree, names)) {
    entries.push(...page.entries);
    troubles.push(...page.troubles);
  }
  return { entries, troubles };
}

async function* pagesOf(tree: Tree, names: EntryPath): AsyncGenerator<Listing> {
  tree.readInTurn += ENTRIES_OF_A_DIRECTORY;
  if (tree.readInTurn >= ENTRIES_PER_TURN_MAX) await takeTurn(tree);
  const directory = joinPath(tree.root, names);
  const opened = openOrTrouble(directory, names.length === 0, tree.isLeftOut);
  if (!('names' in opened)) {
    yield { entries: [], troubles: [opened] };
    return;
  }
  try {
    for (let start = 0; start < opened.names.length; start += ENTRIES_PER_TURN_MAX) {
      const page = readEntries(opened, start);
      yield page;
      tree.readInTurn += page.entries.length;
      if (tree.readInTurn >= ENTRIES_PER_TURN_MAX) await takeTurn(tree);
    }
  } finally {
    opened.close();
  }
}

/** A tree of small directories waits for nothing else: whoever else works on this thread would wait for all of it. */
async function takeTurn(tree: Tree): Promise<void> {
  tree.readInTurn = 0;
  await nextTurn();
}

function openOrTrouble(directory: Buffer, isRoot: boolean, isLeftOut: IsLeftOut): OpenListing | Trouble {
  try {
    return openListing(directory, isLeftOut);
  } catch (error) {
    if (isRoot) throw unreadable(directory, error);
    return trouble(Buffer.alloc(0), error);
  }
}

interface OpenListing {
  readonly descriptor: number;
  /** By which the directory's entries are reached: its descriptor, so that nobody can exchange it underneath. */
  readonly place: Buffer;
  /** In byte order: latin1 maps bytes to characters one to one. */
  readonly names: readonly string[];
  close(): void;
}

function openListing(directory: Buffer, isLeftOut: IsLeftOut): OpenListing {
  const fd = openDirectory(directory);
  try {
    const place = canReachByDescriptor() ? Buffer.from(`/proc/self/fd/${fd}`) : directory;
    const names = readdirSync(place, { encoding: 'latin1' }).sort();
    const kept = names.filter((name) => !isLeftOut(directory, name));
    return { descriptor: fd, place, names: kept, close: () => closeSync(fd) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

let isProcMounted: boolean | undefined;

function canReachByDescriptor(): boolean {
  isProcMounted ??= process.platform === 'linux' && lstatSync('/proc/self/fd', { throwIfNoEntry: false }) !== undefined;
  return isProcMounted;
}

function readEntries(listing: OpenListing, start: number): Listing {
  const entries: Entry[] = [];
  const troubles: Trouble[] = [];
  for (const text of listing.names.slice(start, start + ENTRIES_PER_TURN_MAX)) {
    try {
      const entry = readEntryIn(listing, text);
      if (entry === undefined) troubles.push(vanished(Buffer.from(text, 'latin1')));
      else entries.push(entry);
    } catch (error) {
      troubles.push(trouble(Buffer.from(text, 'latin1'), error));
    }
  }
  return { entries, troubles };
}

function vanished(name: Uint8Array): Trouble {
  return { name, kind: 'vanished', detail: 'it was gone before it could be read' };
}

function trouble(name: Uint8Array, error: unknown): Trouble {
  const code = requireSystemErrorCode(error);
  return { name, kind: code === 'ENOENT' ? 'vanished' : 'unreadable', detail: code };
}
