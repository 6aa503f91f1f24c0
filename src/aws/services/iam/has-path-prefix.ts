import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** True for rows whose path begins so; unlike LIKE it knows no wildcards and heeds case. */
export const hasPathPrefix = (prefix: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`substr(path, 1, ${prefix.length}) = ${prefix}`;
