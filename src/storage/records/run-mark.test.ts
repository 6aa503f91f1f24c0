import { expect, onTestFinished, test } from 'vitest';
import { beginRun, endRun } from './run-mark.ts';
import { openSqlite } from './sqlite.ts';

test('a run that did not come to its end is known to the next, and one that did is not', async () => {
  const records = await openSqlite(':memory:');
  onTestFinished(() => records.close());
  expect(await records.write(beginRun)).toBe(false);
  expect(await records.write(beginRun)).toBe(true);
  await records.write(endRun);
  expect(await records.write(beginRun)).toBe(false);
});
