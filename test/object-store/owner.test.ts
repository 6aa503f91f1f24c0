import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeS3 } from '../../src/storage/blobs/s3/probe-s3.ts';
import { S3Objects } from '../../src/storage/blobs/s3/s3-objects.ts';
import { takeOwnership } from '../../src/storage/blobs/s3/s3-owner.ts';
import { parseS3Place } from '../../src/storage/blobs/s3/s3-place.ts';
import type { StorageError } from '../../src/storage/storage-error.ts';
import { type FaultyProxy, openFaultyProxy } from './faulty-proxy.ts';
import { hasObjectStore, newBucket, type TestBucket, useCredentials } from './object-store.ts';

const clock = { now: () => Date.now() };
const timer = {
  after(ms: number, callback: () => void) {
    const waiting = setTimeout(callback, ms);
    return () => clearTimeout(waiting);
  },
};
const ONE = { host: 'one', directory: '/data' };
const OTHER = { host: 'other', directory: '/data' };

describe.runIf(hasObjectStore)('a bucket belongs to one server at a time', () => {
  let bucket: TestBucket;
  let restore: () => void;
  let proxy: FaultyProxy;
  const opened: S3Objects[] = [];
  beforeAll(async () => {
    bucket = await newBucket();
    restore = useCredentials(bucket);
    proxy = await openFaultyProxy(bucket.endpoint);
  });
  afterAll(async () => {
    for (const objects of opened) objects.close();
    await proxy?.close();
    restore?.();
  });

  const objectsOf = (prefix: string, { through }: { through?: string } = {}): S3Objects => {
    const parsed = parseS3Place(bucket.url({ prefix, ...(through !== undefined && { through }) }));
    if ('fault' in parsed) throw new Error(parsed.fault);
    const objects = new S3Objects(parsed.place);
    opened.push(objects);
    return objects;
  };
  const lives = { beatMs: 20, lookMs: 40, silenceMs: 600_000 };
  /** Never says that it lives. */
  const silent = { beatMs: 600_000, lookMs: 20, silenceMs: 200 };

  test('the store has what blobs rely on, and nothing is left of the probe', async () => {
    const objects = objectsOf('probe');
    await probeS3(objects);
    const left: unknown[] = [];
    for await (const found of objects.list('')) left.push(found);
    expect(left).toEqual([]);
  });

  test('a second server is refused while the first lives, and told who that is', async () => {
    const first = await takeOwnership(objectsOf('two'), { name: ONE, clock, timer, times: lives });
    const second = takeOwnership(objectsOf('two'), { name: OTHER, clock, timer, times: lives });
    await expect(second).rejects.toMatchObject({
      kind: 'in-use',
      facts: { place: `s3://${bucket.bucket}/two`, host: 'one', directory: '/data' },
    });
    await first.release();
  });

  test('one that has said good-bye is followed at once', async () => {
    const first = await takeOwnership(objectsOf('bye'), { name: ONE, clock, timer, times: silent });
    await first.release();
    let waits = 0;
    const second = await takeOwnership(objectsOf('bye'), {
      name: OTHER,
      clock,
      timer,
      times: { ...silent, silenceMs: 600_000 },
      onWait: () => {
        waits += 1;
      },
    });
    expect(waits).toBe(0);
    await second.release();
  });

  test('one that died on the same host and directory is followed at once', async () => {
    await takeOwnership(objectsOf('same'), { name: ONE, clock, timer, times: silent });
    const times = { ...silent, silenceMs: 600_000 };
    const second = await takeOwnership(objectsOf('same'), { name: ONE, clock, timer, times });
    await second.release();
  });

  test('one that is silent for long enough is followed, and told where it still lives', async () => {
    const waited: string[] = [];
    let lost: StorageError | undefined;
    let beat = (): void => undefined;
    const asleep = {
      after(_: number, callback: () => void) {
        beat = callback;
        return () => undefined;
      },
    };
    const first = await takeOwnership(objectsOf('silent'), {
      name: ONE,
      clock,
      timer: asleep,
      times: silent,
      onLost: (error) => {
        lost = error;
      },
    });
    const second = await takeOwnership(objectsOf('silent'), {
      name: OTHER,
      clock,
      timer,
      times: silent,
      onWait: ({ host }) => waited.push(host),
    });
    expect(waited).toEqual(['one']);
    beat();
    await expect.poll(() => lost?.facts).toMatchObject({ host: 'other' });
    await first.release();
    const third = takeOwnership(objectsOf('silent'), { name: ONE, clock, timer, times: { ...lives, silenceMs: 300 } });
    await second.release();
    await (await third).release();
  });

  test('of twenty that come at once one succeeds', async () => {
    const tries = Array.from({ length: 20 }, (_, at) =>
      takeOwnership(objectsOf('crowd'), { name: { host: `h${at}`, directory: '/' }, clock, timer, times: lives }),
    );
    const ended = await Promise.allSettled(tries);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of ended) if (one.status === 'fulfilled') await one.value.release();
  });

  test('a beat whose answer is lost costs nobody the place', async () => {
    let lost: StorageError | undefined;
    const owner = await takeOwnership(objectsOf('beats', { through: proxy.url }), {
      name: ONE,
      clock,
      timer,
      times: lives,
      onLost: (error) => {
        lost = error;
      },
    });
    const before = proxy.requests.length;
    proxy.decide(({ method, count }) => (method === 'PUT' && count % 3 === 0 ? 'cut-answer' : 'pass'));
    await expect.poll(() => proxy.requests.length - before).toBeGreaterThan(25);
    proxy.decide(() => 'pass');
    expect(lost).toBeUndefined();
    await owner.release();
  });
});
