import { Buffer } from 'node:buffer';
import { createCipheriv, createHash } from 'node:crypto';
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DataKeys, Domain, Engine } from '../../../src/engine/engine.ts';
import { openEngine } from '../../../src/engine/open-engine.ts';
import { openDirectoryReader } from '../../../src/resources/directory-reader.ts';
import { SecretBytes } from '../../../src/secrets/secret-bytes.ts';
import { openMemoryBlobs } from '../../../src/storage/blobs/memory-blobs.ts';
import { readVault } from './read-vault.ts';

let engine: Engine;
let scratch: string;
let root: string;
beforeAll(() => {
  engine = openEngine({ clock: { now: () => 0 }, threads: 0, packSize: 1_000_000 });
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-twin-'));
  root = join(scratch, 'source');
  mkdirSync(join(root, 'deep', 'er'), { recursive: true });
  for (let file = 0; file < 700; file += 1)
    writeFileSync(join(root, 'deep', `note-${file}`), `note ${file} `.repeat(file));
  writeFileSync(join(root, 'large'), noise('large', 7_000_000));
  writeFileSync(join(root, 'long'), noise('long', 45_000_000));
  writeFileSync(join(root, 'text'), Buffer.alloc(3_000_000, 'all work and no play '));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.of(0xff, 0x41)]), 'not UTF-8');
  writeFileSync(join(root, 'empty'), '');
  writeFileSync(join(root, 'hole'), 'begin');
  truncateSync(join(root, 'hole'), 9_000_000);
  symlinkSync('../large', join(root, 'deep', 'link'));
  linkSync(join(root, 'text'), join(root, 'deep', 'er', 'same'));
});
afterAll(async () => {
  await engine.close();
  rmSync(scratch, { recursive: true, force: true });
});

function noise(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Wraps a data key by turning each bit. */
const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const keys: DataKeys = {
  async generate() {
    const plaintext = createHash('sha256').update('data key').digest();
    return { plaintext: new SecretBytes(Uint8Array.from(plaintext)), wrapped: turned(plaintext) };
  },
  open: async (wrapped) => new SecretBytes(Uint8Array.from(turned(wrapped))),
};

function domain(id: string): Domain {
  return { id, prefix: `region/${id}/`, blobs: openMemoryBlobs(), keys };
}

async function twinOf({ blobs, prefix }: Domain, manifestId: string) {
  const all = new Map<string, Buffer>();
  for await (const { name } of blobs.list(prefix))
    all.set(name.slice(prefix.length), Buffer.from(await blobs.get(name)));
  return readVault(all, turned, manifestId);
}

async function expectTwinReads(from: Domain, manifestId: string) {
  const { entries, about } = await twinOf(from, manifestId);
  expect(about.get('of')).toBe(manifestId);
  expect(entries.length).toBe(700 + 11);
  for (const { path, bytes, target, mode, mtimeNs } of entries) {
    const place = Buffer.from(`${root}/${path}`, 'latin1');
    const look = lstatSync(place, { bigint: true });
    expect([path, Number(look.mode) & 0o7777, look.mtimeNs]).toEqual([path, mode, mtimeNs]);
    if (bytes && !bytes.equals(readFileSync(place))) expect.fail(`${path} differs`);
    if (target) expect(target.toString()).toBe(readlinkSync(place));
  }
  const links = entries.filter(({ hardLink }) => hardLink !== undefined);
  expect(links.map(({ path }) => path).sort()).toEqual(['deep/er/same', 'text']);
  expect(new Set(links.map(({ hardLink }) => hardLink)).size).toBe(1);
}

test('a reader written from FORMAT.md alone reads what the engine wrote, byte for byte', async () => {
  const [one, other] = [domain('one'), domain('other')];
  const resource = await openDirectoryReader(root);
  await engine.backup({ domain: one, resource, manifestId: 'm1', about: { of: 'm1' } });
  await expectTwinReads(one, 'm1');
  await engine.copy({
    source: one,
    destination: other,
    sourceManifestId: 'm1',
    destinationManifestId: 'c1',
    about: { of: 'c1' },
  });
  await expectTwinReads(other, 'c1');
  await engine.backup({
    domain: other,
    resource: await openDirectoryReader(join(root, 'deep')),
    manifestId: 'gone',
    about: {},
  });
  await engine.prune({ domain: other, keep: async () => new Set(['c1']), now: 0, graceMs: 0 });
  await expectTwinReads(other, 'c1');
});

test('it reads a disk image as well', async () => {
  const one = domain('image');
  const bytes = Buffer.concat([noise('block', 1_500_000), Buffer.alloc(3_000_000), noise('end', 100)]);
  const path = join(scratch, 'disk.img');
  writeFileSync(path, bytes);
  const resource = { nature: 'disk-image', path: Buffer.from(path), sizeBytes: bytes.length } as const;
  await engine.backup({ domain: one, resource, manifestId: 'i1', about: {} });
  expect((await twinOf(one, 'i1')).image?.equals(bytes)).toBe(true);
});

test('it reads the golden vault', () => {
  const file = new URL('../../vectors/engine/vault-1.json', import.meta.url);
  const golden = JSON.parse(readFileSync(file, 'utf8')) as { dataKey: string; blobs: Record<string, string> };
  const blobs = new Map(
    Object.entries(golden.blobs).map(([name, text]) => [name.slice('golden/'.length), Buffer.from(text, 'base64')]),
  );
  const { entries } = readVault(blobs, () => Buffer.from(golden.dataKey, 'base64'), 'tree');
  const poem = entries.find(({ path }) => path === 'poem.txt');
  expect(poem?.bytes?.toString()).toBe('The quality of mercy is not strained\n'.repeat(40));
});
