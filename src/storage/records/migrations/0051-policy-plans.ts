import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';

const COLUMNS: AddedColumns = { backup_plans: { managed_by: 'text' } };

/** Plans that a backup policy of an organization makes in its accounts. */
export const policyPlans: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async up(db: Kysely<any>) {
    await addColumns(db, COLUMNS);
    await sql
      .raw('create index backup_plans_managed on backup_plans (managed_by) where managed_by is not null')
      .execute(db);
  },
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async down(db: Kysely<any>) {
    await db.schema.dropIndex('backup_plans_managed').execute();
    await dropColumns(db, COLUMNS);
  },
};
