import type { Database } from './records.ts';

const NAME = 'limits';

/** The operator's limits of work as they were kept, a JSON document; nothing where none were. */
export async function keptLimits(db: Database): Promise<string | undefined> {
  return (await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst())?.value;
}

export async function keepLimits(db: Database, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
