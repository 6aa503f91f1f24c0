import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTables, dropTables, type TableShape } from './create-tables.ts';

/** What the background scrub found of each recovery point when it read it last. */
const TABLES: Readonly<Record<string, TableShape>> = {
  scrubs: {
    columns: {
      recovery_point_arn: 'text',
      verified_at: 'integer',
      bytes: 'integer',
      chunks: 'integer',
      illness_count: 'integer',
      illnesses: 'text',
    },
    primaryKey: ['recovery_point_arn'],
    indexes: [['illness_count']],
  },
};

export const scrubs: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  up: (db: Kysely<any>) => createTables(db, TABLES),
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  down: (db: Kysely<any>) => dropTables(db, TABLES),
};
