import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryMetadata } from '../../resources/resource.ts';
import { DirectoriesToFinish } from './directories-to-finish.ts';

const bytes = fc.uint8Array({ maxLength: 300 }).map((name) => Buffer.from(name));
const metadata: fc.Arbitrary<EntryMetadata> = fc.record({
  mode: fc.nat(0o7777),
  uid: fc.nat(2 ** 32 - 1),
  gid: fc.nat(2 ** 32 - 1),
  mtimeNs: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  xattrs: fc.array(fc.record({ name: bytes, value: bytes }), { maxLength: 3 }),
});

test('all come back with what they were told with, the last one first', () => {
  const told = fc.array(fc.record({ path: fc.array(bytes, { maxLength: 6 }), metadata }), { maxLength: 30 });
  fc.assert(
    fc.property(told, (directories) => {
      const kept = new DirectoriesToFinish();
      for (const { path, metadata } of directories) kept.add(path, metadata);
      expect([...kept]).toEqual(directories.toReversed());
    }),
  );
});
