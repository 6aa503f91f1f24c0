import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LinksToMake } from './links-to-make.ts';

const path = fc.array(fc.uint8Array({ minLength: 1, maxLength: 255 }), { minLength: 1, maxLength: 8 });

test('each further name is linked to the first one of its key, in order', () => {
  const names = fc.array(fc.record({ key: fc.constantFrom('1:1', '1:2', '2:1', ''), path }));
  fc.assert(
    fc.property(names, (told) => {
      const links = new LinksToMake();
      const firstNames = new Map<string, Uint8Array[]>();
      const expected: { path: Uint8Array[]; existing: Uint8Array[] }[] = [];
      for (const { key, path } of told) {
        const existing = firstNames.get(key);
        expect(links.isFurtherName(key, path)).toBe(existing !== undefined);
        if (existing) expected.push({ path, existing });
        else firstNames.set(key, path);
      }
      const asText = (names: readonly Uint8Array[]): string[] => names.map((name) => Buffer.from(name).toString('hex'));
      const found = [...links].map(({ path, existing }) => [asText(path), asText(existing)]);
      expect(found).toEqual(expected.map(({ path, existing }) => [asText(path), asText(existing)]));
    }),
  );
});
