import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect } from 'kysely';
import { invariant } from '../../util/invariant.ts';
import { StorageError } from '../storage-error.ts';
import { SQLITE_BUSY_TIMEOUT_MS, SQLITE_CACHE_KIB, SQLITE_LOG_PAGES, TRANSACTIONS_PER_COMMIT_MAX } from './limits.ts';
import { migrate } from './migrations.ts';
import type { Database, Records } from './records.ts';
import { offerRunAtOnce } from './run-compiled.ts';
import type { Schema } from './schema.ts';

/**
 * Records in one SQLite file (or `:memory:`). Write-ahead log, every commit on disk before its promise resolves; transactions that
 * wait at the same time share one commit, since a commit costs a sync and the rest costs microseconds.
 */
export async function openSqlite(path: string): Promise<Records> {
  const writer = open(path);
  await migrate(toKysely(writer));
  const db = toKysely(writer);
  // An in-memory database exists on one connection only.
  const reader = path === ':memory:' ? undefined : open(path);
  const snapshot = reader === undefined ? undefined : new Snapshot(reader);
  const readDb = reader === undefined ? undefined : toKysely(reader, snapshot);
  const queue = new CommitQueue(writer, db, snapshot);
  return {
    read: (query) => (readDb === undefined ? queue.run(query) : query(readDb)),
    write: (change) => queue.run(change),
    version: () => queue.version,
    async close() {
      await queue.drain();
      reader?.close();
      writer.close();
    },
  };
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: SQLITE_BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;');
  database.exec(`PRAGMA cache_size = -${SQLITE_CACHE_KIB}; PRAGMA wal_autocheckpoint = ${SQLITE_LOG_PAGES};`);
  return database;
}

/**
 * The reader's transaction: open from the first read after a commit until the next writer begins, so that reads between two commits
 * take no lock of the file each. A commit finds no reader behind it, and the log can start over.
 */
class Snapshot {
  readonly #reader: DatabaseSync;
  #mayHold = true;

  constructor(reader: DatabaseSync) {
    this.#reader = reader;
  }

  beforeRead(): void {
    if (this.#mayHold && !this.#reader.isTransaction) this.#reader.exec('BEGIN');
  }

  beforeWrite(): void {
    this.#mayHold = false;
    if (this.#reader.isTransaction) this.#reader.exec('COMMIT');
  }

  afterWrite(): void {
    this.#mayHold = true;
  }
}

interface Waiting {
  readonly run: (db: Database) => Promise<unknown>;
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Runs transactions one after the other, each inside a savepoint, and commits those that stand in line together. */
class CommitQueue {
  readonly #database: DatabaseSync;
  readonly #db: Database;
  readonly #snapshot: Snapshot | undefined;
  readonly #waiting: Waiting[] = [];
  #loop: Promise<void> | undefined;
  /** Commits so far. */
  version = 0;

  constructor(database: DatabaseSync, db: Database, snapshot: Snapshot | undefined) {
    this.#database = database;
    this.#db = db;
    this.#snapshot = snapshot;
  }

  run<Result>(change: (db: Database) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({ run: change, resolve, reject });
      this.#loop ??= this.#commitAll();
    });
  }

  async drain(): Promise<void> {
    while (this.#loop !== undefined) await this.#loop;
  }

  async #commitAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Give the requests that arrived in this turn of the event loop the chance to share the commit.
      await new Promise((resolve) => setImmediate(resolve));
      await this.#commitBatch(this.#waiting.splice(0, TRANSACTIONS_PER_COMMIT_MAX));
    }
    // In the same turn as the look at the line: whoever joins it later starts a loop of their own.
    this.#loop = undefined;
  }

  async #commitBatch(batch: readonly Waiting[]): Promise<void> {
    const done: Array<() => void> = [];
    this.#snapshot?.beforeWrite();
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      for (const waiting of batch) done.push(await this.#runInSavepoint(waiting));
      this.#database.exec('COMMIT');
      this.version += 1;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      const failure = toStorageError(error);
      for (const waiting of batch) waiting.reject(failure);
      return;
    } finally {
      this.#snapshot?.afterWrite();
    }
    for (const settle of done) settle();
  }

  async #runInSavepoint({ run, resolve, reject }: Waiting): Promise<() => void> {
    this.#database.exec('SAVEPOINT one');
    try {
      const value = await run(this.#db);
      this.#database.exec('RELEASE one');
      return () => resolve(value as never);
    } catch (error) {
      invariant(this.#database.isTransaction, 'a failed change leaves the shared transaction open');
      this.#database.exec('ROLLBACK TO one; RELEASE one');
      return () => reject(error);
    }
  }
}

function toStorageError(error: unknown): StorageError {
  const text = error instanceof Error ? error.message : String(error);
  const kind = /database or disk is full/i.test(text) ? 'disk-full' : 'io';
  return new StorageError(kind, { records: text }, { cause: error });
}

function toKysely(database: DatabaseSync, snapshot?: Snapshot): Kysely<Schema> {
  const prepared = new Map<string, PreparedStatement>();
  const statementOf = (sql: string): PreparedStatement => {
    snapshot?.beforeRead();
    const statement = prepared.get(sql) ?? prepare(database, sql);
    if (prepared.size < 1000) prepared.set(sql, statement);
    return statement;
  };
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { close: () => undefined, prepare: statementOf } }),
  });
  offerRunAtOnce(db, (sql, parameters) => {
    const statement = statementOf(sql);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  });
  return db;
}

type PreparedStatement = ReturnType<typeof prepare>;

function prepare(database: DatabaseSync, sql: string) {
  const statement = database.prepare(sql);
  return {
    // Without this flag an INSERT … RETURNING would lose its rows.
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[])),
    run(parameters: readonly unknown[]) {
      const { changes, lastInsertRowid } = statement.run(...(parameters as SQLInputValue[]));
      return { changes, lastInsertRowid };
    },
    iterate: (parameters: readonly unknown[]) =>
      statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
  };
}
