import type { Database } from './records.ts';

const MARK = { name: 'running', value: 'yes' };

/** Notes that a process works with these records. True where the one before never came to its end: it was killed, or the machine lost its power. */
export async function beginRun(db: Database): Promise<boolean> {
  const there = await db.selectFrom('settings').select('name').where('name', '=', MARK.name).executeTakeFirst();
  if (there === undefined) await db.insertInto('settings').values(MARK).execute();
  return there !== undefined;
}

export async function endRun(db: Database): Promise<void> {
  await db.deleteFrom('settings').where('name', '=', MARK.name).execute();
}
