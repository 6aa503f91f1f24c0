import type { Database } from './records.ts';

const NAME = 'blobs';

/** The store that belongs to these records, where it is another than the data directory's own. */
export interface BlobsMark {
  /** The store has the same. */
  readonly id: string;
  /** Where it was last, for people: `s3://bucket/prefix`. */
  readonly place: string;
}

export async function blobsMark(db: Database): Promise<BlobsMark | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.value) as BlobsMark);
}

export async function putBlobsMark(db: Database, mark: BlobsMark): Promise<void> {
  const value = JSON.stringify(mark);
  await db
    .insertInto('settings')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
