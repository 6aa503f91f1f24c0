import { Buffer } from 'node:buffer';
import { lstatSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SecretBytes } from '../secrets/secret-bytes.ts';
import { openMemoryBlobs } from '../storage/blobs/memory-blobs.ts';
import { machineClock } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { openEngine } from './open-engine.ts';

interface GoldenVault {
  readonly dataKey: string;
  readonly blobs: Record<string, string>;
}

const file = new URL('../../test/vectors/engine/vault-1.json', import.meta.url);
const golden: GoldenVault = JSON.parse(readFileSync(file, 'utf8'));
const engine = openEngine({ clock: machineClock, threads: 0 });
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-golden-'));
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

async function openGolden(
  alter: (name: string, bytes: Buffer) => Buffer | undefined = (_, bytes) => bytes,
): Promise<Domain> {
  const blobs = openMemoryBlobs();
  for (const [name, text] of Object.entries(golden.blobs)) {
    const bytes = alter(name, Buffer.from(text, 'base64'));
    if (bytes) await blobs.put(name, bytes);
  }
  const open = async () => new SecretBytes(Uint8Array.from(Buffer.from(golden.dataKey, 'base64')));
  const generate = () => Promise.reject(new Error('the golden vault has its keys'));
  return { id: 'golden', blobs, prefix: 'golden/', keys: { open, generate } };
}

/** How a vault fails: what verify throws or reports of its tree. */
async function illness(alter: (name: string, bytes: Buffer) => Buffer | undefined): Promise<string> {
  const domain = await openGolden(alter);
  try {
    const { illnesses } = await engine.verify({ domain, manifestId: 'tree' });
    return [...new Set(illnesses.map(({ kind }) => kind))].sort().join(' ');
  } catch (error) {
    return `${(error as { kind?: string }).kind}`;
  }
}

function flipped(bytes: Buffer, at: number): Buffer {
  const altered = Buffer.from(bytes);
  altered[at]! ^= 0x20;
  return altered;
}

test('a vault that format 1 wrote opens for ever', async () => {
  const domain = await openGolden();
  const root = join(scratch, 'tree');
  await engine.restore({ domain, manifestId: 'tree', target: { nature: 'directory', root: Buffer.from(root) } });
  expect(readFileSync(join(root, 'poem.txt'), 'utf8')).toBe('The quality of mercy is not strained\n'.repeat(40));
  expect([...readFileSync(join(root, 'below', 'few.bin'))]).toEqual([0, 1, 2, 3, 255]);
  expect(
    readFileSync(join(root, 'large.txt')).equals(Buffer.alloc(700_000, 'It droppeth as the gentle rain from heaven ')),
  ).toBe(true);
  expect(readFileSync(join(root, 'hole')).equals(Buffer.alloc(5_000_000))).toBe(true);
  expect(readlinkSync(join(root, 'link'))).toBe('poem.txt');
  expect(lstatSync(join(root, 'below', 'empty')).isDirectory()).toBe(true);
  expect(statSync(join(root, 'below', 'same.txt')).ino).toBe(statSync(join(root, 'poem.txt')).ino);

  const path = Buffer.from(join(scratch, 'image'));
  await engine.restore({ domain, manifestId: 'image', target: { nature: 'disk-image', path } });
  const image = Buffer.concat([Buffer.alloc(524_288, 'block '), Buffer.alloc(1_048_576), Buffer.from('end')]);
  expect(readFileSync(path).equals(image)).toBe(true);
});

test('a change anywhere in a blob that the tree needs is noticed', async () => {
  expect(await illness((_, bytes) => bytes)).toBe('');
  const silent: string[] = [];
  for (const [name, text] of Object.entries(golden.blobs)) {
    const { length } = Buffer.from(text, 'base64');
    const step = Math.max(1, Math.floor(length / 60));
    for (let at = 0; at < length; at += step) {
      const kind = await illness((other, bytes) => (other === name ? flipped(bytes, at) : bytes));
      if (kind === '') silent.push(name);
    }
  }
  // The other manifest, and the packs with its image, are no part of the tree.
  const unneeded = new Set(silent);
  expect(unneeded).toContain('golden/manifests/image');
  expect(unneeded).not.toContain('golden/manifests/tree');
  expect(unneeded).not.toContain('golden/head');
  expect([...unneeded].filter((name) => name.includes('/index/'))).toEqual([]);
  for (const name of unneeded) expect(silent.filter((one) => one === name).length).toBeGreaterThanOrEqual(60);
});

test.each([
  ['head', 'head-missing', 'head-corrupt'],
  ['manifests/tree', 'manifest-missing', 'manifest-corrupt'],
])('a lost or truncated %s is told as %s or %s', async (blob, lost, broken) => {
  const name = `golden/${blob}`;
  expect(await illness((other, bytes) => (other === name ? undefined : bytes))).toBe(lost);
  expect(await illness((other, bytes) => (other === name ? bytes.subarray(0, 50) : bytes))).toBe(broken);
  expect(await illness((other, bytes) => (other === name ? bytes.subarray(0, 3) : bytes))).toBe(broken);
});

test('lost packs, lost and broken index segments are told as what they are', async () => {
  expect(await illness((name, bytes) => (name.includes('/packs/') ? undefined : bytes))).toBe('pack-missing');
  expect(await illness((name, bytes) => (name.includes('/index/') ? undefined : bytes))).toBe('chunk-missing');
  const cut = (name: string, bytes: Buffer) => (name.includes('/index/') ? bytes.subarray(0, -1) : bytes);
  expect(await illness(cut)).toBe('index-corrupt');
  const short = (name: string, bytes: Buffer) => (name.includes('/packs/') ? bytes.subarray(0, 60) : bytes);
  expect(await illness(short)).toBe('pack-corrupt');
});

test('a blob of a later version is refused as unknown, not as broken', async () => {
  for (const blob of ['head', 'manifests/tree']) {
    const later = (name: string, bytes: Buffer) => {
      if (name === `golden/${blob}`) bytes[8] = 2;
      return bytes;
    };
    expect(await illness(later)).toBe('format-unknown');
  }
});
