import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveKey } from './derive-key.ts';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 100 });

test('the key is that of RFC 5869, whatever material, salt and purpose', () => {
  fc.assert(
    fc.property(bytes, fc.uint8Array({ maxLength: 100 }), fc.string({ maxLength: 60 }), (material, salt, info) => {
      const expected = new Uint8Array(hkdfSync('sha256', material, salt, info, 32));
      expect(new Uint8Array(deriveKey(material, salt, info))).toEqual(expected);
    }),
  );
});
