import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';
import { createTables, dropTables, type TableShape } from './create-tables.ts';

const TABLES: Readonly<Record<string, TableShape>> = {
  plan_runs: {
    columns: { plan_id: 'text', rule_id: 'text', due_at: 'integer', since: 'integer' },
    primaryKey: ['plan_id', 'rule_id'],
    indexes: [['due_at']],
  },
};

const CREATOR = { plan_id: 'text', created_by: 'text' } as const;

const COLUMNS: AddedColumns = {
  backup_jobs: { ...CREATOR, rule_id: 'text', scheduled_at: 'integer', copy_actions: 'text' },
  recovery_points: CREATOR,
  work: { lane: 'text' },
};

/** INVARIANT: one run of a rule makes one job for a resource, whoever schedules it. Jobs of no plan have nulls here, which never collide. */
const INDEXES: Readonly<Record<string, string>> = {
  backup_jobs_plan_run:
    'create unique index backup_jobs_plan_run on backup_jobs (plan_id, rule_id, resource_arn, scheduled_at)',
  backup_jobs_open: 'create index backup_jobs_open on backup_jobs (start_by) where completed_at is null',
  work_lane: 'create index work_lane on work (lane, lease_until)',
  recovery_points_plan: 'create index recovery_points_plan on recovery_points (plan_id) where plan_id is not null',
};

/** Plans run: their next runs, and what jobs and recovery points say of the plan that made them. */
export const planRuns: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async up(db: Kysely<any>) {
    await createTables(db, TABLES);
    await addColumns(db, COLUMNS);
    await db
      .updateTable('work')
      .set((eb) => ({ lane: eb.ref('resource_arn') }))
      .execute();
    for (const statement of Object.values(INDEXES)) await sql.raw(statement).execute(db);
  },
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async down(db: Kysely<any>) {
    for (const name of Object.keys(INDEXES)) await db.schema.dropIndex(name).execute();
    await dropColumns(db, COLUMNS);
    await dropTables(db, TABLES);
  },
};
