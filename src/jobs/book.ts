import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { keepLastBook, lastBook } from '../storage/records/book-mark.ts';
import { type Dump, dumpRecords } from '../storage/records/dump.ts';
import type { Database } from '../storage/records/records.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { JobContext } from './job-context.ts';
import { BOOK_EVERY_MS, BOOK_LOOK_MS, BOOK_ROWS_MAX, BOOK_SIZE_MAX } from './limits.ts';

const FOLDER = 'book/';
const VERSION = 1;

/** What `recover` needs beside the vaults when the database is gone (FORMAT.md 7). */
export interface BookContent extends Dump {
  readonly version: number;
  /** When it was written, in the service's time. */
  readonly at: number;
}

type BookContext = Pick<JobContext, 'records' | 'blobs' | 'keys' | 'clock' | 'machineClock' | 'timer' | 'log'>;

/**
 * Keeps a sealed copy of the records among the blobs: without it, a lost database would take the material of all keys with it. What vaults and
 * keys are is in it before a job relies on them, and soon after it changes: so the material of a destroyed key does not stay. The rest follows
 * now and then, and when the server stops.
 */
export class Book {
  readonly #context: BookContext;
  readonly #ensured = new Set<string>();
  #isStarted = false;
  #stamp = '';
  #version = -1;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #last: Promise<void> = Promise.resolve();
  #cancelLook = (): void => undefined;

  constructor(context: BookContext) {
    this.#context = context;
  }

  start(): void {
    this.#isStarted = true;
    this.#cancelLook = this.#context.timer.after(BOOK_LOOK_MS, () => {
      this.#inTurn(() => this.#keepUp())
        .catch((error: unknown) => this.#context.log.error({ err: error }, 'the book of records could not be written'))
        .finally(() => this.#isStarted && this.start());
    });
  }

  /** Writes what is new, where it was started at all. */
  async stop(): Promise<void> {
    if (!this.#isStarted) return;
    await this.pause();
    await this.#inTurn(() => this.#keepUp({ isEnd: true }));
  }

  /** Writes nothing more by itself until the next start. */
  async pause(): Promise<void> {
    this.#isStarted = false;
    this.#cancelLook();
    await this.#last;
  }

  /**
   * Returns once a domain, its vault and its key are in the book. Asked once for each domain: its data key is wrapped when it is made, and never under
   * later material.
   */
  async ensure(domainId: string): Promise<void> {
    if (this.#ensured.has(domainId)) return;
    await this.#inTurn(() => this.#keepUp());
    this.#ensured.add(domainId);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #keepUp({ isEnd = false } = {}): Promise<void> {
    const { records, machineClock } = this.#context;
    const version = records.version();
    if (version === this.#version) return;
    const stamp = await records.read(stampOf);
    const isDue = isEnd || machineClock.now() - this.#writtenAt >= BOOK_EVERY_MS;
    if (stamp === this.#stamp && !isDue) return;
    this.#version = await this.#write();
    this.#stamp = stamp;
    this.#writtenAt = machineClock.now();
  }

  /** Returns the version of the records that is in it, or an earlier one. */
  async #write(): Promise<number> {
    const { records, blobs, keys, clock } = this.#context;
    const older = await bookNames(blobs);
    const number = 1 + Math.max(numberOf(older.at(-1)), (await records.read(lastBook)) ?? 0);
    await records.write((db) => keepLastBook(db, number));
    const version = records.version();
    const dump = await records.read((db) => dumpRecords(db, { rowsMax: BOOK_ROWS_MAX }));
    const content: BookContent = { version: VERSION, at: clock.now(), ...dump };
    const name = nameOf(number);
    await blobs.put(name, await keys.sealOwn(zstdCompressSync(JSON.stringify(content)), name));
    for (const one of older) await blobs.delete(one);
    return version;
  }
}

/** The newest book that opens under this root key; nothing where there is none. */
export async function readBook({ blobs, keys }: Pick<JobContext, 'blobs' | 'keys'>): Promise<BookContent | undefined> {
  for (const name of (await bookNames(blobs)).toReversed()) {
    const content = await openBook({ blobs, keys }, name);
    if (content?.version === VERSION) return content;
  }
  return undefined;
}

async function openBook(
  { blobs, keys }: Pick<JobContext, 'blobs' | 'keys'>,
  name: string,
): Promise<BookContent | undefined> {
  try {
    const opened = await keys.openOwn(await blobs.get(name), name);
    const text = zstdDecompressSync(opened.open(), { maxOutputLength: BOOK_SIZE_MAX }).toString('utf8');
    opened.wipe();
    return JSON.parse(text) as BookContent;
  } catch (error) {
    // A store that cannot be read now says nothing of the book.
    if (error instanceof StorageError && error.kind !== 'blob-missing') throw error;
    // Sealed under another root key, or damaged: an older one may be whole.
    return undefined;
  }
}

export const hasBook = async (blobs: BlobStore): Promise<boolean> => (await bookNames(blobs)).length > 0;

/**
 * Whether a book was written by records that are newer than these, which somebody has put back: recovery points that came since are not in them, so
 * that `prune` would drop them, and the next book would forget the material of newer keys.
 */
export async function isBookNewer({ records, blobs }: Pick<JobContext, 'records' | 'blobs'>): Promise<boolean> {
  const last = await records.read(lastBook);
  return last !== undefined && (await newestBook(blobs)) > last;
}

/** Its number; 0 where there is none. */
export const newestBook = async (blobs: BlobStore): Promise<number> => numberOf((await bookNames(blobs)).at(-1));

/** In their order. */
async function bookNames(blobs: BlobStore): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of blobs.list(FOLDER)) names.push(name);
  return names.sort();
}

const nameOf = (number: number): string => `${FOLDER}${number.toString(16).padStart(12, '0')}`;

/** 0 where there is none. */
const numberOf = (name: string | undefined): number =>
  name === undefined ? 0 : Number.parseInt(name.slice(FOLDER.length), 16);

/**
 * Changes with whatever a vault's bytes need to be opened, and with what protects them: keys that come, change their state or go, their material,
 * vaults and their locks, domains, legal holds.
 */
async function stampOf(db: Database): Promise<string> {
  const material = await db
    .selectFrom('kms_key_material')
    .select(['key_id', 'version', 'created_at', 'fingerprint'])
    .orderBy('key_id')
    .orderBy('version')
    .execute();
  const keys = await db.selectFrom('kms_keys').select(['arn', 'state', 'has_material']).orderBy('arn').execute();
  const vaults = await db
    .selectFrom('vaults')
    .select(['arn', 'key_arn', 'is_locked', 'lock_at', 'min_retention_days', 'max_retention_days'])
    .orderBy('arn')
    .execute();
  const domains = await db.selectFrom('vault_domains').select('id').orderBy('id').execute();
  const holds = await db.selectFrom('legal_holds').select(['id', 'status']).orderBy('id').execute();
  return createHash('sha256')
    .update(JSON.stringify([material, keys, vaults, domains, holds]))
    .digest('hex');
}
