import type { BackupSelection } from '../../model/backup-selection.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import { isAhead, type Page } from './page.ts';
import type { Database } from './records.ts';
import type { BackupSelectionsTable } from './schema.ts';

/** `document` is a `BackupSelection`. */
export type BackupSelectionRow = BackupSelectionsTable;

export async function insertSelection(db: Database, selection: BackupSelectionRow): Promise<void> {
  await db.insertInto('backup_selections').values(selection).execute();
}

/** The selection if it belongs to that plan, else nothing. */
export async function selectionOfPlan(
  db: Database,
  { planId, selectionId }: { planId: string; selectionId: string },
): Promise<BackupSelectionRow | undefined> {
  return await db
    .selectFrom('backup_selections')
    .selectAll()
    .where('id', '=', selectionId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
}

/** All selections of a plan, oldest first: there are at most a hundred. */
export async function selectionsOfPlan(db: Database, planId: string): Promise<readonly BackupSelectionRow[]> {
  return await db
    .selectFrom('backup_selections')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Selections of a plan, oldest first. */
export async function listSelections(db: Database, planId: string, page: Page): Promise<readonly BackupSelectionRow[]> {
  let query = db.selectFrom('backup_selections').selectAll().where('plan_id', '=', planId);
  if (page.after !== undefined) query = query.where(isAhead(page.after, { at: 'created_at', id: 'id' }));
  return await query.orderBy('created_at').orderBy('id').limit(page.limit).execute();
}

/** Makes these the selections of a plan; those that are as they were stay. */
export async function replaceSelections(
  db: Database,
  planId: string,
  selections: readonly BackupSelection[],
  { now, random }: { now: number; random: Random },
): Promise<void> {
  const wanted = new Set(selections.map((selection) => JSON.stringify(selection)));
  for (const row of await selectionsOfPlan(db, planId)) {
    if (!wanted.delete(row.document)) await deleteSelection(db, row.id);
  }
  for (const document of wanted) {
    const { name, roleArn } = JSON.parse(document) as BackupSelection;
    await insertSelection(db, {
      id: randomUuid(random),
      plan_id: planId,
      name,
      iam_role_arn: roleArn,
      document,
      creator_request_id: null,
      created_at: now,
    });
  }
}

export async function deleteSelection(db: Database, id: string): Promise<void> {
  await db.deleteFrom('backup_selections').where('id', '=', id).execute();
}
