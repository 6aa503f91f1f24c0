import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';

const COLUMNS: AddedColumns = {
  recovery_points: { expires_at: 'integer', delete_after_event: 'text' },
  vaults: { available_at: 'integer', available_by_machine: 'integer' },
};

/** By name; those with a condition hold the few rows that are asked for among very many. */
const INDEXES: Readonly<Record<string, string>> = {
  recovery_points_expires_at: 'recovery_points (expires_at) where expires_at is not null',
  recovery_points_cold_moves:
    "recovery_points (move_to_cold_at) where storage_class = 'WARM' and move_to_cold_at is not null",
  recovery_points_domain_resource: 'recovery_points (domain_id, resource_arn, created_at)',
  copy_jobs_open: 'copy_jobs (source_recovery_point_arn) where completed_at is null',
  restore_jobs_open: 'restore_jobs (recovery_point_arn) where completed_at is null',
  backup_jobs_completed_at: 'backup_jobs (completed_at)',
  copy_jobs_completed_at: 'copy_jobs (completed_at)',
  restore_jobs_completed_at: 'restore_jobs (completed_at)',
};

/** When a recovery point really goes, after its last day; what else deletes it; and since when a vault that takes time to make is there. */
export const lifeCycle: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async up(db: Kysely<any>) {
    await addColumns(db, COLUMNS);
    for (const [name, on] of Object.entries(INDEXES)) await sql.raw(`create index ${name} on ${on}`).execute(db);
    // What it found, the index by domain and resource finds as well.
    await db.schema.dropIndex('recovery_points_domain_id').execute();
    // Points that were made before are deleted on their last day, without the delay.
    await sql.raw('update recovery_points set expires_at = delete_at').execute(db);
  },
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  async down(db: Kysely<any>) {
    await db.schema.createIndex('recovery_points_domain_id').on('recovery_points').column('domain_id').execute();
    for (const name of Object.keys(INDEXES)) await db.schema.dropIndex(name).execute();
    await dropColumns(db, COLUMNS);
  },
};
