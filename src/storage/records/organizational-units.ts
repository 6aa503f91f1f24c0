import type { Selectable } from 'kysely';
import { attachFullAccess } from './organization-policies.ts';
import type { Database } from './records.ts';
import type { OrganizationalUnitsTable } from './schema.ts';

export type UnitRow = Selectable<OrganizationalUnitsTable>;

/** Nothing where the organization has no such unit. */
export async function findUnit(db: Database, organizationId: string, id: string): Promise<UnitRow | undefined> {
  return db
    .selectFrom('organizational_units')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The units right under a root or unit, by id. */
export async function listUnitsUnder(db: Database, parentId: string): Promise<readonly UnitRow[]> {
  return db.selectFrom('organizational_units').selectAll().where('parent_id', '=', parentId).orderBy('id').execute();
}

export async function listUnits(db: Database, organizationId: string): Promise<readonly UnitRow[]> {
  return db
    .selectFrom('organizational_units')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .orderBy('id')
    .execute();
}

/** Writes a unit, with the full access that every target holds while control policies are on. */
export async function insertUnit(db: Database, unit: UnitRow): Promise<void> {
  await db.insertInto('organizational_units').values(unit).execute();
  await attachFullAccess(db, unit.organization_id, [unit.id]);
}

export async function renameUnit(db: Database, id: string, name: string): Promise<void> {
  await db.updateTable('organizational_units').set({ name }).where('id', '=', id).execute();
}

/** Deletes a unit that holds nothing, with what was attached to it. */
export async function deleteUnit(db: Database, { id, organization_id }: UnitRow): Promise<void> {
  await db
    .deleteFrom('organization_policy_attachments')
    .where('organization_id', '=', organization_id)
    .where('target_id', '=', id)
    .execute();
  await db.deleteFrom('organizational_units').where('id', '=', id).execute();
}
