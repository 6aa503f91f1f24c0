import { REMEMBERED_MAX } from './limits.ts';
import type { Database, Records } from './records.ts';

/**
 * What was read, until the next commit of whatever it be: so that a busy moment reads once, and a change holds at once all the same.
 * For readings that are asked for with every request or job, such as a caller's policies.
 */
export class Remembered<Value> {
  readonly #records: Pick<Records, 'version'>;
  /** Also readings that are under way: who asks meanwhile waits for the same. */
  readonly #values = new Map<string, Promise<Value>>();
  /** Of the records, as `#values` were read. */
  #version = -1;

  constructor(records: Pick<Records, 'version'>) {
    this.#records = records;
  }

  /** `key` names the reading whole: whatever `read` depends on beside the records. */
  async find(key: string, read: () => Promise<Value>): Promise<Value> {
    const version = this.#records.version();
    this.#forgetUnless(version);
    const known = this.#values.get(key);
    if (known !== undefined) return await known;
    const reading = read();
    if (this.#values.size >= REMEMBERED_MAX) this.#values.clear();
    this.#values.set(key, reading);
    try {
      const value = await reading;
      // What was committed meanwhile may be in it by half; nothing found is asked for anew, as it may come by other ways than a commit.
      if (this.#records.version() !== version || value === undefined) this.#forget(key, reading);
      return value;
    } catch (error) {
      this.#forget(key, reading);
      throw error;
    }
  }

  #forget(key: string, reading: Promise<Value>): void {
    if (this.#values.get(key) === reading) this.#values.delete(key);
  }

  #forgetUnless(version: number): void {
    if (this.#version === version) return;
    this.#values.clear();
    this.#version = version;
  }
}

/** Gives what `key` names as it was read since the last commit, or reads it. `key` names the reading whole, and what it gives. */
export type Remember = <Value>(key: string, read: () => Promise<Value>) => Promise<Value>;

const lookUps = new WeakMap<Records, Remembered<unknown>>();

/** One memory for all who ask about these records. */
export function rememberingOf(records: Records): Remember {
  const remembered = lookUps.get(records) ?? new Remembered<unknown>(records);
  lookUps.set(records, remembered);
  return async <Value>(key: string, read: () => Promise<Value>) => (await remembered.find(key, read)) as Value;
}

/** A reading that many jobs of the same moment ask for, remembered until the next commit. `key` names it whole, and what it gives. */
export async function lookUp<Value>(
  records: Records,
  key: string,
  read: (db: Database) => Promise<Value>,
): Promise<Value> {
  return await rememberingOf(records)(key, () => records.read(read));
}
