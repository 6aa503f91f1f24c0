import {
  closeSync,
  fdatasync as fdatasyncWithCallback,
  linkSync,
  openSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { startWriteback } from '../native/start-writeback.ts';
import { PUTS_TOGETHER_MAX, PUTS_TOGETHER_MIN } from './limits.ts';

/** A blob on its way: the file that it is written to first, and where it goes. */
export interface NewBlob {
  readonly path: string;
  readonly temporary: string;
  readonly parts: readonly Uint8Array[];
}

/** How a store puts one blob by itself, and makes the names in a folder durable. */
export interface OneByOne {
  put(blob: NewBlob): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}

interface Waiting {
  readonly blob: NewBlob;
  readonly resolve: (outcome: Promise<void> | undefined) => void;
  readonly reject: (error: unknown) => void;
}

interface Written extends Waiting {
  readonly file: number;
}

const fdatasync = promisify(fdatasyncWithCallback);

/**
 * Small blobs that are stored at the same time, as jobs that run together store their manifests: all are written, then all are synced, then all
 * get their names, then their folders are synced once. Each is as durable as if it had been put by itself when its promise resolves. Files are
 * created, written and named at once: handing each of these steps to the pool of threads costs more than the step. A blob that comes
 * alone, or whose folder is not there, is put by itself.
 */
export class PutTogether {
  readonly #alone: OneByOne;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(alone: OneByOne) {
    this.#alone = alone;
  }

  /** Throws what the file system throws: `EEXIST` where the name is taken. Nothing is left then but what stood under the name. */
  put(blob: NewBlob): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ blob, resolve: (outcome) => resolve(outcome), reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      // Those that come in this turn come together.
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, PUTS_TOGETHER_MAX);
      if (some.length < PUTS_TOGETHER_MIN) for (const one of some) one.resolve(this.#alone.put(one.blob));
      else await this.#putAll(some);
    }
    this.#isRunning = false;
  }

  async #putAll(some: readonly Waiting[]): Promise<void> {
    const written = some.flatMap((one) => this.#write(one));
    const synced = await Promise.all(written.map(sync));
    const named = synced.flatMap((one) => (one === undefined ? [] : this.#name(one)));
    const byFolder = Map.groupBy(named, ({ blob }) => dirname(blob.path));
    await Promise.all([...byFolder].map(([folder, blobs]) => this.#settle(folder, blobs)));
  }

  #write(one: Waiting): Written[] {
    const { parts, temporary } = one.blob;
    let file: number | undefined;
    try {
      file = openSync(temporary, 'wx', 0o600);
      const length = parts.reduce((sum, part) => sum + writeWhole(file!, part), 0);
      // All before the first sync, which then finds little left of the others.
      startWriteback(file, 0, length);
      return [{ ...one, file }];
    } catch (error) {
      if (file !== undefined) closeSync(file);
      this.#fail(one, error);
      return [];
    }
  }

  /** A hard link fails where the name is taken, which `rename` would not. */
  #name(one: Written): Written[] {
    const { path, temporary } = one.blob;
    try {
      linkSync(temporary, path);
      unlinkSync(temporary);
      return [one];
    } catch (error) {
      this.#fail(one, error);
      return [];
    }
  }

  async #settle(folder: string, blobs: readonly Written[]): Promise<void> {
    try {
      await this.#alone.syncFolder(folder);
      for (const { resolve } of blobs) resolve(undefined);
    } catch (error) {
      for (const { reject } of blobs) reject(error);
    }
  }

  /** A folder that is not there is made by who puts one by one. */
  #fail({ blob, resolve, reject }: Waiting, error: unknown): void {
    rmSync(blob.temporary, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') resolve(this.#alone.put(blob));
    else reject(error);
  }
}

/** Nothing where it failed: the blob has been told so. */
async function sync(one: Written): Promise<Written | undefined> {
  try {
    await fdatasync(one.file);
    return one;
  } catch (error) {
    rmSync(one.blob.temporary, { force: true });
    one.reject(error);
    return undefined;
  } finally {
    closeSync(one.file);
  }
}

function writeWhole(file: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  return bytes.length;
}
