import { Buffer } from 'node:buffer';
import type { Database } from './records.ts';
import type { Schema } from './schema.ts';
import { TABLE_NAMES } from './table-names.ts';

type TableName = keyof Schema;
type Value = string | number | null | { readonly bytes: string };

/** Tables as plain data, for JSON. Bytes are base64. */
export interface Dump {
  readonly tables: Readonly<Record<string, { readonly columns: readonly string[]; readonly rows: readonly Value[][] }>>;
  /** Tables that had more rows than were asked for, and are not in it. */
  readonly leftOut: readonly string[];
}

/** What passes by itself, or is written anew by whoever finds it missing. */
const PASSING: ReadonlySet<TableName> = new Set<TableName>([
  'work',
  'events',
  'event_cursors',
  'idempotency',
  'sts_sessions',
  'scrubs',
]);

/** Tables that grow with use, not with what is set up. */
const GROWING: ReadonlySet<TableName> = new Set<TableName>([
  'recovery_points',
  'backup_jobs',
  'copy_jobs',
  'restore_jobs',
  'plan_runs',
  'tags',
]);

/** All that is set up, and of what grows with use those tables that have at most `rowsMax` rows. Jobs that have not ended are not in it. */
export async function dumpRecords(db: Database, { rowsMax }: { rowsMax: number }): Promise<Dump> {
  const tables: Record<string, Dump['tables'][string]> = {};
  const leftOut: string[] = [];
  for (const name of TABLE_NAMES) {
    if (PASSING.has(name)) continue;
    if (GROWING.has(name) && (await hasMore(db, name, rowsMax))) leftOut.push(name);
    else tables[name] = await dumpTable(db, name);
  }
  return { tables, leftOut };
}

async function hasMore(db: Database, name: TableName, rowsMax: number): Promise<boolean> {
  const { count } = await db
    .selectFrom(name)
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) > rowsMax;
}

async function dumpTable(db: Database, name: TableName): Promise<Dump['tables'][string]> {
  const rows = (await db.selectFrom(name).selectAll().execute()) as unknown as Record<string, unknown>[];
  const kept = rows.filter((row) => !name.endsWith('_jobs') || row['completed_at'] !== null);
  const columns = Object.keys(kept[0] ?? {});
  return { columns, rows: kept.map((row) => columns.map((column) => toValue(row[column]))) };
}

function toValue(value: unknown): Value {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  return value as string | number | null;
}

type Column = string | number | null | Uint8Array;

/** What columns say of rows from before them. */
const SINCE: Readonly<Partial<Record<TableName, (row: Readonly<Record<string, Column>>) => Record<string, Column>>>> = {
  vault_domains: () => ({ storage_class: 'WARM' }),
  recovery_points: (row) => ({ cold_move_at: row['move_to_cold_at'] ?? null }),
};

/**
 * Puts a dump into records that hold nothing of their own yet: each of its tables is emptied first. Tables and columns that the schema no longer
 * has are passed over. Run inside a transaction.
 */
export async function loadDump(db: Database, { tables }: Dump): Promise<void> {
  const known = new Map((await db.introspection.getTables()).map((table) => [table.name, table.columns]));
  for (const name of TABLE_NAMES) {
    const table = tables[name];
    if (table === undefined) continue;
    await db.deleteFrom(name).execute();
    const columns = new Set((known.get(name) ?? []).map((column) => column.name));
    for (const row of table.rows) {
      const values: Readonly<Record<string, Column>> = Object.fromEntries(
        table.columns.flatMap((column, at) => (columns.has(column) ? [[column, fromValue(row[at]!)]] : [])),
      );
      await db
        .insertInto(name)
        .values({ ...SINCE[name]?.(values), ...values })
        .execute();
    }
  }
}

function fromValue(value: Value): Column {
  return value !== null && typeof value === 'object' ? Buffer.from(value.bytes, 'base64') : value;
}
