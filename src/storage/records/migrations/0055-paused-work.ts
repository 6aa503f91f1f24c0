import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { type AddedColumns, addColumns, dropColumns } from './add-columns.ts';

const COLUMNS: AddedColumns = { work: { paused_until: 'integer' } };

/** A job that waits for its next try says until when in the service's time too: a clock that is moved ends the pause on its way. */
export const pausedWork: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  up: (db: Kysely<any>) => addColumns(db, COLUMNS),
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  down: (db: Kysely<any>) => dropColumns(db, COLUMNS),
};
