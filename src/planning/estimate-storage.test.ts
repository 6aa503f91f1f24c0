import { expect, test } from 'vitest';
import { estimateStorage, growthOf } from './estimate-storage.ts';

const DAY = 86_400_000;
const past = (...added: number[]) => added.map((addedBytes, day) => ({ createdAt: day * DAY, addedBytes }));
const days = (...days: number[]) => days.map((day) => day * DAY);

test('the first backup tells the size, the later ones the change', () => {
  expect(growthOf(past(1000, 10, 20, 30))).toEqual({ fullBytes: 1000, bytesPerDay: 20 });
  expect(growthOf(past(1000))).toEqual({ fullBytes: 1000, bytesPerDay: 0 });
  expect(growthOf([])).toBeUndefined();
});

test('a full backup whose point is gone still tells the size', () => {
  expect(growthOf(past(10, 20), 1000)).toEqual({ fullBytes: 1000, bytesPerDay: 20 });
});

test('the order in which backups are told does not matter', () => {
  expect(growthOf(past(1000, 10, 20, 30).toReversed())).toEqual({ fullBytes: 1000, bytesPerDay: 20 });
});

test('the oldest point takes its full size, the others what has changed since the one before', () => {
  const growth = { fullBytes: 1000, bytesPerDay: 20 };
  expect(estimateStorage([], growth)).toBe(0);
  expect(estimateStorage(days(5), growth)).toBe(1000);
  expect(estimateStorage(days(5, 6, 7), growth)).toBe(1040);
  expect(estimateStorage(days(35, 5), growth)).toBe(1600);
});

test('what has changed is never more than everything', () => {
  expect(estimateStorage(days(0, 365), { fullBytes: 1000, bytesPerDay: 20 })).toBe(2000);
});
