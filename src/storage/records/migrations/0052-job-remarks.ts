import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';

const COLUMNS: AddedColumns = { backup_jobs: { delete_after_event: 'text', remark: 'text' } };

/** Backups that are there for their copies only, and jobs that could not do all that was wished. */
export const jobRemarks: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  up: (db: Kysely<any>) => addColumns(db, COLUMNS),
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  down: (db: Kysely<any>) => dropColumns(db, COLUMNS),
};
