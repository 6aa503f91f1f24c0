import { REMEMBERED_MAX } from './limits.ts';
import type { Records } from './records.ts';

/**
 * What was read, until the next commit of whatever it be: so that a busy moment reads once, and a change holds at once all the same.
 * For readings that are asked for with every request, such as a caller's policies.
 */
export class Remembered<Value> {
  readonly #records: Pick<Records, 'version'>;
  readonly #values = new Map<string, Value>();
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
    if (known !== undefined) return known;
    const value = await read();
    // What was committed meanwhile may be in it by half.
    if (this.#records.version() !== version) return value;
    this.#forgetUnless(version);
    if (this.#values.size >= REMEMBERED_MAX) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }

  #forgetUnless(version: number): void {
    if (this.#version === version) return;
    this.#values.clear();
    this.#version = version;
  }
}
