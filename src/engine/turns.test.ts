import { Buffer } from 'node:buffer';
import { linkSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { scratch } from '../resources/scratch.testkit.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../storage/blobs/disk-blobs.ts';
import { machineClock, noise, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { madePerTurnMax, nodeBytesPerTurnMax } from './limits.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());

/** How often others that work on this thread had their turn meanwhile. */
async function turnsOf(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function count() {
    turns += 1;
    next = setImmediate(count);
  });
  await work;
  clearImmediate(next);
  return turns;
}

async function backUp(source: string, domain = testDomain()): Promise<Domain> {
  await engine.backup({ domain, resource: await openDirectoryReader(source), manifestId: 'm1', about: {} });
  return domain;
}

test('others have their turn while a restore makes directories and links', async () => {
  const source = scratch();
  writeFileSync(join(source, 'file'), 'x');
  for (let number = 0; number < 1_000; number += 1) {
    mkdirSync(join(source, `d${number}`));
    linkSync(join(source, 'file'), join(source, `d${number}/again`));
  }
  const domain = await backUp(source);
  const restore = (target: string): Promise<unknown> =>
    engine.restore({ domain, manifestId: 'm1', target: { nature: 'directory', root: Buffer.from(target) } });
  // The first one loads modules, and others have their turn all the while.
  await restore(join(scratch(), 'first'));
  const target = join(scratch(), 'target');
  expect(await turnsOf(restore(target))).toBeGreaterThan(3_000 / madePerTurnMax);
  expect(statSync(join(target, 'd999/again')).nlink).toBe(1_001);
});

test('others have their turn while a tree is walked', async () => {
  const source = scratch();
  const names = noise('names', 6_000 * 120).toString('hex');
  for (let start = 0; start < names.length; start += 240)
    writeFileSync(join(source, names.slice(start, start + 240)), '');
  const disk = openDiskBlobs(scratch());
  const read = { inAll: 0, inTurn: 0, most: 0 };
  const blobs: BlobStore = {
    ...disk,
    readInto(name, offset, target) {
      disk.readInto!(name, offset, target);
      read.inAll += target.length;
      read.inTurn += target.length;
      read.most = Math.max(read.most, read.inTurn);
    },
  };
  const domain = await backUp(source, testDomain('disk', blobs));
  let next = setImmediate(function turn() {
    read.inTurn = 0;
    next = setImmediate(turn);
  });
  await engine.prune({ domain, keep: async () => new Set(['m1']), now: Date.now(), graceMs: 0 });
  clearImmediate(next);
  expect(read.inAll).toBeGreaterThan(2 * nodeBytesPerTurnMax);
  expect(read.most).toBeLessThan(1.5 * nodeBytesPerTurnMax);
});
