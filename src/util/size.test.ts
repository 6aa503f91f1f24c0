import { expect, test } from 'vitest';
import { parseSize, printSize } from './size.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KiB'],
  [200 * 1024 * 1024, '200 MiB'],
  [3 * 1024 ** 4, '3.0 TiB'],
])('%d bytes print as %s', (bytes, text) => expect(printSize(bytes)).toBe(text));

test.each([
  ['4096', 4096],
  ['50MiB', 52_428_800],
  ['1.5 GiB', 1_610_612_736],
  ['200MB', 200_000_000],
  ['10K', 10_000],
  ['10Ki', 10_240],
  ['7B', 7],
])('%s is %i bytes', (text, sizeBytes) => {
  expect(parseSize(text)).toBe(sizeBytes);
});

test.each(['', 'MiB', '-1', '1e6', '5 bananas', '9999999PiB'])('"%s" is no size', (text) => {
  expect(parseSize(text)).toBeUndefined();
});
