import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteArena } from './byte-arena.ts';

test('each piece is found again where it was put, however long', () => {
  const lengths = fc.array(fc.oneof(fc.nat(100), fc.constantFrom(0, 262_143, 262_144, 262_145, 600_000)), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(lengths, (sizes) => {
      const arena = new ByteArena();
      const places = sizes.map((length, number) => {
        const { place, bytes } = arena.reserve(length);
        bytes.fill(number);
        return place;
      });
      for (const [number, length] of sizes.entries()) {
        const found = arena.from(places[number]!).subarray(0, length);
        expect(found.equals(Buffer.alloc(length, number))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
