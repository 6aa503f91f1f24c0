import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { arrivedFiles, type Gathered, gatheredFile, PackedPaths, packGathered, pathsOf } from './gathered-files.ts';
import type { CutPiece, FileIdentity } from './lane-protocol.ts';

const ref = { hash: Buffer.alloc(32, 7), plainLength: 100, sealedLength: 116 };
const chunk: CutPiece = { ...ref, offset: 0, length: 100 };
const identity: FileIdentity = {
  sizeBytes: 40,
  mtimeNs: -5n,
  ctimeNs: 1_700_000_000_000_000_001n,
  inode: 2n ** 64n - 2n,
};
const settled = { identity, isSparse: false, isSettled: true, isFresh: false };

function crossed(...gathered: Gathered[]) {
  const arrived = arrivedFiles(structuredClone(packGathered(gathered, chunk)));
  return gathered.map((_, number) => gatheredFile(arrived, number));
}

test('files come back with their looks and their places in the chunk', () => {
  const fresh = { ...settled, isSparse: true, isFresh: true };
  const files = crossed({ file: settled, offset: 0, length: 40 }, { file: fresh, offset: 40, length: 40 });
  expect(files).toEqual([
    { ...settled, pieces: [{ chunk: ref, offset: 0, length: 40 }] },
    { ...fresh, pieces: [{ chunk: ref, offset: 40, length: 40 }] },
  ]);
  expect(files[0]!.pieces![0]!.chunk).toBe(files[1]!.pieces![0]!.chunk);
});

test('zeros are a hole, and an empty file has no piece', () => {
  const empty = { ...settled, identity: { ...identity, sizeBytes: 0 } };
  const [zeros, nothing] = crossed({ file: settled, offset: 0, length: 0 }, { file: empty, offset: 0, length: 0 });
  expect(zeros?.pieces).toEqual([{ offset: 0, length: 40 }]);
  expect(nothing?.pieces).toEqual([]);
});

test('what there is more to say of a file comes back as it was said', () => {
  const trouble = { kind: 'vanished', detail: 'it was gone before it could be read' } as const;
  const gone = { isSparse: false, isSettled: false, trouble };
  const outgrown = { ...settled, isSettled: false, hasOutgrown: true };
  const changed = { ...settled, isSettled: false, trouble: { kind: 'changed', detail: 'twice' } } as const;
  const files = crossed(
    { file: gone, offset: 0, length: 0 },
    { file: outgrown, offset: 0, length: 0 },
    { file: changed, offset: 60, length: 40 },
  );
  expect(files.slice(0, 2)).toEqual([gone, outgrown]);
  expect(files[2]).toMatchObject({ ...changed, pieces: [{ offset: 60, length: 40 }] });
});

test('paths are the same bytes on the other side', () => {
  const packed = new PackedPaths();
  const paths = [Buffer.from('/a'), Buffer.from([0x2f, 0xff, 0xfe]), Buffer.from('/a/b c')];
  // Far more than there is room for at first, and again after they were taken.
  const many = Array.from({ length: 1000 }, (_, number) => Buffer.from(`/${'long/'.repeat(20)}${number}`));
  for (const some of [paths, many, paths]) {
    for (const path of some) packed.add(path);
    expect(packed.count).toBe(some.length);
    expect([...pathsOf(packed.take())].map((path) => Buffer.from(path))).toEqual(some);
    expect(packed.count).toBe(0);
  }
});
