import { Buffer } from 'node:buffer';
import { chmodSync, linkSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { canSyncFileSystem } from '../resources/native/sync-file-system.ts';
import { scratch } from '../resources/scratch.testkit.ts';
import { machineClock, testDomain } from './engine.testkit.ts';
import { openEngine } from './open-engine.ts';

const synced: string[] = [];
let look = (): string => '';

vi.mock('../resources/native/sync-file-system.ts', async (original) => {
  const native = await original<typeof import('../resources/native/sync-file-system.ts')>();
  return {
    ...native,
    syncFileSystem(descriptor: number) {
      native.syncFileSystem(descriptor);
      synced.push(look());
    },
  };
});

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());

test.runIf(canSyncFileSystem)(
  'the file system is synced once, when all is in its place with its metadata',
  async () => {
    const place = scratch();
    const [source, target] = [join(place, 'source'), join(place, 'target')];
    mkdirSync(join(source, 'a/b'), { recursive: true });
    writeFileSync(join(source, 'a/b/file'), 'x');
    linkSync(join(source, 'a/b/file'), join(source, 'a/again'));
    chmodSync(source, 0o710);
    const domain = testDomain();
    await engine.backup({ domain, resource: await openDirectoryReader(source), manifestId: 'm1', about: {} });
    const lookAt = (root: string): string => {
      const names = readdirSync(root, { recursive: true }).map(String).sort();
      const told = names.map((name) => `${name} ${statSync(join(root, name)).mtimeMs}`);
      return [statSync(root).mode.toString(8), ...told].join(', ');
    };
    look = () => lookAt(target);
    await engine.restore({ domain, manifestId: 'm1', target: { nature: 'directory', root: Buffer.from(target) } });
    expect(synced).toEqual([lookAt(source)]);
  },
);
