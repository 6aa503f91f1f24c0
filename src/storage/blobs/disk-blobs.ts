import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  type Dirent,
  fdatasync as fdatasyncWithCallback,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, link, mkdir, open, opendir, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { JoinedByKey } from '../../util/joined.ts';
import { startWriteback } from '../native/start-writeback.ts';
import { StorageError } from '../storage-error.ts';
import { writeSizeMax } from '../write-size.ts';
import { parseBlobName } from './blob-name.ts';
import type { BeginOptions, BlobStore, BlobWriter } from './blob-store.ts';
import type { FileBytes } from './direct-bytes.ts';
import { FolderNames } from './folder-names.ts';
import { LOOK_AT_ONCE_MS_MAX, SMALL_BLOB_BYTES_MAX } from './limits.ts';
import { type NewBlob, PutTogether } from './put-together.ts';

/**
 * Blobs as files below `root`. A blob is written beside its place under a temporary name, synced, renamed, and its folder synced: it is
 * never seen half-written and survives a power cut once `put` has returned. A full disk is StorageError `disk-full`.
 * Temporary files begin with `~`, which no blob name may, so stale ones are never seen; each is tried once, never reused.
 */
export function openDiskBlobs(root: string): BlobStore {
  const base = resolve(root);
  const folders = new Set<string>();
  /** Blobs that are published in one folder at the same time share its sync, which begins after each of them. */
  const syncs = new JoinedByKey<void>();
  const listings = new FolderNames();

  const pathOf = (name: string): string => join(base, ...parseBlobName(name));

  const makeFolder = async (folder: string): Promise<void> => {
    if (folders.has(folder)) return;
    const first = await mkdir(folder, { recursive: true });
    if (first) await syncFoldersDownTo(dirname(first), folder);
    folders.add(folder);
  };

  /** Begins a file in a folder. A folder that we remember may have been emptied away since, as a reset does: then it is made anew. */
  const inFolder = async <Value>(folder: string, write: () => Promise<Value>): Promise<Value> => {
    const isRemembered = folders.has(folder);
    await makeFolder(folder);
    try {
      return await write();
    } catch (error) {
      if (!isRemembered || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      folders.delete(folder);
      await makeFolder(folder);
      return write();
    }
  };

  /** Removes what there is of a blob that will not be, and says why. */
  const failed = async (error: unknown, { name, path, temporary }: Begun): Promise<unknown> => {
    // The folder may have been removed by someone else meanwhile: ask again next time.
    folders.delete(dirname(path));
    await rm(temporary, { force: true });
    return toStorageError(error, name);
  };

  const syncShared = (folder: string): Promise<void> => syncs.run(folder, () => syncFolder(folder));

  const writeAndName = async ({ path, temporary, parts }: NewBlob, publish: Publish): Promise<void> => {
    await inFolder(dirname(path), () => writeSynced(temporary, parts));
    await publish(temporary, path, () => syncShared(dirname(path)));
  };

  const together = new PutTogether({ put: (blob) => writeAndName(blob, publishNew), syncFolder: syncShared });

  const store = async (name: string, parts: readonly Uint8Array[], publish: Publish): Promise<void> => {
    const path = pathOf(name);
    const temporary = temporaryBeside(path);
    const wasThere = folders.has(dirname(path));
    try {
      const isSmall = parts.reduce((sum, { length }) => sum + length, 0) <= SMALL_BLOB_BYTES_MAX;
      // In a folder that is known to be there and synced: together.
      if (publish === publishNew && isSmall && wasThere) await together.put({ path, temporary, parts });
      else await writeAndName({ path, temporary, parts }, publish);
    } catch (error) {
      const failure = await failed(error, { name, path, temporary });
      // A folder that we made has been removed since: it is made again, once.
      if (wasThere && codeOf(error) === 'ENOENT') return await store(name, parts, publish);
      throw failure;
    }
  };

  /** Its thread has nothing else to do, so it does not wait for a pool of others; the syncs of a new folder are left to `finish`. */
  const begin = async (name: string, { pastCache = false }: BeginOptions = {}): Promise<BlobWriter> => {
    const path = pathOf(name);
    const folder = dirname(path);
    const begun = { name, path, temporary: temporaryBeside(path) };
    try {
      const { file, first } = createInFolder(begun.temporary);
      if (first) folders.delete(folder);
      const syncFolders = async (): Promise<void> => {
        await syncFolder(folder);
        if (folders.has(folder)) return;
        // Also where the folder was there already: its maker, on another thread, may not have synced it yet.
        await syncFoldersDownTo(dirname(first ?? folder), folder);
        folders.add(folder);
      };
      const bytes = (pastCache && (await openDirectly(begun.temporary, file))) || cachedBytes(file);
      return writerOf({ file, bytes }, begun, { failed, syncFolders });
    } catch (error) {
      throw await failed(error, begun);
    }
  };

  return {
    location: { kind: 'disk', root: base },
    begin,
    async put(name, bytes) {
      await store(name, bytes instanceof Uint8Array ? [bytes] : bytes, publishNew);
    },
    async replace(name, bytes) {
      await store(name, [bytes], publishOver);
    },
    async get(name, range) {
      const path = pathOf(name);
      try {
        await using file = await open(path, 'r');
        const { offset, length } = range ?? { offset: 0, length: (await file.stat()).size };
        const bytes = Buffer.allocUnsafeSlow(length);
        if (!(await fills(file, bytes, offset))) throw new StorageError('blob-truncated', { name, offset, length });
        return bytes;
      } catch (error) {
        throw toStorageError(error, name);
      }
    },
    readInto(name, offset, target) {
      const path = pathOf(name);
      try {
        const file = openSync(path, 'r');
        try {
          fillSync(file, target, offset, name);
        } finally {
          closeSync(file);
        }
      } catch (error) {
        throw toStorageError(error, name);
      }
    },
    async size(name) {
      try {
        return (await stat(pathOf(name))).size;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw toStorageError(error, name);
      }
    },
    async *list(prefix) {
      const words = prefix === '' ? [] : parseBlobName(prefix.replace(/\/$/, ''));
      yield* filesBelow(join(base, ...words), words.length > 0 ? `${words.join('/')}/` : '');
    },
    async names(prefix) {
      const words = prefix === '' ? [] : parseBlobName(prefix.replace(/\/$/, ''));
      try {
        return await listings.below(join(base, ...words), words.length > 0 ? `${words.join('/')}/` : '');
      } catch (error) {
        throw toStorageError(error, prefix);
      }
    },
    async settle() {
      const below = await readdir(base, { recursive: true, withFileTypes: true });
      const all = below.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
      for (let at = 0; at < all.length; at += foldersSyncedAtOnce)
        await Promise.all(all.slice(at, at + foldersSyncedAtOnce).map(syncFolder));
      await syncFolder(base);
    },
    async removeStale(prefix, before) {
      const words = prefix === '' ? [] : parseBlobName(prefix.replace(/\/$/, ''));
      return removeStaleBelow(join(base, ...words), before);
    },
    async delete(name) {
      try {
        await rm(pathOf(name), { force: true });
      } catch (error) {
        throw toStorageError(error, name);
      }
    },
  };
}

/** As many as the server has threads that wait for disks. */
const foldersSyncedAtOnce = 16;

/** A blob under its temporary name. */
interface Begun {
  readonly name: string;
  readonly path: string;
  readonly temporary: string;
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `~${randomBytes(12).toString('hex')}`);
}

