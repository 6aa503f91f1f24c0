import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** Columns that a later version adds: all may be null, since the rows are there before them. `integer` holds 64 bits on every adapter. */
export type AddedColumns = Readonly<Record<string, Readonly<Record<string, 'text' | 'integer'>>>>;

// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
export async function addColumns(db: Kysely<any>, tables: AddedColumns): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const [table, columns] of Object.entries(tables)) {
    for (const [column, type] of Object.entries(columns)) {
      const dataType = type === 'integer' && isPostgres ? 'bigint' : type;
      await sql.raw(`alter table ${table} add column ${column} ${dataType}`).execute(db);
    }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
export async function dropColumns(db: Kysely<any>, tables: AddedColumns): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    for (const column of Object.keys(columns)) await db.schema.alterTable(table).dropColumn(column).execute();
  }
}
