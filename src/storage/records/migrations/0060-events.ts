import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTables, dropTables, type TableShape } from './create-tables.ts';

/** What has changed, for those who want to be told, and how far each of them has come. */
const TABLES: Readonly<Record<string, TableShape>> = {
  events: {
    columns: {
      seq: 'sequence',
      kind: 'text',
      subject: 'text',
      account_id: 'text',
      region: 'text',
      state: 'text',
      vault_arn: 'text?',
      detail: 'text',
      happened_at: 'integer',
      waiting_since: 'integer?',
    },
    primaryKey: ['seq'],
  },
  event_cursors: {
    columns: {
      receiver: 'text',
      seq: 'integer',
    },
    primaryKey: ['receiver'],
  },
};

export const events: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  up: (db: Kysely<any>) => createTables(db, TABLES),
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  down: (db: Kysely<any>) => dropTables(db, TABLES),
};
