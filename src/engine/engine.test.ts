import { Buffer } from 'node:buffer';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { compareTrees } from '../resources/compare-trees.ts';
import { openDirectoryReader } from '../resources/directory-reader.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { blobNames, failingBlobs, noise, testDomain, testKeys, totalSize } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

const engine = openEngine({ threads: 0 });
afterAll(() => engine.close());
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-engine-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

async function backUp(domain: Domain, root: string, manifestId: string, previousManifestId?: string) {
  const resource = await openDirectoryReader(root);
  const about = { arn: manifestId };
  return engine.backup({ domain, resource, manifestId, about, ...(previousManifestId && { previousManifestId }) });
}

async function copy(source: Domain, destination: Domain, id: string) {
  return engine.copy({ source, destination, sourceManifestId: id, destinationManifestId: id, about: { copied: id } });
}

async function expectRestores(domain: Domain, manifestId: string, expected: string) {
  const root = join(scratch, `restored-${manifestId}-${domain.id}`);
  const report = await engine.restore({ domain, manifestId, target: { nature: 'directory', root: Buffer.from(root) } });
  expect(report.troubles).toEqual([]);
  const { differences } = await compareTrees(expected, root);
  expect(differences).toEqual([]);
}

function makeTree(name = 'source'): string {
  const root = join(scratch, name);
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  mkdirSync(join(root, 'empty'));
  for (let number = 0; number < 40; number += 1) {
    writeFileSync(join(root, 'deep', `note-${number}.txt`), `note ${number}\n`.repeat(number * 7));
  }
  writeFileSync(join(root, 'large.bin'), noise('large', 5_300_000));
  writeFileSync(join(root, 'large.txt'), Buffer.alloc(2_000_000, 'all work and no play '));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/deep/er/`), Buffer.of(0xff, 0xfe, 0x41)]), 'not UTF-8');
  writeFileSync(join(root, 'none'), '');
  writeFileSync(join(root, 'hole'), 'begin');
  truncateSync(join(root, 'hole'), 9_000_000);
  symlinkSync('../large.bin', join(root, 'deep', 'link'));
  linkSync(join(root, 'large.txt'), join(root, 'deep', 'same.txt'));
  chmodSync(join(root, 'deep', 'note-3.txt'), 0o4711);
  return root;
}

test('what is restored from a copy equals what was backed up, with the source domain gone', async () => {
  const [one, other] = [testDomain('one'), testDomain('other')];
  const root = makeTree();
  const backedUp = await backUp(one, root, 'm1');
  expect(backedUp.troubles).toEqual([]);
  const copied = await copy(one, other, 'm1');
  expect(copied.sizeBytes).toBe(backedUp.sizeBytes);
  for (const name of await blobNames(one.blobs)) await one.blobs.delete(name);
  await expectRestores(other, 'm1', root);
  const verified = await engine.verify({ domain: other, manifestId: 'm1' });
  expect(verified.illnesses).toEqual([]);
});
