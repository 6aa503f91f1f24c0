import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { type Gathered, gatheredFile, hole, packGathered, packPaths, pathsOf } from './gathered-files.ts';
import type { CutPiece, FileIdentity } from './lane-protocol.ts';

const chunk: CutPiece = { hash: Buffer.alloc(32, 7), plainLength: 100, sealedLength: 116, offset: 0, length: 100 };
const identity: FileIdentity = {
  sizeBytes: 40,
  mtimeNs: -5n,
  ctimeNs: 1_700_000_000_000_000_001n,
  inode: 2n ** 64n - 2n,
};
const settled = { identity, isSparse: false, isSettled: true, isFresh: false };

function crossed(...gathered: Gathered[]) {
  const packed = structuredClone(packGathered(gathered, chunk));
  return gathered.map((_, number) => gatheredFile(packed, number));
}

test('files come back with their looks and their places in the chunk', () => {
  const fresh = { ...settled, isSparse: true, isFresh: true };
  const files = crossed({ file: settled, offset: 0, length: 40 }, { file: fresh, offset: 40, length: 40 });
  expect(files).toEqual([
    { ...settled, pieces: [{ ...chunk, hash: Uint8Array.from(chunk.hash!), offset: 0, length: 40 }] },
    { ...fresh, pieces: [{ ...chunk, hash: Uint8Array.from(chunk.hash!), offset: 40, length: 40 }] },
  ]);
});

test('zeros are a hole, and an empty file has no piece', () => {
  const empty = { ...settled, identity: { ...identity, sizeBytes: 0 } };
  const [zeros, nothing] = crossed({ file: settled, offset: 0, length: 0 }, { file: empty, offset: 0, length: 0 });
  expect(zeros?.pieces).toEqual([hole(40)]);
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
  const paths = [Buffer.from('/a'), Buffer.from([0x2f, 0xff, 0xfe]), Buffer.from('/a/b c')];
  expect([...pathsOf(packPaths(paths))].map((path) => Buffer.from(path))).toEqual(paths);
});
