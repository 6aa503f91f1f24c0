import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChunkRef } from '../tree/node.ts';
import { type FileOutcome, LinkedFiles } from './linked-files.ts';

const chunks: readonly ChunkRef[] = [1, 2, 3].map((byte) => ({
  hash: Buffer.alloc(32, byte),
  plainLength: 1_000_000 + byte,
  sealedLength: 500_000 + byte,
}));

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const size = fc.maxSafeNat();
const piece = fc.record(
  { length: size, offset: fc.nat(0xffffffff), chunk: fc.constantFrom(...chunks) },
  { requiredKeys: ['length', 'offset'] },
);
const outcome: fc.Arbitrary<FileOutcome | undefined> = fc.option(
  fc.record(
    {
      content: fc.record({ pieces: fc.array(piece, { maxLength: 3 }) }),
      sizeBytes: size,
      isSparse: fc.boolean(),
      isSettled: fc.boolean(),
      identity: fc.record({
        sizeBytes: size,
        mtimeNs: int64,
        ctimeNs: int64,
        inode: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
      }),
    },
    { requiredKeys: ['content', 'sizeBytes', 'isSparse', 'isSettled'] },
  ),
  { nil: undefined },
);

test('each file is found again as it became, under way and later', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(outcome, { maxLength: 40 }), async (files) => {
      const linked = new LinkedFiles();
      for (const [number, file] of files.entries()) {
        linked.add(`1:${number}`, Promise.resolve(file));
        expect(await linked.get(`1:${number}`)).toEqual(file);
      }
      for (const [number, file] of files.entries()) expect(await linked.get(`1:${number}`)).toEqual(file);
      expect(linked.get('1:99')).toBeUndefined();
    }),
  );
});

test('a file that could not be read fails under each of its names', async () => {
  const linked = new LinkedFiles();
  linked.add('1:1', Promise.reject(new Error('EIO')));
  await expect(linked.get('1:1')).rejects.toThrow('EIO');
  await expect(linked.get('1:1')).rejects.toThrow('EIO');
});
