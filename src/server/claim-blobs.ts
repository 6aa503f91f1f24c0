import { Buffer } from 'node:buffer';
import { hasBook, isBookNewer, newestBook } from '../jobs/book.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { blobsMark, putBlobsMark } from '../storage/records/blobs-mark.ts';
import { hasBookMark, isRecovering, putBookMark } from '../storage/records/book-mark.ts';
import type { Records } from '../storage/records/records.ts';
import { StorageError } from '../storage/storage-error.ts';
import { type Random, randomHex } from '../util/random.ts';

/** A blob that says whose records the others belong to. */
const MARK = 'installation';

export interface Claim {
  readonly records: Records;
  readonly blobs: BlobStore;
  /** Where the blobs are; nothing for the data directory itself. */
  readonly place: string | undefined;
  /** The data directory's own blobs, which may have been moved to `place`. */
  readonly diskBlobs: BlobStore;
  readonly directory: string;
  readonly random: Random;
}

/**
 * Makes sure that records and vaults belong to each other. Throws StorageError `records-lost` or `records-older` where others than these records belong to the
 * vaults: they would be overwritten, and the keys with them; and `blobs-elsewhere` where the vaults of these records lie in another store: every
 * recovery point would seem lost.
 */
export async function claimBlobs(claim: Claim): Promise<void> {
  const { records, blobs, directory } = claim;
  // One that was broken off has not looked at all vaults yet.
  if (await records.read(isRecovering)) throw new StorageError('records-lost', { directory });
  if (!(await records.read(hasBookMark))) {
    if (await hasBook(blobs)) throw new StorageError('records-lost', { directory });
    await adoptBlobs(claim);
    await records.write(putBookMark);
    return;
  }
  await requireOwnBlobs(claim);
  if (await isBookNewer({ records, blobs })) throw new StorageError('records-older', { directory });
}

/** What a recovery may begin on: records that are lost, that it had begun to make anew, or that belong to these blobs. Throws `blobs-elsewhere`. */
export async function claimForRecovery(claim: Claim): Promise<void> {
  const isBegun = await claim.records.read(isRecovering);
  if (!isBegun && (await claim.records.read(hasBookMark))) await requireOwnBlobs(claim);
}

/** Puts on record that these are the records' blobs: for new records, and for those that have just been made from them. */
export async function adoptBlobs({
  records,
  blobs,
  place,
  random,
}: Pick<Claim, 'records' | 'blobs' | 'place' | 'random'>): Promise<void> {
  const known = await readMark(blobs);
  if (place === undefined && known === undefined) return;
  const id = known ?? randomHex(random, 32);
  if (known === undefined) await blobs.put(MARK, Buffer.from(id));
  await records.write((db) => putBlobsMark(db, { id, place: place ?? 'blobs' }));
}

/** Moved as they are, blobs are known again by their mark, and those that had none by their book. */
async function requireOwnBlobs(claim: Claim): Promise<void> {
  const { records, blobs, place, diskBlobs, directory } = claim;
  const own = await records.read(blobsMark);
  const found = await readMark(blobs);
  if (own?.id === found && (found !== undefined || place === undefined)) {
    if (own !== undefined && place !== undefined && own.place !== place) await adoptBlobs(claim);
    return;
  }
  if (own !== undefined || !(await haveSameBook(blobs, diskBlobs)))
    throw new StorageError('blobs-elsewhere', { directory, where: own?.place ?? 'blobs' });
  await adoptBlobs(claim);
}

async function haveSameBook(one: BlobStore, other: BlobStore): Promise<boolean> {
  const number = await newestBook(one);
  return number > 0 && number === (await newestBook(other));
}

async function readMark(blobs: BlobStore): Promise<string | undefined> {
  try {
    return Buffer.from(await blobs.get(MARK)).toString();
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'blob-missing') return undefined;
    throw error;
  }
}

/** Puts the mark back into a store that has been emptied. */
export async function markAgain({ records, blobs }: Pick<Claim, 'records' | 'blobs'>): Promise<void> {
  const own = await records.read(blobsMark);
  if (own !== undefined && (await readMark(blobs)) === undefined) await blobs.put(MARK, Buffer.from(own.id));
}

/** Removes all blobs. For stores that have no quicker way. */
export async function emptyBlobs(blobs: BlobStore): Promise<void> {
  const doing = new Set<Promise<void>>();
  for await (const { name } of blobs.list('')) {
    const one = blobs.delete(name).finally(() => doing.delete(one));
    doing.add(one);
    if (doing.size >= DELETES_AT_ONCE) await Promise.race(doing);
  }
  await Promise.all(doing);
}

/** Below the connections of a bucket. */
const DELETES_AT_ONCE = 16;
