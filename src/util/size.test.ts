import { expect, test } from 'vitest';
import { printSize } from './size.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KiB'],
  [200 * 1024 * 1024, '200 MiB'],
  [3 * 1024 ** 4, '3.0 TiB'],
])('%d bytes print as %s', (bytes, text) => expect(printSize(bytes)).toBe(text));
