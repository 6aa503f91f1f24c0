import { Buffer } from 'node:buffer';
import { beforeEach, expect, test } from 'vitest';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobsMark } from '../storage/records/blobs-mark.ts';
import { beginRecovering, keepLastBook, putBookMark } from '../storage/records/book-mark.ts';
import type { Records } from '../storage/records/records.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { adoptBlobs, type Claim, claimBlobs, claimForRecovery, emptyBlobs, markAgain } from './claim-blobs.ts';
import { systemRandom } from './clocks.ts';

const BOOK = `book/${'7'.padStart(12, '0')}`;
let records: Records;
let disk: BlobStore;
beforeEach(async () => {
  records = await openSqlite(':memory:');
  disk = openMemoryBlobs();
  return () => records.close();
});

const onDisk = (): Claim => claim(disk, undefined);
const claim = (blobs: BlobStore, place: string | undefined): Claim => ({
  records,
  blobs,
  place,
  diskBlobs: disk,
  directory: '/data',
  random: systemRandom,
});
/** All blobs as they are, into a new store. */
async function moved(from: BlobStore): Promise<BlobStore> {
  const to = openMemoryBlobs();
  for await (const { name } of from.list('')) await to.put(name, await from.get(name));
  return to;
}
const placeOnRecord = async (): Promise<string | undefined> => (await records.read(blobsMark))?.place;

test('new records take an empty bucket, and know it again', async () => {
  const bucket = openMemoryBlobs();
  await claimBlobs(claim(bucket, 's3://one'));
  expect(await placeOnRecord()).toBe('s3://one');
  await claimBlobs(claim(bucket, 's3://one'));
  await claimForRecovery(claim(bucket, 's3://one'));
});

test('a bucket that was moved as it is is known by its mark, back on disk too', async () => {
  const bucket = openMemoryBlobs();
  await claimBlobs(claim(bucket, 's3://one'));
  await claimBlobs(claim(await moved(bucket), 's3://two/prefix'));
  expect(await placeOnRecord()).toBe('s3://two/prefix');
  await claimBlobs(claim(await moved(bucket), undefined));
});

test('records whose vaults are in a bucket start neither without it nor with another', async () => {
  const bucket = openMemoryBlobs();
  await claimBlobs(claim(bucket, 's3://one'));
  const elsewhere = { kind: 'blobs-elsewhere', facts: { where: 's3://one' } };
  await expect(claimBlobs(onDisk())).rejects.toMatchObject(elsewhere);
  await expect(claimBlobs(claim(openMemoryBlobs(), 's3://two'))).rejects.toMatchObject(elsewhere);
  await expect(claimForRecovery(claim(openMemoryBlobs(), 's3://two'))).rejects.toMatchObject(elsewhere);
});

test('vaults of a data directory that were copied into a bucket are known by their book, and by nothing less', async () => {
  await claimBlobs(onDisk());
  await disk.put(BOOK, Buffer.from('sealed'));
  await records.write((db) => keepLastBook(db, 7));
  const elsewhere = { kind: 'blobs-elsewhere', facts: { where: 'blobs' } };
  await expect(claimBlobs(claim(openMemoryBlobs(), 's3://one'))).rejects.toMatchObject(elsewhere);
  const bucket = await moved(disk);
  await claimBlobs(claim(bucket, 's3://one'));
  expect(await placeOnRecord()).toBe('s3://one');
  await expect(claimBlobs(onDisk())).rejects.toMatchObject({ kind: 'blobs-elsewhere' });
});

test('new records do not take a bucket that others have used, and a recovery does', async () => {
  const bucket = openMemoryBlobs();
  await bucket.put(BOOK, Buffer.from('sealed'));
  await expect(claimBlobs(claim(bucket, 's3://one'))).rejects.toMatchObject({ kind: 'records-lost' });
  await claimForRecovery(claim(bucket, 's3://one'));
  await records.write(async (db) => {
    await putBookMark(db);
    await beginRecovering(db);
  });
  await expect(claimBlobs(claim(bucket, 's3://one'))).rejects.toMatchObject({ kind: 'records-lost' });
  // One that was broken off goes on.
  await claimForRecovery(claim(bucket, 's3://one'));
  await adoptBlobs(claim(bucket, 's3://one'));
  expect(await placeOnRecord()).toBe('s3://one');
});

test('a bucket that is emptied stays its records’ own', async () => {
  const bucket = openMemoryBlobs();
  await claimBlobs(claim(bucket, 's3://one'));
  for (let at = 0; at < 40; at += 1) await bucket.put(`eu-west-1/domain/packs/${at}`, Buffer.from('x'));
  await emptyBlobs(bucket);
  await markAgain({ records, blobs: bucket });
  const left: string[] = [];
  for await (const { name } of bucket.list('')) left.push(name);
  expect(left).toEqual(['installation']);
  await claimBlobs(claim(bucket, 's3://one'));
});

test('a data directory of its own needs no mark', async () => {
  await claimBlobs(onDisk());
  await claimBlobs(onDisk());
  expect(await records.read(blobsMark)).toBeUndefined();
});
