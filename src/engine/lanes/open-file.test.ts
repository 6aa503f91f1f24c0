import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tickLeftMs, withFile } from './open-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossvault-open-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');
const ctimeNs = 1_700_000_000_123_456_789n;
const left = (ctime: bigint, ageNs: bigint) =>
  tickLeftMs({ sizeBytes: 1, mtimeNs: ctime, ctimeNs: ctime, inode: 1n }, { nowNs: () => ctime + ageNs });

test('what changed within the last 20 ms has the rest of them left', () => {
  expect(left(ctimeNs, 0n)).toBe(20);
  expect(left(ctimeNs, 12_500_000n)).toBe(8);
  expect(left(ctimeNs, 20_000_000n)).toBe(0);
  expect(left(ctimeNs, 3_600_000_000_000n)).toBe(0);
});

test('nobody waits for a clock of whole seconds, nor for times to come', () => {
  expect(left(1_700_000_000_000_000_000n, 1_000_000n)).toBe(0);
  expect(left(ctimeNs, -3_600_000_000_000n)).toBe(0);
});

test('a file that changed a moment ago is restless until that moment has passed', async () => {
  writeFileSync(path, 'bytes');
  utimesSync(path, 1, 1);
  const { ctimeNs: changed } = statSync(path, { bigint: true });
  const isRestless = (nowNs: () => bigint) =>
    withFile(Buffer.from(path), { nowNs }, (file) => Promise.resolve(file.isRestless));
  expect(await isRestless(() => changed + 1_000_000n)).toBe(true);
  expect(await isRestless(() => changed + 21_000_000n)).toBe(false);
  const begun = process.hrtime.bigint();
  expect(await isRestless(() => changed + (process.hrtime.bigint() - begun))).toBe(false);
});
