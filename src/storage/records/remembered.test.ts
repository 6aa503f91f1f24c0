import { expect, test } from 'vitest';
import { REMEMBERED_MAX } from './limits.ts';
import { Remembered } from './remembered.ts';

const open = () => {
  const records = { at: 1, version: () => records.at };
  const remembered = new Remembered<number>(records);
  let readings = 0;
  const ask = (key = 'a', meanwhile = () => {}) =>
    remembered.find(key, async () => {
      meanwhile();
      readings += 1;
      return readings;
    });
  return { records, ask };
};

test('the same reading is made once between two commits', async () => {
  const { records, ask } = open();
  expect([await ask(), await ask()]).toEqual([1, 1]);
  records.at = 2;
  expect([await ask(), await ask()]).toEqual([2, 2]);
});

test('readings of different keys are different', async () => {
  const { ask } = open();
  expect([await ask('a'), await ask('b'), await ask('a')]).toEqual([1, 2, 1]);
});

test('what a commit fell into is not remembered', async () => {
  const { records, ask } = open();
  expect(await ask('a', () => (records.at = 2))).toBe(1);
  expect(await ask()).toBe(2);
});

test('what was read before a commit is not taken for what is read after it', async () => {
  const { records, ask } = open();
  const slow = ask('a', () => (records.at = 2));
  const quick = ask('a', () => (records.at = 1));
  await Promise.all([slow, quick]);
  records.at = 2;
  expect(await ask()).toBe(3);
});

test('a bounded number is remembered', async () => {
  const { ask } = open();
  await ask('first');
  for (let index = 0; index < REMEMBERED_MAX; index += 1) await ask(String(index));
  expect(await ask('first')).toBe(REMEMBERED_MAX + 2);
});
