import { expect, test } from 'vitest';
import { Joined, JoinedByKey } from './joined.ts';

test('who asks before a run begins shares it, and who asks while it is under way shares the next', async () => {
  const joined = new Joined<number>();
  const begun: (() => void)[] = [];
  const action = () => new Promise<number>((resolve) => begun.push(() => resolve(begun.length)));
  const first = [joined.run(action), joined.run(action)];
  await expect.poll(() => begun.length).toBe(1);
  const second = [joined.run(action), joined.run(action)];
  begun[0]!();
  expect(await Promise.all(first)).toEqual([1, 1]);
  await expect.poll(() => begun.length).toBe(2);
  begun[1]!();
  expect(await Promise.all(second)).toEqual([2, 2]);
});

test('a run that fails fails for those who share it, and for nobody else', async () => {
  const joined = new JoinedByKey<string>();
  const broken = () => Promise.reject(new Error('no'));
  const outcomes = await Promise.allSettled([
    joined.run('a', broken),
    joined.run('a', broken),
    joined.run('b', async () => 'yes'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(await joined.run('a', async () => 'again')).toBe('again');
});

test('those who ask before the others have gathered share the run with them', async () => {
  let runs = 0;
  let gathered = (): void => undefined;
  const gather = (): Promise<void> => new Promise((resolve) => (gathered = resolve));
  const joined = new JoinedByKey<number>(gather);
  const ask = (): Promise<number> => joined.run('key', async () => (runs += 1));
  const first = ask();
  await new Promise((resolve) => setTimeout(resolve));
  const second = ask();
  gathered();
  expect(await Promise.all([first, second])).toEqual([1, 1]);
});
