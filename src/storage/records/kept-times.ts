import type { Database } from './records.ts';

/**
 * Moments that outlive a restart. `manual-now`: what a manual clock shows. `manual-target`: where it was being moved to. `highest`: the
 * latest time that the real clock has been seen to show.
 */
export type KeptTime = 'manual-now' | 'manual-target' | 'highest';

/** The moment, or nothing where none was kept. */
export async function keptTime(db: Database, name: KeptTime): Promise<number | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', `clock.${name}`).executeTakeFirst();
  return row === undefined ? undefined : Number(row.value);
}

/** Keeps a moment; an earlier one does not replace a later one, unless it is said that it may. */
export async function keepTime(
  db: Database,
  name: KeptTime,
  time: number,
  { mayBeEarlier = false }: { mayBeEarlier?: boolean } = {},
): Promise<void> {
  const kept = await keptTime(db, name);
  if (kept === time || (kept !== undefined && kept > time && !mayBeEarlier)) return;
  await db
    .insertInto('settings')
    .values({ name: `clock.${name}`, value: String(time) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(time) }))
    .execute();
}
