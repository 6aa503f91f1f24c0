import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPage, paginate, parseNextToken, toNextToken } from './pagination.ts';

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

const letters = ['a', 'b', 'c', 'd', 'e'];
const page = (all: readonly string[], token?: string, list = 'Letters') =>
  paginate(all, { list, token, limit: 2 }, (row) => row);

test('pages of a whole list follow one another though rows go meanwhile', () => {
  const first = page(letters)!;
  const second = page(['a', 'c', 'd', 'e'], first.nextToken)!;
  expect(page(letters, second.nextToken)).toEqual({ rows: ['e'] });
  expect([first.rows, second.rows]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a token of another list is refused', () => {
  expect(page(letters, page(letters)!.nextToken, 'Digits')).toBeUndefined();
  expect(page(letters, 'x')).toBeUndefined();
});
