import {
  closeSync,
  fdatasync as fdatasyncWithCallback,
  linkSync,
  open as openWithCallback,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
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

const open = promisify(openWithCallback);
const fdatasync = promisify(fdatasyncWithCallback);

/**
 * Small blobs that are stored at the same time, as jobs that run together store their manifests: all are written, then all are synced, then all
 * get their names, then their folders are synced once. Each is as durable as if it had been put by itself when its promise resolves. What may
 * take long, to find room for a file and to sync it, the pool of threads does; handing it the other steps would cost more than they do. A
 * blob that comes alone, or whose folder is not there, is put by itself.
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
      else await this.#tryAll(some);
    }
    this.#isRunning = false;
  }

  /** What fails beside a blob's own steps, such as taking away what is left of it, fails for those that have no outcome yet. */
  async #tryAll(some: readonly Waiting[]): Promise<void> {
    try {
      await this.#putAll(some);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }

  async #putAll(some: readonly Waiting[]): Promise<void> {
    const written = await Promise.all(some.map((one) => this.#write(one)));
    const synced = await Promise.all(written.map(async (one) => one && (await sync(one))));
    const named = synced.flatMap((one) => (one === undefined ? [] : this.#name(one)));
    const byFolder = Map.groupBy(named, ({ blob }) => dirname(blob.path));
    await Promise.all([...byFolder].map(([folder, blobs]) => this.#settle(folder, blobs)));
  }

  async #write(one: Waiting): Promise<Written | undefined> {
    const { parts, temporary } = one.blob;
    let file: number | undefined;
    try {
      file = await open(temporary, 'wx', 0o600);
      for (const part of parts) writeWhole(file, part);
      return { ...one, file };
    } catch (error) {
      if (file !== undefined) closeSync(file);
      this.#fail(one, error);
      return undefined;
    }
  }

  /** A hard link fails where the name is taken, which `rename` would not. */
  #name(one: Written): Written[] {
    const { path, temporary } = one.blob;
    try {
      linkSync(temporary, path);
    } catch (error) {
      this.#fail(one, error);
      return [];
    }
    try {
      unlinkSync(temporary);
      return [one];
    } catch (error) {
      takeBack(one, error);
      return [];
    }
  }

  async #settle(folder: string, blobs: readonly Written[]): Promise<void> {
    try {
      await this.#alone.syncFolder(folder);
      for (const { resolve } of blobs) resolve(undefined);
    } catch (error) {
      for (const one of blobs) takeBack(one, error);
    }
  }

  /** A folder that is not there is made by who puts one by one. */
  #fail({ blob, resolve, reject }: Waiting, error: unknown): void {
    rmSync(blob.temporary, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') resolve(this.#alone.put(blob));
    else reject(error);
  }
}

/** A name that may not be durable goes again: whoever saw it, the next try of the same job not least, would take the blob for durable. */
function takeBack({ blob, reject }: Written, error: unknown): void {
  rmSync(blob.path, { force: true });
  reject(error);
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

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
