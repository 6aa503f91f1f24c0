import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import type { Domain } from '../../../src/engine/engine.ts';
import { openEngine } from '../../../src/engine/open-engine.ts';
import { SecretBytes } from '../../../src/secrets/secret-bytes.ts';
import { openMemoryBlobs } from '../../../src/storage/blobs/memory-blobs.ts';
import { readVault } from './read-vault.ts';

interface StoredVault {
  readonly dataKey: string;
  readonly blobs: Record<string, string>;
}

const engine = openEngine({ clock: { now: () => 0 }, threads: 0 });
afterAll(() => engine.close());
const read = (name: string) => JSON.parse(readFileSync(new URL(`../../vaults/${name}.json`, import.meta.url), 'utf8'));
const vault: StoredVault = read('pruned-1');
const points = ['tree', 'later', 'last'];

type Illness = (blobs: Map<string, Buffer>) => void;
const named = (blobs: Map<string, Buffer>, part: string) => [...blobs.keys()].filter((name) => name.includes(part));
const cut = (blobs: Map<string, Buffer>, name: string) => blobs.set(name, blobs.get(name)!.subarray(0, -9));

const lose: (blobs: Map<string, Buffer>, part: string) => void = (blobs, part) => {
  for (const name of named(blobs, part)) blobs.delete(name);
};
const cutAll: typeof lose = (blobs, part) => {
  for (const name of named(blobs, part)) cut(blobs, name);
};

function blobsOf(spoil: Illness = () => undefined): Map<string, Buffer> {
  const blobs = new Map(Object.entries(vault.blobs).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  spoil(blobs);
  return blobs;
}

async function open(spoil?: Illness): Promise<Domain> {
  const blobs = openMemoryBlobs();
  for (const [name, bytes] of blobsOf(spoil)) await blobs.put(name, bytes);
  const key = async () => new SecretBytes(Uint8Array.from(Buffer.from(vault.dataKey, 'base64')));
  return {
    id: 'golden',
    blobs,
    prefix: 'golden/',
    keys: { open: key, generate: () => Promise.reject(new Error('never')) },
  };
}

/** Kinds of all that verify finds in the last point, or what it throws. */
async function diagnose(spoil?: Illness): Promise<string> {
  try {
    const { illnesses } = await engine.verify({ domain: await open(spoil), manifestId: 'last' });
    return [...new Set(illnesses.map(({ kind }) => kind))].sort().join(' ');
  } catch (error) {
    return (error as { kind: string }).kind;
  }
}

test('a vault of format 1 that was pruned opens for ever', async () => {
  const domain = await open();
  for (const manifestId of points) expect((await engine.verify({ domain, manifestId })).illnesses).toEqual([]);
  const bare = new Map([...blobsOf()].map(([name, bytes]) => [name.slice('golden/'.length), bytes]));
  for (const manifestId of points) {
    const { about, entries } = readVault(bare, () => Buffer.from(vault.dataKey, 'base64'), manifestId);
    expect(about.get('of')).toBe(manifestId);
    expect(entries.find(({ path }) => path === 'below/note-7')?.bytes?.toString()).toBe('note 7');
  }
});

const illnesses: readonly (readonly [string, string, Illness])[] = [
  ['head lost', 'head-missing', (blobs) => blobs.delete('golden/head')],
  ['head cut', 'head-corrupt', (blobs) => cut(blobs, 'golden/head')],
  ['manifest lost', 'manifest-missing', (blobs) => blobs.delete('golden/manifests/last')],
  [
    'manifest of another name',
    'manifest-corrupt',
    (blobs) => blobs.set('golden/manifests/last', blobs.get('golden/manifests/tree')!),
  ],
  ['all segments lost', 'chunk-missing', (blobs) => lose(blobs, '/index/')],
  ['a segment cut', 'index-corrupt', (blobs) => cut(blobs, named(blobs, '/index/')[0]!)],
  [
    'two segments exchanged',
    'index-corrupt',
    (blobs) => {
      const [one = '', other = ''] = named(blobs, '/index/');
      const bytes = blobs.get(one)!;
      blobs.set(one, blobs.get(other)!).set(other, bytes);
    },
  ],
  ['all packs lost', 'pack-missing', (blobs) => lose(blobs, '/packs/')],
  ['all packs cut', 'pack-corrupt', (blobs) => cutAll(blobs, '/packs/')],
];

test.each(illnesses)('%s is told as %s', async (_, kind, spoil) => {
  expect(await diagnose(spoil)).toBe(kind);
});

test('an illness of the index is healed by recover, others are told by it', async () => {
  for (const [name, , spoil] of illnesses.filter(([illness]) => illness.includes('segment'))) {
    const domain = await open(spoil);
    await engine.recoverIndex({ domain, now: 0 });
    for (const manifestId of points) {
      expect([name, (await engine.verify({ domain, manifestId })).illnesses]).toEqual([name, []]);
    }
  }
  const ill = await open((blobs) => lose(blobs, '/packs/'));
  const report = await engine.recoverIndex({ domain: ill, now: 0 });
  expect(report.illnesses.map(({ kind, where }) => `${kind} ${where}`).sort()).toEqual(
    points.map((id) => `pack-missing manifest ${id}`).sort(),
  );
});
