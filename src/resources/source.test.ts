import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSource, parseSource } from './source.ts';

const parsed = (source: string): string => Buffer.from(parseSource(source)).toString('latin1');

test.each([
  ['file:///srv/data', '/srv/data'],
  ['FILE:///srv//data///', '/srv/data'],
  ['file:///', '/'],
  ['file:///a%20b', '/a b'],
  ['file:///%FF%fe', '/\u00ff\u00fe'],
  ['file:///%E6%97%A5', '/\u00e6\u0097\u00a5'],
  ['file:///日', '/\u00e6\u0097\u00a5'],
  ['file:///a%3Fb%23c', '/a?b#c'],
  ['file:///...', '/...'],
])('%s names its bytes', (source, path) => {
  expect(parsed(source)).toBe(path);
});

test.each([
  '',
  '/srv/data',
  'srv/data',
  'http://example.org/',
  'file:/srv',
  'file://localhost/srv',
  'file://srv/data',
  'file:///a/../etc',
  'file:///a/%2e%2E/etc',
  'file:///.',
  'file:///a%00b',
  'file:///a%2',
  'file:///a%zz',
  'file:///a%',
  'file:///a?b',
  'file:///a#b',
  `file:///${'a'.repeat(13_000)}`,
])('%j is refused', (source) => {
  expect(() => parseSource(source)).toThrow(expect.objectContaining({ kind: 'source-invalid' }));
});

test('a source is read back as the path it was made of, whatever its bytes', () => {
  const name = fc
    .uint8Array({ minLength: 1, maxLength: 8 })
    .filter(
      (bytes) => !bytes.includes(0) && !bytes.includes(0x2f) && !/^\.\.?$/.test(Buffer.from(bytes).toString('latin1')),
    );
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
      const path = Buffer.concat(names.flatMap((bytes) => [Buffer.from('/'), bytes]));
      expect(Buffer.from(parseSource(formatSource(path)))).toEqual(path);
    }),
  );
});
