import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPage, parseNextToken, toNextToken } from './pagination.ts';

test('a token names the place it was made of', () => {
  const part = fc.oneof(fc.string(), fc.maxSafeInteger());
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (place) => {
      expect(parseNextToken(toNextToken(place))).toEqual(place);
    }),
  );
});

test.each(['', 'x', '!!', 'e30', toNextToken([1.5]), 'a'.repeat(5000)])('%j is no token', (text) => {
  expect(parseNextToken(text)).toBeUndefined();
});

test('a page of all rows has no token', () => {
  expect(cutPage(['a', 'b'], 2, (row) => [row])).toEqual({ rows: ['a', 'b'] });
});

test('a page ends before the row that is too many', () => {
  expect(cutPage(['a', 'b', 'c'], 2, (row) => [row])).toEqual({ rows: ['a', 'b'], nextToken: toNextToken(['b']) });
});
