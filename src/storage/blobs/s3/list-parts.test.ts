import { expect, test } from 'vitest';
import { partsBehind } from './list-parts.ts';

const id = (folder: number): string => {
  const digits = folder.toString(16).padStart(2, '0');
  return `v/packs/${digits}/${digits}${'7'.repeat(30)}`;
};
const options = { prefix: 'v/packs/', max: 8 };

test.each([
  { last: 0, count: 8 },
  { last: 15, count: 8 },
  { last: 63, count: 4 },
  { last: 127, count: 2 },
  { last: 250, count: 1 },
  { last: 255, count: 1 },
])('a page up to folder $last leaves $count parts, and each name behind it is in exactly one', ({ last, count }) => {
  const parts = partsBehind([id(0), id(last)].slice(last === 0 ? 1 : 0), options)!;
  expect(parts).toHaveLength(count);
  for (let folder = 0; folder < 256; folder++) {
    const name = id(folder);
    const holders = parts.filter(({ after, upTo }) => name > after && (upTo === undefined || name <= upTo));
    expect(holders).toHaveLength(folder > last ? 1 : 0);
  }
  for (const odd of ['v/packs/zz', `${id(last)}x`]) {
    expect(parts.filter(({ after, upTo }) => odd > after && (upTo === undefined || odd <= upTo))).toHaveLength(1);
  }
});

test('the parts take about as many folders each', () => {
  const bounds = partsBehind([id(31)], options)!.map(({ after }) => Number.parseInt(after.slice(8, 10), 16));
  expect(bounds).toEqual([31, 59, 87, 115, 144, 172, 200, 228]);
});

test('names of another kind are listed on in one part', () => {
  expect(partsBehind(['index/a', 'index/b'], { prefix: '', max: 8 })).toEqual([{ after: 'index/b', upTo: undefined }]);
});

test('a page that is out of order, or empty, tells of no parts', () => {
  expect(partsBehind([id(3), id(2)], options)).toBeUndefined();
  expect(partsBehind([], options)).toBeUndefined();
});
