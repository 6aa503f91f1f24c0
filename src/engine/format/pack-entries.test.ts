import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { PackEntries } from './pack-entries.ts';
import type { PackEntry } from './pack-format.ts';

const entry: fc.Arbitrary<PackEntry> = fc
  .record({
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
    kind: fc.constantFrom(1 as const, 2 as const),
    isCompressed: fc.boolean(),
    plainLength: fc.nat(4 << 20),
    isWithdrawn: fc.boolean(),
  })
  .map(({ isWithdrawn, ...rest }) => ({
    ...rest,
    sealedLength: Math.min(rest.plainLength, 1_000) + 16,
    ...(isWithdrawn && { isWithdrawn }),
  }));

test('entries come back as they were written, one by one and told without objects', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
      const { encoded } = PackEntries.of(entries);
      // Among other bytes, as in a segment.
      const among = Buffer.concat([Buffer.alloc(7), encoded, Buffer.alloc(9)]);
      const read = PackEntries.read(new ByteReader(among.subarray(7)), { inIndex: true });
      expect([...read]).toEqual(entries);
      const told: PackEntry[] = [];
      read.forEach(({ bytes, hashAt, isWithdrawn, ...rest }) => {
        const hash = Buffer.from(bytes.subarray(hashAt, hashAt + 32));
        told.push({ hash, ...rest, ...(isWithdrawn && { isWithdrawn }) });
      });
      expect(told).toEqual(entries);
    }),
  );
});
