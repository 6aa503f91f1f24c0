import { Buffer } from 'node:buffer';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { machineClock, noise } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

/** A tree whose bytes fill many small packs, made anew for each test, so that there is much to lose; and what is done with it. */
export function treeOfManyPacks({ smallFiles }: { smallFiles: number }) {
  const engine = openEngine({ clock: machineClock, threads: 0, packSize: 600_000 });
  afterAll(() => engine.close());
  const tree = { scratch: '', root: '' };
  beforeEach(() => {
    tree.scratch = mkdtempSync(join(tmpdir(), 'crossvault-lost-'));
    tree.root = join(tree.scratch, 'source');
    for (const folder of ['a', 'b', 'c']) {
      mkdirSync(join(tree.root, folder), { recursive: true });
      for (let file = 0; file < 3; file += 1) {
        writeFileSync(join(tree.root, folder, `file-${file}`), noise(`${folder}${file}`, 700_000 + file));
      }
      for (let file = 0; file < smallFiles; file += 1)
        writeFileSync(join(tree.root, folder, `small-${file}`), `${folder} ${file}`);
    }
  });
  afterEach(() => rmSync(tree.scratch, { recursive: true, force: true }));

  const backUp = async (domain: Domain, manifestId: string, previousManifestId?: string) =>
    engine.backup({
      domain,
      resource: await openDirectoryReader(tree.root),
      manifestId,
      about: {},
      ...(previousManifestId !== undefined && { previousManifestId }),
    });

  const copy = async (source: Domain, destination: Domain, destinationManifestId: string) =>
    engine.copy({ source, destination, sourceManifestId: 'm1', destinationManifestId, about: {} });

  const expectWhole = async (domain: Domain, manifestId: string): Promise<void> => {
    expect((await engine.verify({ domain, manifestId })).illnesses).toEqual([]);
    const target = Buffer.from(join(tree.scratch, `restored-${manifestId}`));
    await engine.restore({ domain, manifestId, target: { nature: 'directory', root: target } });
    expect((await compareTrees(tree.root, target.toString())).differences).toEqual([]);
  };

  return { engine, tree, backUp, copy, expectWhole };
}
