import { expect, test } from 'vitest';
import { noise } from '../engine.testkit.ts';
import type { PackEntry } from '../format/pack-format.ts';
import { ChunkTable } from './chunk-table.ts';
import { Claims } from './claims.ts';

const hashes = noise('hashes', 32 * 5000);
const hashOf = (number: number) => hashes.subarray(number * 32, number * 32 + 32);
const entryOf = (number: number): PackEntry => ({
  hash: hashOf(number),
  kind: number % 2 === 0 ? 1 : 2,
  isCompressed: number % 3 === 0,
  plainLength: number + 1,
  sealedLength: number + 17,
});

test('each chunk is found where it was put, however often the table has grown', () => {
  const table = new ChunkTable();
  for (let number = 0; number < 4000; number += 1) {
    table.insert(entryOf(number), { pack: number, offset: number * 2, ordinal: number * 3 });
  }
  expect(table.count).toBe(4000);
  for (let number = 0; number < 4000; number += 1) {
    const place = table.placeAt(table.find(hashOf(number)));
    expect(place).toEqual({ ...entryOf(number), pack: number, offset: number * 2, ordinal: number * 3 });
  }
  for (let number = 4000; number < 5000; number += 1) expect(table.has(hashOf(number))).toBe(false);
});

test('the chunks of packs are found at their places, in order and out of it, here and through a handle', () => {
  const table = new ChunkTable();
  const places = Array.from({ length: 4000 }, (_, number) => ({
    pack: Math.floor(number / 150),
    ordinal: number % 150,
  }));
  const offsets: number[] = [];
  for (const [number, { pack, ordinal }] of places.entries()) {
    offsets.push(ordinal === 0 ? 42 : offsets.at(-1)! + entryOf(number - 1).sealedLength);
    // Every seventh chunk is left out: it lies elsewhere.
    if (number % 7 !== 0) table.insert(entryOf(number), { pack, ordinal, offset: offsets[number]! });
  }
  for (const each of [table, new ChunkTable(table.handle)]) {
    for (let step = 0; step < 4000; step += 1) {
      const number = (step * 1117) % 4000;
      if (number % 7 === 0) continue;
      const place = each.placeAt(each.find(hashOf(number)));
      expect(place).toEqual({ ...entryOf(number), ...places[number], offset: offsets[number] });
    }
  }
});

test('a second place of the same chunk is not taken', () => {
  const table = new ChunkTable();
  table.insert(entryOf(1), { pack: 1, offset: 1, ordinal: 1 });
  table.insert(entryOf(1), { pack: 2, offset: 2, ordinal: 2 });
  expect(table.count).toBe(1);
  expect(table.packAt(table.find(hashOf(1)))).toBe(1);
});

test('a handle finds on another thread what was there when it was taken, and what came since', () => {
  const table = new ChunkTable();
  table.insert(entryOf(1), { pack: 1, offset: 1, ordinal: 1 });
  const elsewhere = new ChunkTable(table.handle);
  table.insert(entryOf(2), { pack: 1, offset: 2, ordinal: 2 });
  expect(elsewhere.sealedLengthAt(elsewhere.find(hashOf(1)))).toBe(18);
  expect(elsewhere.has(hashOf(2))).toBe(true);
  expect(elsewhere.has(hashOf(3))).toBe(false);
});

test('what lies in memory that came after a handle is not found through it, and disturbs nothing', () => {
  const table = new ChunkTable();
  const many = noise('many', 32 * 40_000);
  const nth = (number: number): PackEntry => ({ ...entryOf(1), hash: many.subarray(number * 32, number * 32 + 32) });
  const put = (number: number) => table.insert(nth(number), { pack: 1, offset: 1, ordinal: number });
  for (let number = 0; number < 32_000; number += 1) put(number);
  const elsewhere = new ChunkTable(table.handle);
  for (let number = 32_000; number < 40_000; number += 1) put(number);
  expect(elsewhere.has(nth(31_999).hash)).toBe(true);
  expect(elsewhere.has(nth(39_999).hash)).toBe(false);
  expect(table.placeAt(table.find(nth(39_999).hash)).ordinal).toBe(39_999);
});

test('a claim is seen by all who share it', () => {
  const claims = new Claims();
  const elsewhere = new Claims(claims.shared);
  expect(elsewhere.find(hashOf(1))).toBeUndefined();
  claims.claim(hashOf(1), 4711);
  expect(elsewhere.find(hashOf(1))).toBe(4711);
  expect(elsewhere.find(hashOf(2))).toBeUndefined();
});