const fdatasync = promisify(fdatasyncWithCallback);

/** Bytes after which the disk is told to begin: then little is left to wait for at the end. */
const writebackSize = 2 * 1024 * 1024;

/** Creates a file, and its folder where that is not there; `first` is the uppermost folder that was made. */
function createInFolder(path: string): { file: number; first?: string } {
  try {
    return { file: openSync(path, 'wx', 0o600) };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const first = mkdirSync(dirname(path), { recursive: true });
    return { file: openSync(path, 'wx', 0o600), ...(first !== undefined && { first }) };
  }
}

/** Loaded where it is asked for only. */
async function openDirectly(path: string, file: number): Promise<FileBytes | undefined> {
  const { openDirectBytes } = await import('./direct-bytes.ts');
  return openDirectBytes(path, file);
}

/** Into the page cache, at once. */
function cachedBytes(file: number): FileBytes {
  let written = 0;
  let asked = 0;
  return {
    async write(bytes) {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(file, bytes, done, Math.min(bytes.length - done, writeSizeMax));
      }
      written += bytes.length;
      if (written - asked < writebackSize) return;
      startWriteback(file, asked, written - asked);
      asked = written;
    },
    async finish() {},
    async close() {},
  };
}

function writerOf(
  { file, bytes }: { file: number; bytes: FileBytes },
  begun: Begun,
  store: { failed(error: unknown, begun: Begun): Promise<unknown>; syncFolders(): Promise<void> },
): BlobWriter {
  const close = async (): Promise<void> => {
    await bytes.close();
    closeSync(file);
  };
  const told = (error: unknown): never => {
    throw toStorageError(error, begun.name);
  };
  return {
    write: (part) => bytes.write(part).catch(told),
    ...(bytes.space && { space: (length) => bytes.space!(length).catch(told) }),
    ...(bytes.filled && { filled: (length) => bytes.filled!(length) }),
    async finish() {
      try {
        await bytes
          .finish()
          .then(() => fdatasync(file))
          .finally(close);
        await publishNew(begun.temporary, begun.path, store.syncFolders);
      } catch (error) {
        throw await store.failed(error, begun);
      }
    },
    async abandon() {
      await close();
      await rm(begun.temporary, { force: true });
    },
  };
}

