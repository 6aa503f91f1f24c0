import { cpSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Assembly, assemble } from './assemble.ts';
import type { ServerConfig } from './config.ts';
import { testConfig } from './testing/test-config.ts';

/** Roots of the stores that have made what is seen in them durable, in order. */
const settled = vi.hoisted(() => [] as string[]);
vi.mock('../storage/blobs/disk-blobs.ts', async (original) => {
  const real = await original<typeof import('../storage/blobs/disk-blobs.ts')>();
  const openDiskBlobs: typeof real.openDiskBlobs = (root, ...more) => {
    const store = real.openDiskBlobs(root, ...more);
    const settle = async (): Promise<void> => {
      await store.settle!();
      settled.push(root);
    };
    return { ...store, settle };
  };
  return { ...real, openDiskBlobs };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-assemble-'));
  settled.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (dataDirectory: string, change: Partial<ServerConfig> = {}): Promise<Assembly> =>
  assemble(testConfig(dataDirectory, { clock: 'real', sourceRoots: [folder], onNotice: () => undefined, ...change }));

test('a server that was killed syncs the folders of its blobs, warm and cold, before anything else; one that came to its end does not', async () => {
  const [data, killed] = [path.join(folder, 'data'), path.join(folder, 'killed')];
  const first = await start(data);
  // What kill -9 leaves: the directory as it is while a server works in it.
  cpSync(data, killed, { recursive: true });
  await first.close();
  const again = await start(data);
  await again.close();
  expect(settled).toEqual([]);
  const afterKill = await start(killed);
  await afterKill.close();
  expect(settled).toEqual([path.join(killed, 'blobs'), path.join(killed, 'cold')]);
});

test('a start that fails when the records are open closes them, and the directory is free for the next', async () => {
  const data = path.join(folder, 'data');
  await expect(start(data, { rootKeyFile: path.join(folder, 'no-key') })).rejects.toThrow();
  expect(openFilesBelow(data)).toEqual([]);
  const next = await start(data);
  expect(process.platform !== 'linux' || openFilesBelow(data).length > 0).toBe(true);
  await next.close();
});

/** Of this process; only Linux tells them. */
function openFilesBelow(directory: string): string[] {
  if (process.platform !== 'linux') return [];
  const files = readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      // The one that the list itself was read with.
      return [];
    }
  });
  return files.filter((file) => file.startsWith(directory));
}
