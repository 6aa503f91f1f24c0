import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noise } from '../engine.testkit.ts';
import { nativeLibrary } from '../native/native-library.ts';
import { Compressor } from './compression.ts';
import { decompress } from './decompress.ts';
import { nativeZstd, nodeZstd, type Zstd } from './zstd.ts';

const both: Zstd[] = [nodeZstd, ...(nativeLibrary ? [nativeZstd(nativeLibrary)] : [])];

test('each zstd opens what the other made', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.nat(20), (bytes, repeats) => {
      const plaintext = Buffer.concat(Array.from({ length: repeats + 1 }, () => bytes));
      for (const one of both) {
        const frame = Buffer.alloc(plaintext.length + 1000);
        const length = one.compress(plaintext, frame)!;
        for (const other of both) {
          const into = Buffer.alloc(plaintext.length);
          expect(other.decompress(frame.subarray(0, length), into)).toBe(plaintext.length);
          expect(into.equals(plaintext)).toBe(true);
        }
      }
    }),
  );
});

test('a frame that is broken, or holds more than it should, is refused', () => {
  const plaintext = Buffer.alloc(5000, 'again ');
  for (const zstd of both) {
    const frame = Buffer.alloc(1000);
    const length = zstd.compress(plaintext, frame)!;
    expect(zstd.decompress(frame.subarray(0, length), Buffer.alloc(4999))).toBeUndefined();
    expect(zstd.decompress(Buffer.from('no frame'), Buffer.alloc(5000))).toBeUndefined();
    expect(zstd.compress(noise('x', 2000), Buffer.alloc(1000))).toBeUndefined();
  }
});

test('what saves little is left as it is', () => {
  const compressor = new Compressor();
  expect(compressor.compress(noise('random', 1_000_000))).toBeUndefined();
  expect(compressor.compress(noise('short', 1000))).toBeUndefined();
  expect(compressor.compress(Buffer.from('short'))).toBeUndefined();
  const text = Buffer.alloc(1_000_000, 'some text that repeats itself ');
  const frame = compressor.compress(text)!;
  expect(frame.length).toBeLessThan(10_000);
  expect(decompress(frame, Buffer.alloc(text.length))).toEqual(text);
});
