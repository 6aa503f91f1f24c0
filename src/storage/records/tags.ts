import { prepared } from './prepared.ts';
import type { Database } from './records.ts';

export type Tags = Readonly<Record<string, string>>;

/** The tags of anything that has an ARN, in the order of their keys. */
export async function tagsOf(db: Database, arn: string): Promise<Tags> {
  const rows = await rowsOf(db, arn);
  // A tag may be named `__proto__`: entries make it an own member.
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

const rowsOf = prepared((db: Database, arn: string) =>
  db.selectFrom('tags').select(['key', 'value']).where('resource_arn', '=', arn).orderBy('key'),
);

/** Adds tags; one that is there already gets the new value. */
export async function putTags(db: Database, arn: string, tags: Tags): Promise<void> {
  const rows = Object.entries(tags).map(([key, value]) => ({ resource_arn: arn, key, value }));
  if (rows.length === 0) return;
  await db
    .insertInto('tags')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['resource_arn', 'key']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    )
    .execute();
}

/** Takes tags off; keys that are not there do not matter. */
export async function removeTags(db: Database, arn: string, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.deleteFrom('tags').where('resource_arn', '=', arn).where('key', 'in', keys).execute();
}

/** Takes all tags off: for what is deleted. */
export async function removeAllTags(db: Database, arn: string): Promise<void> {
  await db.deleteFrom('tags').where('resource_arn', '=', arn).execute();
}

/** Lets tags follow a thing to its new ARN, which has none yet. */
export async function moveTags(db: Database, oldArn: string, newArn: string): Promise<void> {
  await db.updateTable('tags').set({ resource_arn: newArn }).where('resource_arn', '=', oldArn).execute();
}
