import type { CompiledQuery } from 'kysely';
import type { Database } from './records.ts';
import { runCompiled } from './run-compiled.ts';
import type { Schema } from './schema.ts';

interface Compiled<Row> {
  readonly query: CompiledQuery<Row>;
  /** For each parameter of the query, which argument it is; -1 for one that is always the same. */
  readonly sources: readonly number[];
}

const marks = Array.from({ length: 16 }, (_, index) => `\u0000argument ${index}\u0000`);

/**
 * A query that is built and compiled once and then run with other arguments: for those that every job runs, where building one costs more than
 * running it. `build` uses each argument as a value and looks at none.
 */
export function prepared<Arguments extends readonly (string | number | null)[], Row>(
  build: (db: Database, ...values: Arguments) => { compile(): CompiledQuery<Row> },
): (db: Database, ...values: Arguments) => Promise<readonly Row[]> {
  const known = new WeakMap<Database, Compiled<Row>>();
  return async (db, ...values) => {
    const compiled = known.get(db) ?? compile(db, build, values.length);
    known.set(db, compiled);
    const { query, sources } = compiled;
    const parameters = sources.map((source, at) => (source < 0 ? query.parameters[at] : values[source]));
    return await runCompiled(db, query, parameters);
  };
}

function compile<Row>(
  db: Database,
  build: (db: Database, ...values: never) => { compile(): CompiledQuery<Row> },
  count: number,
): Compiled<Row> {
  const query = build(db, ...(marks.slice(0, count) as never)).compile();
  return { query, sources: query.parameters.map((value) => marks.indexOf(value as string)) };
}

const inserts = new WeakMap<Database, Map<string, { query: CompiledQuery; columns: readonly string[] }>>();

/** Inserts one whole row, with a text that is made once for each table. */
export async function insertRow<Table extends keyof Schema>(
  db: Database,
  table: Table,
  row: Readonly<Schema[Table]>,
): Promise<void> {
  const values = row as Readonly<Record<string, unknown>>;
  const byTable = inserts.get(db) ?? new Map<string, { query: CompiledQuery; columns: readonly string[] }>();
  inserts.set(db, byTable);
  let insert = byTable.get(table);
  if (insert === undefined) {
    const columns = Object.keys(values);
    insert = {
      query: db
        .insertInto(table)
        .values(row as never)
        .compile(),
      columns,
    };
    byTable.set(table, insert);
  }
  await runCompiled(
    db,
    insert.query,
    insert.columns.map((column) => values[column]),
  );
}
