import type { Database } from './records.ts';

const MARK = { name: 'book', value: 'kept' };

/** Whether these records are the ones that the book of records is a copy of. New ones, in the place of lost ones, are not. */
export async function hasBookMark(db: Database): Promise<boolean> {
  return (
    (await db.selectFrom('settings').select('name').where('name', '=', MARK.name).executeTakeFirst()) !== undefined
  );
}

export async function putBookMark(db: Database): Promise<void> {
  await db
    .insertInto('settings')
    .values(MARK)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
