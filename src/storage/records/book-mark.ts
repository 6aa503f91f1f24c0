import type { Database } from './records.ts';

const MARK = { name: 'book', value: 'kept' };

/** Whether these records are the ones that the book of records is a copy of. New ones, in the place of lost ones, are not. */
export async function hasBookMark(db: Database): Promise<boolean> {
  return (
    (await db.selectFrom('settings').select('name').where('name', '=', MARK.name).executeTakeFirst()) !== undefined
  );
}

const LAST_BOOK = 'book.last';

/** The number of the newest book that these records have begun to write; nothing where they come from before numbers were kept. */
export async function lastBook(db: Database): Promise<number | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', LAST_BOOK).executeTakeFirst();
  return row === undefined ? undefined : Number(row.value);
}

/** Kept before the book is stored: so a book with a higher number was written by records that are newer than these. */
export async function keepLastBook(db: Database, number: number): Promise<void> {
  const value = String(number);
  await db
    .insertInto('settings')
    .values({ name: LAST_BOOK, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

const RECOVERING = { name: 'recovering', value: 'yes' };

/** Whether a recovery has filled these records and not come to its end. */
export async function isRecovering(db: Database): Promise<boolean> {
  const row = await db.selectFrom('settings').select('name').where('name', '=', RECOVERING.name).executeTakeFirst();
  return row !== undefined;
}

export async function beginRecovering(db: Database): Promise<void> {
  await db
    .insertInto('settings')
    .values(RECOVERING)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

export async function endRecovering(db: Database): Promise<void> {
  await db.deleteFrom('settings').where('name', '=', RECOVERING.name).execute();
}

export async function putBookMark(db: Database): Promise<void> {
  await db
    .insertInto('settings')
    .values(MARK)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}
