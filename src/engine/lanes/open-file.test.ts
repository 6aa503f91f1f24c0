import { mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tickLeftMs, withFile, withRestedFile } from './open-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'crossvault-open-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'file');
const ctimeNs = 1_700_000_000_123_456_789n;
const left = (ctime: bigint, ageNs: bigint) =>
  tickLeftMs({ sizeBytes: 1, mtimeNs: ctime, ctimeNs: ctime, inode: 1n }, ctime + ageNs);

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

test('a file that must be given a moment is not read at once, and any other is', () => {
  writeFileSync(path, 'bytes');
  const { ctimeNs: changed } = statSync(path, { bigint: true });
  const sizeAt = (ageNs: bigint) =>
    withRestedFile(Buffer.from(path), { nowNs: () => changed + ageNs }, ({ identity }) => identity.sizeBytes);
  expect(sizeAt(1_000_000n)).toBeUndefined();
  expect(sizeAt(21_000_000n)).toBe(5);
});

test('a file that is not there, or no longer a file, is a trouble either way', async () => {
  const place = join(folder, 'link');
  symlinkSync('file', place);
  const troubles = async (name: string) => {
    const [file, job] = [Buffer.from(join(folder, name)), { nowNs: () => 0n }];
    return [withRestedFile(file, job, () => 'read'), await withFile(file, job, async () => 'read')];
  };
  const vanished = { trouble: { kind: 'vanished', detail: 'it was gone before it could be read' } };
  const changed = { trouble: { kind: 'changed', detail: 'it is no longer a file' } };
  expect(await troubles('none')).toEqual([vanished, vanished]);
  expect(await troubles('link')).toEqual([changed, changed]);
});
