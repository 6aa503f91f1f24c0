import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTables, type TableShape } from './create-tables.ts';

const COLUMNS = ['id', 'vault_arn', 'key_arn', 'created_at'] as const;

const BEFORE: TableShape = {
  columns: { id: 'text', vault_arn: 'text', key_arn: 'text', created_at: 'integer' },
  primaryKey: ['id'],
  unique: [['vault_arn', 'key_arn']],
};

const AFTER: TableShape = {
  columns: { ...BEFORE.columns, storage_class: 'text' },
  primaryKey: ['id'],
  unique: [['vault_arn', 'key_arn', 'storage_class']],
};

/** A key has two domains in a vault, one for each storage class. All that there were are warm. */
export const coldDomains: Migration = {
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  up: (db: Kysely<any>) => rebuild(db, AFTER, `select ${COLUMNS.join(', ')}, 'WARM' from vault_domains`),
  // biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
  down: (db: Kysely<any>) =>
    rebuild(db, BEFORE, `select ${COLUMNS.join(', ')} from vault_domains where storage_class = 'WARM'`),
};

/** SQLite can change no constraint of a table that is there. The new one takes the name last, since PostgreSQL's indexes keep theirs. */
// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
async function rebuild(db: Kysely<any>, shape: TableShape, rows: string): Promise<void> {
  await createTables(db, { vault_domains_rebuilt: shape });
  const columns = Object.keys(shape.columns).join(', ');
  await sql.raw(`insert into vault_domains_rebuilt (${columns}) ${rows}`).execute(db);
  await db.schema.dropTable('vault_domains').execute();
  await db.schema.alterTable('vault_domains_rebuilt').renameTo('vault_domains').execute();
}
