import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Records } from './records.ts';
import { openSqlite } from './sqlite.ts';

const setting = (name: string, value = '1') => ({ name, value });

const openFile = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-records-'));
  const file = join(folder, 'records.sqlite');
  const records = await openSqlite(file);
  onTestFinished(async () => {
    await records.close();
    rmSync(folder, { recursive: true });
  });
  return { records, file };
};

const insert = (records: Records, name: string, value?: string) =>
  records.write((db) => db.insertInto('settings').values(setting(name, value)).execute());

const names = async (records: Records) => {
  const rows = await records.read((db) => db.selectFrom('settings').select('name').orderBy('name').execute());
  return rows.map(({ name }) => name);
};

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

test('a read sees every commit that came before it, and none that is not one yet', async () => {
  const { records } = await openFile();
  for (const name of ['a', 'b', 'c']) {
    await insert(records, name);
    expect((await names(records)).at(-1)).toBe(name);
  }
  let seen: readonly string[] = [];
  await records.write(async (db) => {
    await db.insertInto('settings').values(setting('d')).execute();
    seen = await names(records);
  });
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(await names(records)).toEqual(['a', 'b', 'c', 'd']);
});

test('each commit has a version of its own, known before the change is done', async () => {
  const { records } = await openFile();
  const before = records.version();
  await names(records);
  expect(records.version()).toBe(before);
  await insert(records, 'a');
  expect(records.version()).not.toBe(before);
});

test('readers do not keep the log from starting over', async () => {
  const { records, file } = await openFile();
  // Forty megabytes through a log that is written back at every sixteen: without an end it would hold them all.
  for (let index = 0; index < 100; index += 1) {
    await insert(records, String(index), 'x'.repeat(400_000));
    await names(records);
  }
  expect(statSync(`${file}-wal`).size).toBeLessThan(20_000_000);
});
