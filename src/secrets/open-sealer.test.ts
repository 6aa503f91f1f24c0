import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSealer } from './open-sealer.ts';
import { ephemeralRootKey } from './root-key.ts';

const sealerOf = (fill: number) => openSealer(ephemeralRootKey({ bytes: (count) => new Uint8Array(count).fill(fill) }));
const bytes = (text: string) => new TextEncoder().encode(text);
const sealBroken = expect.objectContaining({ kind: 'seal-broken' });

test('what is sealed opens with the same words', () => {
  const sealer = sealerOf(1);
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (plaintext, purpose) => {
      expect(sealer.open(sealer.seal(plaintext, purpose), purpose).open()).toEqual(plaintext);
    }),
    { numRuns: 50 },
  );
});

test('a seal does not open for another purpose', () => {
  const sealer = sealerOf(1);
  expect(() => sealer.open(sealer.seal(bytes('secret'), 'key a'), 'key b')).toThrow(sealBroken);
});

test('a seal does not open under another root key', () => {
  expect(() => sealerOf(2).open(sealerOf(1).seal(bytes('secret'), 'key'), 'key')).toThrow(sealBroken);
});

test('no byte of a seal can be flipped, dropped or added', () => {
  const sealer = sealerOf(1);
  const sealed = sealer.seal(bytes('secret'), 'key');
  for (let at = 0; at < sealed.length; at += 1) {
    const flipped = Uint8Array.from(sealed);
    flipped[at]! ^= 1;
    expect(() => sealer.open(flipped, 'key')).toThrow(sealBroken);
    expect(() => sealer.open(sealed.subarray(0, at), 'key')).toThrow(sealBroken);
  }
  expect(() => sealer.open(Uint8Array.of(...sealed, 0), 'key')).toThrow(sealBroken);
});

test('equal secrets do not look equal when sealed', () => {
  const sealer = sealerOf(1);
  expect(sealer.seal(bytes('secret'), 'key')).not.toEqual(sealer.seal(bytes('secret'), 'key'));
});

test('an opened secret neither prints nor turns into JSON', () => {
  const sealer = sealerOf(1);
  const secret = sealer.open(sealer.seal(bytes('secret'), 'key'), 'key');
  expect([inspect(secret), JSON.stringify(secret), `${secret}`]).toEqual(['[secret]', '"[secret]"', '[secret]']);
});

test('a wiped secret is gone', () => {
  const sealer = sealerOf(1);
  const secret = sealer.open(sealer.seal(bytes('secret'), 'key'), 'key');
  secret.wipe();
  expect(secret.open()).toEqual(new Uint8Array(6));
});
