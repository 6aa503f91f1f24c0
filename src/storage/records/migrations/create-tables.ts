import { type Kysely, PostgresAdapter, sql } from 'kysely';

/** `text?` may be null; `integer` holds 64 bits on every adapter. */
export type ColumnType = 'text' | 'integer' | 'bytes' | 'text?' | 'integer?' | 'bytes?';

export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
}

// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
export async function createTables(db: Kysely<any>, tables: Readonly<Record<string, TableShape>>): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const [name, shape] of Object.entries(tables)) await createTable(db, name, shape, isPostgres);
}

// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
export async function dropTables(db: Kysely<any>, tables: Readonly<Record<string, TableShape>>): Promise<void> {
  for (const name of Object.keys(tables).toReversed()) await db.schema.dropTable(name).execute();
}

// biome-ignore lint/suspicious/noExplicitAny: migrations see tables of every age
async function createTable(db: Kysely<any>, name: string, shape: TableShape, isPostgres: boolean): Promise<void> {
  const keys = [
    `primary key (${shape.primaryKey.join(', ')})`,
    ...(shape.unique ?? []).map((columns) => `unique (${columns.join(', ')})`),
  ];
  const columns = Object.entries(shape.columns).map(([column, type]) => {
    return `${column} ${toDataType(type, isPostgres)}${type.endsWith('?') ? '' : ' not null'}`;
  });
  const options = isPostgres ? '' : ' strict';
  await sql.raw(`create table ${name} (${[...columns, ...keys].join(', ')})${options}`).execute(db);
  for (const index of shape.indexes ?? []) {
    await sql.raw(`create index ${name}_${index.join('_')} on ${name} (${index.join(', ')})`).execute(db);
  }
}

function toDataType(type: ColumnType, isPostgres: boolean): string {
  const base = type.replace('?', '');
  if (base === 'bytes') return isPostgres ? 'bytea' : 'blob';
  // SQLite's strict tables know the word INTEGER, which holds 64 bits there.
  return base === 'integer' ? (isPostgres ? 'bigint' : 'integer') : 'text';
}
