import { Buffer } from 'node:buffer';
import { closeSync, constants, lstatSync, openSync, type Stats, statSync } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Nature } from '../model/resource-type.ts';
import { JoinedByKey } from '../util/joined.ts';
import { printablePath } from './path-bytes.ts';
import { ResourceError } from './resource-error.ts';
import { parseSource } from './source.ts';
import { requireSystemErrorCode, systemErrorCode } from './system-error.ts';

type Root = string | Uint8Array;

export interface InspectedSource {
  readonly nature: Nature;
  /** Absolute, without symbolic links. */
  readonly path: Buffer;
}

/**
 * Looks at what a source names: that it is there, that this process may read it, and that its real path lies in one of the operator's
 * allowed roots (or is one) and in no closed directory. An empty list allows nothing; `/` allows everything. Throws ResourceError
 * `source-invalid`, `source-missing`, `source-unreadable`, `source-not-allowed` or `nature-unknown`.
 */
export async function inspectSource(
  source: string,
  allowedRoots: readonly Root[],
  closed: readonly Root[] = [],
): Promise<InspectedSource> {
  const named = Buffer.from(parseSource(source));
  try {
    const real = await realpath(named, { encoding: 'buffer' });
    // Before anything is told of it, so that a refusal does not say what lies outside.
    await requireAllowed(real, allowedRoots);
    await requireOpen(real, closed);
    // At once: the file system has just answered, and each call to the pool of threads costs more than what it does.
    const nature = natureOf(real, statSync(real));
    requireReadable(real, nature);
    return { nature, path: real };
  } catch (error) {
    throw toResourceError(named, error);
  }
}

/**
 * The place of a restore: it does not exist, or is an empty directory, and its real path lies below an allowed root and in no closed
 * directory. Where steps on the way are missing too, the last one that exists decides. Throws as `inspectSource`, and `target-taken`.
 */
export async function inspectTarget(
  target: string,
  allowedRoots: readonly Root[],
  closed: readonly Root[] = [],
): Promise<{ readonly path: Uint8Array }> {
  const named = Buffer.from(parseSource(target));
  try {
    const real = await realPlace(named);
    await requireAllowed(real, allowedRoots);
    await requireOpen(real, closed);
    await requireFree(real);
    return { path: real };
  } catch (error) {
    throw toResourceError(named, error);
  }
}

async function requireAllowed(place: Buffer, allowedRoots: readonly Root[]): Promise<void> {
  if ((await realRoots(allowedRoots)).some((root) => isWithin(place, root))) return;
  const roots = allowedRoots.map((root) => printablePath(Buffer.from(root))).join(', ') || 'none';
  throw new ResourceError(
    'source-not-allowed',
    `${printablePath(place)} lies outside the directories that the operator allowed: ${roots}`,
  );
}

async function requireOpen(place: Buffer, closed: readonly Root[]): Promise<void> {
  if (!(await realRoots(closed)).some((directory) => isWithin(place, directory))) return;
  throw new ResourceError('source-not-allowed', `${printablePath(place)} belongs to the server itself`);
}

/** Sources that are opened at the same moment look at the operator's roots once, after each of them has asked. */
const rootLooks = new JoinedByKey<readonly Buffer[]>(nextTurn);

/** A root that does not exist allows nothing but itself. */
async function realRoots(roots: readonly Root[]): Promise<readonly Buffer[]> {
  if (roots.length === 0) return [];
  const places = roots.map((root) => Buffer.from(typeof root === 'string' ? path.resolve(root) : root));
  const key = places.map((place) => place.toString('latin1')).join('\0');
  return await rootLooks.run(key, () => Promise.all(places.map(realPlace)));
}

function isWithin(place: Buffer, root: Buffer): boolean {
  if (root.equals(Buffer.from('/'))) return true;
  return place.equals(root) || place.subarray(0, root.length + 1).equals(Buffer.concat([root, Buffer.from('/')]));
}

/** The real path of a name that may not be there yet. A dangling symbolic link is there, and no place for anything. */
async function realPlace(place: Buffer): Promise<Buffer> {
  try {
    return await realpath(place, { encoding: 'buffer' });
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT' || (await isLink(place))) throw error;
    const slash = place.lastIndexOf('/');
    const parent = await realPlace(place.subarray(0, Math.max(slash, 1)));
    return Buffer.concat([parent.equals(Buffer.from('/')) ? Buffer.alloc(0) : parent, place.subarray(slash)]);
  }
}

async function isLink(place: Buffer): Promise<boolean> {
  try {
    return (await lstat(place)).isSymbolicLink();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Tries it, since access(2) asks for another user than the one who will read. Searching a directory is a right of its own. */
function requireReadable(place: Buffer, nature: Nature): void {
  closeSync(openSync(place, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  if (nature === 'directory') lstatSync(Buffer.concat([place, Buffer.from('/.')]));
}

function natureOf(place: Buffer, stats: Stats): Nature {
  if (stats.isDirectory()) return 'directory';
  if (stats.isFile() || stats.isBlockDevice()) return 'disk-image';
  throw new ResourceError('nature-unknown', `${printablePath(place)} is neither a directory nor a disk image`);
}

async function requireFree(place: Buffer): Promise<void> {
  try {
    if ((await readdir(place)).length === 0) return;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    if (systemErrorCode(error) !== 'ENOTDIR') throw error;
  }
  throw new ResourceError('target-taken', `${printablePath(place)} exists already and is no empty directory`);
}

function toResourceError(place: Buffer, error: unknown): ResourceError {
  if (error instanceof ResourceError) return error;
  const code = requireSystemErrorCode(error);
  const kind = code === 'ENOENT' || code === 'ENOTDIR' ? 'source-missing' : 'source-unreadable';
  return new ResourceError(kind, `${printablePath(place)}: ${code}`, { cause: error });
}
