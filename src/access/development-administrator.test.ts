import { expect, test } from 'vitest';
import { openAccessWorld, SOURCE } from './testing/access-world.ts';

test('an administrator who was renamed stays who it is, and another takes its place', async () => {
  const world = await openAccessWorld();
  const first = await world.administrator(SOURCE);
  const rename = (name: string) =>
    world.records.write((db) =>
      db
        .updateTable('iam_users')
        .set({ name, arn: `arn:aws:iam::${SOURCE}:user/${name}` })
        .where('account_id', '=', SOURCE)
        .where('name', '=', 'admin')
        .execute(),
    );
  await rename('chief');
  const second = await world.administrator(SOURCE);
  await rename('deputy');
  const third = await world.administrator(SOURCE);
  expect(new Set([first, second, third].map(({ userId }) => userId)).size).toBe(3);
  expect(third.userId).toHaveLength(21);
  expect([first, second, third].map(({ arn }) => arn)).toEqual(Array(3).fill(`arn:aws:iam::${SOURCE}:user/admin`));
});
