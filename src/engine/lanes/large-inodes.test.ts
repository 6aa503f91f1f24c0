import { Buffer } from 'node:buffer';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { readEntry } from '../../resources/read-entry.ts';
import { scratch } from '../../resources/scratch.testkit.ts';
import { look } from './open-file.ts';

// As node:fs tells an inode of the upper half; file systems that number so (mergerfs) need FUSE.
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const upper = (stats: object): object => Object.assign(stats, { ino: -5n });
  return {
    ...fs,
    fstatSync: (descriptor: number) => upper(fs.fstatSync(descriptor, { bigint: true })),
    lstatSync: (place: Buffer) => upper(fs.lstatSync(place, { bigint: true })),
  };
});

test('a file whose inode is above 2^63 is the same listed and opened', () => {
  const file = path.join(scratch(), 'f');
  writeFileSync(file, 'x');
  const descriptor = openSync(file, 'r');
  const { inode } = look(descriptor).identity;
  closeSync(descriptor);
  expect(inode).toBe(2n ** 64n - 5n);
  expect(readEntry(Buffer.from(file), Buffer.from('f'))?.inode).toBe(inode);
});
