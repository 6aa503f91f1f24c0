import { Buffer } from 'node:buffer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { blobStoreSuite } from '../../src/storage/blobs/blob-store.suite.ts';
import { openS3Blobs, type S3Blobs } from '../../src/storage/blobs/s3/s3-blobs.ts';
import { S3Objects } from '../../src/storage/blobs/s3/s3-objects.ts';
import { parseS3Place, type S3Place } from '../../src/storage/blobs/s3/s3-place.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';
import { hasObjectStore, newBucket, type TestBucket, useCredentials } from './object-store.ts';

describe.runIf(hasObjectStore)('blobs on an S3-compatible store', () => {
  let bucket: TestBucket;
  let restore: () => void;
  let prefixes = 0;
  let blobs: S3Blobs;
  let proxy: FaultyProxy;
  beforeAll(async () => {
    bucket = await newBucket();
    restore = useCredentials(bucket);
    proxy = await openFaultyProxy(bucket.endpoint);
    blobs = openS3Blobs(place());
  });
  afterEach(() => proxy.decide(() => 'pass'));
  afterAll(async () => {
    blobs?.close();
    await proxy?.close();
    restore?.();
  });

  const placeOf = (url: string): S3Place => {
    const parsed = parseS3Place(url);
    if ('fault' in parsed) throw new Error(parsed.fault);
    return parsed.place;
  };
  /** A prefix of its own each time. */
  const place = (more = ''): S3Place => {
    prefixes += 1;
    return placeOf(bucket.url({ prefix: `own/${prefixes}`, through: proxy.url, more }));
  };
  const text = async (name: string): Promise<string> => Buffer.from(await blobs.get(name)).toString();

  blobStoreSuite('S3', () => {
    const own = openS3Blobs(place());
    return { blobs: own, close: () => own.close() };
  });

  blobStoreSuite('S3 without the newer checksums', () => {
    const own = openS3Blobs(place('&checksums=when-required'));
    return { blobs: own, close: () => own.close() };
  });

  test('a list goes on over pages, and has nothing of neighbours or under names that no blob has', async () => {
    const own = place();
    const objects = new S3Objects(own);
    const names = Array.from({ length: 7 }, (_, at) => `packs/${at}`);
    for (const name of [...names, '~owner', 'odd name', 'folder/']) await objects.put(name, Buffer.from(name));
    const beside = new S3Objects({ ...own, prefix: `${own.prefix}-other` });
    await beside.put('packs/9', Buffer.from('x'));
    const listed: string[] = [];
    for await (const { name } of objects.list('', { pageSize: 3 })) listed.push(name);
    expect(listed.sort()).toEqual([...names, '~owner', 'odd name', 'folder/'].sort());
    const store = openS3Blobs(own);
    const seen: string[] = [];
    for await (const { name } of store.list('')) seen.push(name);
    expect(seen.sort()).toEqual(names);
    for (const one of [objects, beside, store]) one.close();
  });

  test('names in folders are listed in parts at once, each name once', async () => {
    const objects = new S3Objects(place());
    const folders = Array.from({ length: 64 }, (_, at) => (at * 4 + 1).toString(16).padStart(2, '0'));
    const names = folders.flatMap((folder) => [`v/packs/${folder}/${folder}0`, `v/packs/${folder}/${folder}1`]);
    await Promise.all([...names, 'v/packs/~odd', 'v/a', 'v/q'].map((name) => objects.put(name, Buffer.from('x'))));
    for (const pageSize of [1, 5, 50, 127, 128, 1_000]) {
      let [running, most] = [0, 0];
      // Few requests meet only where each takes long, however busy the machine is.
      const slowMs = pageSize < 50 ? 40 : 300;
      proxy.decide(() => {
        running += 1;
        most = Math.max(most, running);
        setTimeout(() => {
          running -= 1;
        }, slowMs);
        return { slowMs };
      });
      const listed: string[] = [];
      for await (const { name } of objects.list('v/packs/', { pageSize })) listed.push(name);
      expect(listed.sort()).toEqual([...names, 'v/packs/~odd']);
      expect(most > 1).toBe(pageSize < 100);
    }
    objects.close();
  });

  test('of twenty puts at once exactly one succeeds, and the blob is its', async () => {
    const puts = Array.from({ length: 20 }, (_, at) => blobs.put('many', Buffer.alloc(300_000, at)));
    const ended = await Promise.allSettled(puts);
    const winners = ended.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []));
    expect(winners).toHaveLength(1);
    expect(await blobs.get('many')).toEqual(Buffer.alloc(300_000, winners[0]));
  });

  test.each(['cut-before', 'cut-answer', 'busy', 'unavailable'] as const)(
    'a put that meets %s twice is stored once, and is no conflict with itself',
    async (fault) => {
      proxy.decide(({ method, count }) => (method === 'PUT' && count < 2 ? fault : 'pass'));
      await blobs.put(`faults/${fault}`, Buffer.from(fault));
      expect(await text(`faults/${fault}`)).toBe(fault);
      await expect(blobs.put(`faults/${fault}`, Buffer.from('other'))).rejects.toMatchObject({ kind: 'blob-exists' });
    },
  );

  test.each(['cut-before', 'cut-answer', 'cut-body', 'busy', 'unavailable', { slowMs: 700 }] as const)(
    'a get that meets %j reads all the same, the whole and a part',
    async (fault) => {
      const bytes = Buffer.alloc(400_000, 'abcdefghijklmnopqrstuvwxyz0123456789');
      await blobs.replace('read', bytes);
      proxy.decide(({ count }) => (count < 2 ? fault : 'pass'));
      expect(await blobs.get('read')).toEqual(bytes);
      proxy.decide(({ count }) => (count < 2 ? fault : 'pass'));
      expect(await blobs.get('read', { offset: 1000, length: 200_000 })).toEqual(bytes.subarray(1000, 201_000));
    },
  );

  test('lists and deletes go on as well', async () => {
    await blobs.put('lists/a', Buffer.from('x'));
    const cut = (): void => proxy.decide(({ count }) => (count === 0 ? 'cut-answer' : 'pass'));
    cut();
    const names: string[] = [];
    for await (const { name } of blobs.list('lists/')) names.push(name);
    expect(names).toEqual(['lists/a']);
    cut();
    expect(await blobs.size('lists/a')).toBe(1);
    cut();
    await blobs.delete('lists/a');
    expect(await blobs.size('lists/a')).toBeUndefined();
  });

  test('a store that answers nothing whole is told as such, after a bounded number of tries', async () => {
    proxy.decide(() => 'cut-body');
    await blobs.put('broken', Buffer.alloc(1000));
    await expect(blobs.get('broken')).rejects.toMatchObject({ kind: 'io', facts: { name: 'broken' } });
  });

  test('a store that is not there is told with where it was looked for', async () => {
    const gone = openS3Blobs({ ...place(), endpoint: 'http://127.0.0.1:9' });
    await expect(gone.get('a')).rejects.toMatchObject({ kind: 'io', facts: { name: 'a', code: 'ECONNREFUSED' } });
    gone.close();
  });

  test('who may not is told which right is missing, and nothing of the credentials', async () => {
    const good = process.env['AWS_SECRET_ACCESS_KEY'] ?? '';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'a-secret-that-is-wrong';
    process.env['AWS_SESSION_TOKEN'] = 'a-token-that-is-secret';
    const store = openS3Blobs(place());
    try {
      const refused = await store.put('a', Buffer.from('x')).catch((error: unknown) => error);
      expect(refused).toMatchObject({ kind: 'access-denied', facts: { right: 's3:PutObject', bucket: bucket.bucket } });
      const told = JSON.stringify(refused) + String((refused as Error).stack) + String((refused as Error).cause);
      for (const secret of ['a-secret', 'a-token', bucket.credentials.accessKeyId]) expect(told).not.toContain(secret);
    } finally {
      process.env['AWS_SECRET_ACCESS_KEY'] = good;
      delete process.env['AWS_SESSION_TOKEN'];
      store.close();
    }
  });

  test('a bucket that is not there is told as one', async () => {
    const store = openS3Blobs({ ...place(), bucket: 'crossvault-nowhere' });
    await expect(store.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'bucket-missing' });
    await expect(store.get('a')).rejects.toMatchObject({ kind: 'bucket-missing' });
    store.close();
  });

  test('a full quota is told as a full disk', async () => {
    const small = await newBucket({ bytesMax: 200_000 });
    const back = useCredentials(small);
    const store = openS3Blobs(placeOf(small.url()));
    try {
      const fill = async (): Promise<void> => {
        for (let at = 0; at < 20; at += 1) await store.put(`fill/${at}`, Buffer.alloc(100_000));
      };
      await expect(fill()).rejects.toMatchObject({ kind: 'disk-full' });
    } finally {
      store.close();
      back();
    }
  });
});
