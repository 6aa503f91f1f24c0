import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The place behind a row in a list that is ordered by time and id. */
export interface PagePosition {
  readonly at: number;
  readonly id: string;
}

/** A part of a list: at most `limit` rows behind `after`. One more than wanted tells whether there are more. */
export interface Page {
  readonly after?: PagePosition | undefined;
  readonly limit: number;
}

/** True for the rows behind a position in a list that runs from the oldest to the newest. */
export function isAhead(
  { at, id }: PagePosition,
  columns: { readonly at: string; readonly id: string },
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) > (${at}, ${id})`;
}

/** True for the rows behind a position in a list that runs from the newest to the oldest. Row values compare alike on SQLite and PostgreSQL. */
export function isBehind(
  { at, id }: PagePosition,
  columns: { readonly at: string; readonly id: string },
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) < (${at}, ${id})`;
}