/** Gives a written file its name, and has that synced. */
type Publish = (temporary: string, path: string, sync: () => Promise<void>) => Promise<void>;

const publishOver: Publish = async (temporary, path, sync) => {
  await rename(temporary, path);
  await sync();
};

/**
 * A hard link fails where the name is taken, which `rename` would not. Where the rest fails, the name goes again: whoever saw it, the next try of
 * the same job not least, would take the blob for durable.
 */
async function publishNew(temporary: string, path: string, sync: () => Promise<void>): Promise<void> {
  await link(temporary, path);
  try {
    await unlink(temporary);
    await sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function writeSynced(path: string, parts: readonly Uint8Array[]): Promise<void> {
  await using file = await open(path, 'wx', 0o600);
  for (const part of parts) await writeWhole(file, part);
  await file.datasync();
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const length = Math.min(bytes.length - written, writeSizeMax);
    written += (await file.write(bytes, written, length)).bytesWritten;
  }
}

async function fills(file: FileHandle, into: Uint8Array, offset: number): Promise<boolean> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await file.read(into, done, into.length - done, offset + done);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  return true;
}

function fillSync(file: number, into: Uint8Array, offset: number, name: string): void {
  let done = 0;
  while (done < into.length) {
    const bytesRead = readSync(file, into, done, into.length - done, offset + done);
    if (bytesRead === 0) throw new StorageError('blob-truncated', { name, offset, length: into.length });
    done += bytesRead;
  }
}

/** Each new folder's name lies in its parent, which therefore is what must be synced. */
async function syncFoldersDownTo(top: string, folder: string): Promise<void> {
  for (let at = dirname(folder); at.length >= top.length; at = dirname(at)) {
    await syncFolder(at);
    if (at === dirname(at)) return;
  }
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/**
 * A folder at once, and sizes without waiting: each takes microseconds, and a turn of the event loop would take ten times as long. Folders as well, for
 * so long as a look may keep the event loop.
 */
async function* filesBelow(
  folder: string,
  prefix: string,
  look = { leftMs: LOOK_AT_ONCE_MS_MAX },
): AsyncGenerator<{ name: string; sizeBytes: number }> {
  for (const entry of look.leftMs > 0 ? entriesNow(folder, prefix, look) : await entriesOf(folder, prefix)) {
    if (entry.name.startsWith('~')) continue;
    const name = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      yield* filesBelow(join(folder, entry.name), `${name}/`, look);
      continue;
    }
    const sizeBytes = sizeOf(join(folder, entry.name), name);
    if (sizeBytes !== undefined) yield { name, sizeBytes };
  }
}

/** None where the folder is not there. */
async function entriesOf(folder: string, prefix: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return noneOf(error, prefix);
  }
}

function entriesNow(folder: string, prefix: string, look: { leftMs: number }): Dirent[] {
  const begunMs = performance.now();
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return noneOf(error, prefix);
  } finally {
    look.leftMs -= performance.now() - begunMs;
  }
}

function noneOf(error: unknown, prefix: string): never[] {
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
  throw toStorageError(error, prefix);
}

async function removeStaleBelow(folder: string, before: number): Promise<number> {
  let removed = 0;
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) removed += await removeStaleBelow(path, before);
      else if (entry.name.startsWith('~') && (await stat(path)).mtimeMs < before) {
        await rm(path, { force: true });
        removed += 1;
      }
    }
    return removed;
  } catch (error) {
    // Its writer has renamed or removed it meanwhile, or there is no such folder.
    if (codeOf(error) === 'ENOENT') return removed;
    throw toStorageError(error, folder);
  }
}

/** Nothing where it was deleted since it was listed. */
function sizeOf(path: string, name: string): number | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size;
  } catch (error) {
    throw toStorageError(error, name);
  }
}

const kinds: Readonly<Record<string, 'blob-missing' | 'blob-exists' | 'disk-full'>> = {
  ENOENT: 'blob-missing',
  ENOTDIR: 'blob-missing',
  EISDIR: 'blob-missing',
  EEXIST: 'blob-exists',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
};

/** What the file system says, in the contract's words; our own errors and bugs as they are. */
export function toStorageError(error: unknown, name: string): unknown {
  const code = codeOf(error);
  if (error instanceof StorageError || code === undefined) return error;
  return new StorageError(kinds[code] ?? 'io', { name, code }, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
