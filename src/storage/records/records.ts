import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A connection to the records inside one transaction (or a snapshot, for reads). Queries are written in Kysely, for SQLite and PostgreSQL alike. */
export type Database = Kysely<Schema>;

/**
 * What is known: accounts, keys, vaults, recovery points, jobs. One contract, an adapter for SQLite now and for PostgreSQL later.
 * Booleans are 0 and 1, times integer milliseconds, documents JSON as text.
 */
export interface Records {
  /** Queries outside a transaction. They see what has been committed. */
  read<Result>(query: (db: Database) => Promise<Result>): Promise<Result>;
  /**
   * Runs `change` as one serializable transaction; durable once the promise resolves, undone as a whole when it throws.
   * `change` waits for nothing but its own queries: other writers stand behind it. It may run again after a conflict, so it
   * has no effect outside the transaction.
   */
  write<Result>(change: (db: Database) => Promise<Result>): Promise<Result>;
  /**
   * Another number after every commit, from before its promise resolves: while it stands still, what was read holds. An adapter that
   * cannot know answers each time with another.
   */
  version(): number;
  close(): Promise<void>;
}
