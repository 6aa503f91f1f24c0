import { expect, test } from 'vitest';
import { insertRow, prepared } from './prepared.ts';
import type { Database } from './records.ts';
import { openSqlite } from './sqlite.ts';

const tagValue = prepared((db: Database, arn: string, key: string) =>
  db
    .selectFrom('tags')
    .select('value')
    .where('key', '=', key)
    .where('resource_arn', '=', arn)
    .where('value', '!=', 'never'),
);

test('a prepared query takes its arguments wherever it names them, and keeps what is always the same', async () => {
  const records = await openSqlite(':memory:');
  await records.write(async (db) => {
    await insertRow(db, 'tags', { resource_arn: 'a', key: 'k', value: '1' });
    await insertRow(db, 'tags', { value: '2', key: 'k', resource_arn: 'b' });
    await insertRow(db, 'tags', { value: 'never', key: 'k', resource_arn: 'c' });
  });
  const values = async (arn: string) => (await records.read((db) => tagValue(db, arn, 'k'))).map(({ value }) => value);
  expect([await values('a'), await values('b'), await values('c')]).toEqual([['1'], ['2'], []]);
  await records.close();
});
