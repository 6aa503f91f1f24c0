import { expect, test } from 'vitest';
import type { Database, Records } from '../storage/records/records.ts';
import { SharedWrites } from './shared-writes.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

function world() {
  const written: string[] = [];
  const pending: (() => void)[] = [];
  const records = { write: (change: (db: Database) => Promise<unknown>) => change({} as Database) } as Records;
  const timer = {
    after(_ms: number, callback: () => void) {
      pending.push(callback);
      return () => void pending.splice(pending.indexOf(callback), 1);
    },
  };
  const writes = new SharedWrites({ records, timer });
  const write = (name: string) => writes.write(async () => void written.push(name));
  return { writes, write, written, pending };
}

test('a write waits until every running job has come to one', async () => {
  const { writes, write, written } = world();
  writes.begin();
  writes.begin();
  void write('first');
  await settle();
  expect(written).toEqual([]);
  void write('second');
  await settle();
  expect(written).toEqual(['first', 'second']);
});

test('the end of a job that others waited for lets them write', async () => {
  const { writes, write, written } = world();
  writes.begin();
  const end = writes.begin();
  void write('first');
  end();
  await settle();
  expect(written).toEqual(['first']);
});

test('nobody waits longer than a moment for a job that is at work', async () => {
  const { writes, write, written, pending } = world();
  writes.begin();
  writes.begin();
  void write('first');
  expect(pending).toHaveLength(1);
  pending[0]!();
  await settle();
  expect(written).toEqual(['first']);
  expect(pending).toHaveLength(0);
});
