import { type FileHandle, link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Random } from '../util/random.ts';
import { randomHex } from '../util/random.ts';
import { ROOT_KEY_BYTES, ROOT_KEY_FILE_BYTES_MAX } from './limits.ts';
import { SecretBytes } from './secret-bytes.ts';
import { SecretsError } from './secrets-error.ts';

/**
 * The key under which everything secret is sealed at rest. Whoever has it and the data directory can read all; who
 * loses it, nothing.
 */
export interface RootKey {
  readonly material: SecretBytes;
  /** Where it lies; nothing for one that lives in memory only. */
  readonly path?: string;
  /** Whether this call made it: it then lies beside the data it protects. */
  readonly isGenerated: boolean;
}

export interface RootKeyRequest {
  readonly dataDirectory: string;
  /**
   * `CROSSVAULT_ROOT_KEY_FILE`: it must be there. Default: `keys/root` in the data directory, made at the first start.
   */
  readonly file?: string;
  readonly random: Random;
  /** Hears one sentence when the key was generated. Default: Node's warnings. */
  readonly warn?: (sentence: string) => void;
}

/**
 * The root key from its file: 32 bytes, raw, in hexadecimal or in base64. Throws SecretsError where the file is
 * missing, is open to others than its owner, or holds something else.
 */
export async function loadRootKey({ dataDirectory, file, random, warn = warnNode }: RootKeyRequest): Promise<RootKey> {
  if (file !== undefined) return { material: await readRootKey(file), path: file, isGenerated: false };
  const path = join(dataDirectory, 'keys', 'root');
  const isGenerated = await createRootKey(path, random);
  if (isGenerated) {
    warn(
      `Generated a root key at ${path}. Keep a copy elsewhere, or name a file of your own in CROSSVAULT_ROOT_KEY_FILE.`,
    );
  }
  return { material: await readRootKey(path), path, isGenerated };
}

/** A root key that ends with the process: for tests and servers that keep nothing. */
export function ephemeralRootKey(random: Random): RootKey {
  return { material: new SecretBytes(random.bytes(ROOT_KEY_BYTES)), isGenerated: true };
}

const warnNode = (sentence: string): void => process.emitWarning(sentence, 'CrossvaultWarning');

/** Returns whether it made the file. A file appears whole or not at all, and of two that start at once one wins. */
async function createRootKey(path: string, random: Random): Promise<boolean> {
  if (await exists(path)) return false;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomHex(random, 16)}`;
  await writeDurably(draft, `${Buffer.from(random.bytes(ROOT_KEY_BYTES)).toString('base64')}\n`);
  try {
    await link(draft, path);
    await syncDirectory(dirname(path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw new SecretsError('root-key-unreadable', `The root key at ${path} can't be read.`, { cause: error });
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncDirectory(path: string): Promise<void> {
  // Windows knows no sync of a directory.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readRootKey(path: string): Promise<SecretBytes> {
  const handle = await openRootKey(path);
  try {
    await refuseExposed(handle, path);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(ROOT_KEY_FILE_BYTES_MAX + 1));
    const material = parseRootKey(buffer.subarray(0, bytesRead));
    buffer.fill(0);
    if (material === undefined) {
      throw new SecretsError(
        'root-key-malformed',
        `${path} holds no root key: 32 bytes, raw, in hexadecimal or base64.`,
      );
    }
    return material;
  } finally {
    await handle.close();
  }
}

async function openRootKey(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw new SecretsError('root-key-unreadable', `The root key at ${path} can't be read.`, { cause: error });
  }
}

async function refuseExposed(handle: FileHandle, path: string): Promise<void> {
  // Windows has no such modes.
  if (process.platform === 'win32') return;
  const { mode } = await handle.stat();
  if ((mode & 0o077) === 0) return;
  const shown = (mode & 0o777).toString(8);
  throw new SecretsError(
    'root-key-exposed',
    `${path} has mode ${shown}: others can read the root key. Run: chmod 600 ${path}`,
  );
}

function parseRootKey(bytes: Buffer): SecretBytes | undefined {
  if (bytes.length === ROOT_KEY_BYTES) return new SecretBytes(bytes);
  const text = bytes.toString('latin1').trim();
  if (/^[0-9a-f]{64}$/i.test(text)) return new SecretBytes(Buffer.from(text, 'hex'));
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return new SecretBytes(Buffer.from(text, 'base64'));
  return undefined;
}
