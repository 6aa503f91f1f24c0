import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import type { EntryPath } from '../../resources/resource.ts';
import { type FileToRestore, filesOf, packFiles } from './files-to-restore.ts';

const path = (...names: string[]): EntryPath => names.map((name) => Buffer.from(name));
const metadata = { mode: 0o4755, uid: 2 ** 32, gid: 7, mtimeNs: -5n, xattrs: [] };

function fileOf(part: Partial<FileToRestore>): FileToRestore {
  return { directory: [], name: Buffer.from('a'), metadata, sizeBytes: 0, isSparse: false, pieces: [], ...part };
}

function crossed(...files: FileToRestore[]): FileToRestore[] {
  return [...filesOf(structuredClone(packFiles(files)))];
}

test('files come back as they were, whatever their names', () => {
  const xattrs = [{ name: Buffer.from('user.empty'), value: Buffer.alloc(0) }];
  const pieces = [
    { record: 2 ** 31, chunkOffset: 5, length: 7, fileOffset: 0 },
    { record: 3, chunkOffset: 0, length: 4_194_304, fileOffset: 9 },
  ];
  const files = [
    fileOf({ name: Buffer.from([0xff, 0, 0x2f]), metadata: { ...metadata, xattrs }, sizeBytes: 2 ** 40 }),
    fileOf({ directory: path('d', ''), isSparse: true, pieces }),
    fileOf({ directory: path('d'), name: Buffer.alloc(0) }),
  ];
  expect(crossed(...files)).toEqual(files);
});

test('files of one directory that follow one another have the same array for it', () => {
  const [one, other] = [path('d', 'e'), path('d', 'f')];
  const [first, second, third] = crossed(
    fileOf({ directory: one }),
    fileOf({ directory: one, name: Buffer.from('b') }),
    fileOf({ directory: other }),
  );
  expect(first!.directory).toEqual(one);
  expect(second!.directory).toBe(first!.directory);
  expect(third!.directory).toEqual(other);
});
