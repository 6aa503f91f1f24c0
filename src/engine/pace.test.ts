import { Buffer } from 'node:buffer';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { openDiskBlobs } from '../storage/blobs/disk-blobs.ts';
import { machineClock, noise, testDomain } from './engine.testkit.ts';
import { chunkSizeMax, limitedCutSize } from './limits.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ clock: machineClock, threads: 0 });
const scratch = mkdtempSync(join(tmpdir(), 'crossvault-pace-'));
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

function counter() {
  const calls: number[] = [];
  return {
    calls,
    pace: { isLimited: () => false, spend: async (bytes: number) => void calls.push(bytes) },
    sum: () => calls.reduce((sum, one) => sum + one, 0),
  };
}

test('each kind of work tells its pace what it has moved before it goes on', async () => {
  const root = join(scratch, 'source');
  mkdirSync(root);
  for (let file = 0; file < 8; file += 1) writeFileSync(join(root, `${file}`), noise(`${file}`, 9_000_000));
  const [one, other] = [testDomain('one'), testDomain('other')];
  const [backup, copy, verify, restore] = [counter(), counter(), counter(), counter()];
  const ids = { sourceManifestId: 'm1', destinationManifestId: 'm1' };
  const resource = await openDirectoryReader(root);
  await engine.backup({ domain: one, resource, manifestId: 'm1', about: {}, pace: backup.pace });
  await engine.copy({ source: one, destination: other, ...ids, about: {}, pace: copy.pace });
  await engine.verify({ domain: other, manifestId: 'm1', pace: verify.pace });
  const target = { nature: 'directory', root: Buffer.from(join(scratch, 'restored')) } as const;
  await engine.restore({ domain: other, manifestId: 'm1', target, pace: restore.pace });
  for (const { calls, sum } of [backup, copy, verify, restore]) {
    expect(calls.length).toBeGreaterThanOrEqual(8);
    // What the last tasks move, nobody needs to wait for.
    expect(sum()).toBeGreaterThan(72_000_000 - 40_000_000);
    expect(sum()).toBeLessThanOrEqual(73_000_000);
  }
});

test.each([0, 1])(
  'a large file is cut in small tasks under a rate, and as it is without one (%i threads)',
  async (threads) => {
    const other = openEngine({ clock: machineClock, threads });
    const root = join(scratch, `large-${threads}`);
    mkdirSync(root);
    writeFileSync(join(root, 'file'), noise('large', 150_000_000));
    truncateSync(join(root, 'file'), 170_000_000);
    appendFileSync(join(root, 'file'), noise('more', 30_000_000));
    const domain = testDomain(`large-${threads}`, openDiskBlobs(join(scratch, `blobs-${threads}`)));
    const resource = await openDirectoryReader(root);
    const calls: number[] = [];
    const pace = { isLimited: () => true, spend: async (bytes: number) => void calls.push(bytes) };
    await other.backup({ domain, resource, manifestId: 'm1', about: {}, pace });
    expect(Math.max(...calls)).toBeLessThanOrEqual(limitedCutSize + chunkSizeMax);
    expect((await other.verify({ domain, manifestId: 'm1' })).illnesses).toEqual([]);
    const free = await other.backup({ domain, resource, manifestId: 'm2', about: {} });
    expect(free.storedBytes).toBeLessThan(100_000);
    const target = { nature: 'directory', root: Buffer.from(join(scratch, `back-${threads}`)) } as const;
    await other.restore({ domain, manifestId: 'm1', target });
    expect((await compareTrees(root, target.root.toString())).differences).toEqual([]);
    await other.close();
  },
);

test('a pace that fails ends the job', async () => {
  const domain = testDomain();
  const resource = await openDirectoryReader(join(scratch, 'source'));
  const pace = { isLimited: () => false, spend: async () => Promise.reject(new Error('enough')) };
  await expect(engine.backup({ domain, resource, manifestId: 'm1', about: {}, pace })).rejects.toThrow('enough');
});

test('while a job is held to a rate it is ahead of it by one task at most', async () => {
  const domain = testDomain();
  const resource = await openDirectoryReader(join(scratch, 'source'));
  const calls: number[] = [];
  const pace = { isLimited: () => true, spend: async (bytes: number) => void calls.push(bytes) };
  await engine.backup({ domain, resource, manifestId: 'm1', about: {}, pace });
  expect(Math.max(...calls)).toBe(9_000_000);
  expect(calls.reduce((sum, one) => sum + one, 0)).toBe(7 * 9_000_000);
});
