import { expect, test } from 'vitest';
import { openSqlite } from './sqlite.ts';

const setting = (name: string) => ({ name, value: '1' });

test('a transaction that comes just as the last one ends is run', async () => {
  const records = await openSqlite(':memory:');
  for (const name of ['a', 'b', 'c', 'd']) {
    await records.write((db) => db.insertInto('settings').values(setting(name)).execute());
  }
  const rows = await records.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute());
  expect(rows.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  await records.close();
});

test('a change that throws undoes itself alone, among those that share its commit', async () => {
  const records = await openSqlite(':memory:');
  const outcomes = await Promise.allSettled(
    ['a', 'b', 'c'].map((name) =>
      records.write(async (db) => {
        await db.insertInto('settings').values(setting(name)).execute();
        if (name === 'b') throw new Error('no');
      }),
    ),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const rows = await records.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute());
  expect(rows.map(({ name }) => name)).toEqual(['a', 'c']);
  await records.close();
});
