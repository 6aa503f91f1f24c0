import type { CompiledQuery } from 'kysely';
import type { Database } from './records.ts';

/** Runs a statement on a connection at once, and returns its rows. */
export type RunAtOnce = (sql: string, parameters: readonly unknown[]) => readonly unknown[];

const connections = new WeakMap<Database, RunAtOnce>();

/** Lets `runCompiled` pass the query builder by on this database, whose driver answers without waiting. */
export function offerRunAtOnce(db: Database, run: RunAtOnce): void {
  connections.set(db, run);
}

/** Runs a compiled query with other parameters than its own. The way through the builder's executor takes longer than most such queries. */
export async function runCompiled<Row>(
  db: Database,
  query: CompiledQuery<Row>,
  parameters: readonly unknown[],
): Promise<readonly Row[]> {
  const run = connections.get(db);
  if (run !== undefined) return run(query.sql, parameters) as readonly Row[];
  return (await db.executeQuery<Row>({ ...query, parameters })).rows;
}
