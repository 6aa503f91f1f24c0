import { Buffer } from 'node:buffer';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { entryOf } from '../resources/entry.testkit.ts';
import type { Entry } from '../resources/resource.ts';
import { chosenAead } from './crypto/chosen-aead.ts';
import { storeSegment } from './domain/domain-index.ts';
import { storeManifest } from './domain/manifest-store.ts';
import { OpenDomain } from './domain/open-domain.ts';
import { machineClock, testDomain } from './engine.testkit.ts';
import type { Domain } from './engine.ts';
import { ByteWriter } from './format/byte-writer.ts';
import { contentHash } from './format/content-hash.ts';
import { packName } from './format/pack-format.ts';
import { PackWriter, packBufferSize } from './format/pack-writer.ts';
import { nodePackSize } from './limits.ts';
import { openEngine } from './open-engine.ts';
import { ChunkNames, encodeContentList, encodeNodeList, encodePage, writeEntry } from './tree/encode-node.ts';
import { type NodeRef, noTotals, type TreeEntry } from './tree/node.ts';

// Who has a domain's keys may write whatever he likes into it, past everything that a backup would refuse to write down.

const engine = openEngine({ clock: machineClock, threads: 0 });
afterAll(() => engine.close());
let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'crossvault-hostile-'));
  mkdirSync(place('outside'));
  writeFileSync(place('outside/there'), 'as it was');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const place = (name: string): string => join(scratch, name);

const entry = (name: string, part: Partial<Entry> = {}): Entry =>
  entryOf({ name: Buffer.from(name), mode: 0o755, ...part });
const tree = (one: Entry, part: Partial<TreeEntry> = {}): TreeEntry => ({
  entry: one,
  isSparse: false,
  isSettled: true,
  ...part,
});
const file = (name: string, part: Partial<Entry> = {}, length = 0): TreeEntry =>
  tree(entry(name, part), { content: { pieces: length > 0 ? [{ length, offset: 0 }] : [] } });
const link = (name: string, part: Partial<Entry> = {}): TreeEntry =>
  tree(entry(name, { type: 'symlink', linkTarget: Buffer.from(place('outside')), ...part }));

/** A page with these entries in this order, whatever they are. */
function page(entries: readonly TreeEntry[], count = entries.length): Buffer {
  const names = new ChunkNames();
  const writer = new ByteWriter();
  for (const one of entries) writeEntry(writer, one, names);
  return Buffer.from(encodePage(names, count, Buffer.from(writer.finish())));
}
const folder = (name: string, embedded: Buffer, part: Partial<Entry> = {}): TreeEntry =>
  tree(entry(name, { type: 'directory', ...part }), { children: { embedded, totals: noTotals } });

/** A domain with one manifest, whose root directory is this page. */
async function written(rootPage: Buffer): Promise<Domain> {
  const domain = testDomain();
  const opened = await OpenDomain.openOrCreate(domain);
  await opened.settle();
  await storeTree(opened, rootPage);
  return domain;
}

async function storeTree(opened: OpenDomain, rootPage: Buffer): Promise<void> {
  const node = await storedNode(opened, rootPage);
  const root = tree(entry('', { type: 'directory' }), { children: { node } });
  const manifest = { root: { nature: 'directory', root }, totals: noTotals, about: {}, troubles: [], troubleCount: 0 };
  await storeManifest(opened, 'm1', manifest as Parameters<typeof storeManifest>[2]);
  opened.close();
}

async function storedNode(domain: OpenDomain, plain: Buffer): Promise<NodeRef> {
  const { keyId, dataKey } = domain.current;
  const size = nodePackSize;
  const buffer = Buffer.alloc(packBufferSize(size));
  const writer = new PackWriter({ aead: chosenAead(), buffer, size, keyId, dataKey });
  const named = { hash: contentHash(2, plain), plainLength: plain.length };
  const sealedLength = writer.add({ ...named, kind: 2, isCompressed: false }, plain);
  const { packId, entries, bytes } = writer.finish();
  await domain.blobs.put(domain.name(packName(packId)), bytes);
  await storeSegment(domain, { packs: [{ packId, keyId, entries }], parents: [] });
  return { ...named, sealedLength, totals: noTotals };
}

const restore = (domain: Domain) =>
  engine.restore({
    domain,
    manifestId: 'm1',
    target: { nature: 'directory', root: Buffer.from(place('target')) },
  });

function expectOutsideAsItWas(): void {
  expect(readdirSync(place('outside'))).toEqual(['there']);
  expect(readdirSync(scratch).filter((name) => name !== 'target')).toEqual(['outside']);
}

const below = (): Buffer => page([file('taken')]);
const nested = (depth: number): Buffer => {
  let inner = below();
  for (let level = 0; level < depth; level += 1) inner = page([folder('d', inner)]);
  return inner;
};

const hostile: Readonly<Record<string, () => Buffer>> = {
  'a file called ..': () => page([file('..')]),
  'a file called .': () => page([file('.')]),
  'an empty name': () => page([file('')]),
  'a name with a zero byte': () => page([file('a\0b')]),
  'a name with a slash': () => page([file('../outside/taken')]),
  'an absolute name': () => page([file(place('outside/taken'))]),
  'a directory called ..': () => page([folder('..', below())]),
  'a directory whose name climbs out': () => page([folder('../outside', below())]),
  'a link whose name climbs out': () => page([link('../outside/taken')]),
  'a link and a file of one name': () => page([link('a'), file('a')]),
  'a link and a directory of one name': () => page([link('a'), folder('a', below())]),
  'a directory and a link of one name': () => page([folder('a', below()), link('a')]),
  'two directories of one name, a link in the first': () =>
    page([folder('a', page([link('b')])), folder('a', page([folder('b', below())]))]),
  'entries out of order': () => page([file('b'), file('a')]),
  'more entries than there are': () => page([file('a')], 2),
  'a count beyond all bounds': () => page([file('a')], 2 ** 50),
  'a name that is too long for any file system': () => page([file('x'.repeat(300))]),
  'directories too deep for any path': () => nested(2100),
};

test.each(Object.keys(hostile))('a manifest with %s is refused, and nothing is written outside', async (name) => {
  const domain = await written(hostile[name]!());
  await expect(restore(domain)).rejects.toMatchObject({ name: 'EngineError' });
  expectOutsideAsItWas();
  // Nor does it bring down those who read it for other ends.
  const report = await engine.verify({ domain, manifestId: 'm1' }).catch((error: Error) => error);
  expect(report).toSatisfy(
    (one: { name?: string; illnesses?: unknown }) => 'illnesses' in one || one.name === 'EngineError',
  );
  const destination = testDomain('two');
  const copy = { source: domain, destination, sourceManifestId: 'm1', destinationManifestId: 'm1', about: {} };
  await engine.copy(copy).catch((error: Error) => expect(error.name).toBe('EngineError'));
});

test('names of one file, of which the first is a link to outside, write nothing through it', async () => {
  const pair = page([link('a', { hardLinkKey: 'k' }), file('b', { hardLinkKey: 'k', mode: 0o666 }, 8)]);
  await restore(await written(pair)).catch(() => undefined);
  expectOutsideAsItWas();
  expect(lstatSync(place('outside/there')).mode & 0o777).not.toBe(0o666);
});

test('a directory that says it is a name of a file is made as a directory', async () => {
  const pair = page([file('a', { hardLinkKey: 'k' }, 8), folder('b', below(), { hardLinkKey: 'k' })]);
  await restore(await written(pair)).catch((error: Error) => expect(error.name).toBe('EngineError'));
  expectOutsideAsItWas();
});

test('lists that name each other a billion times over end the restore at once, whatever they say they hold', async () => {
  const piece = { length: 4096, offset: 0 };
  for (const pieces of [[], [{ length: 0, offset: 0 }], [piece]]) {
    rmSync(place('target'), { recursive: true, force: true });
    const domain = testDomain();
    const opened = await OpenDomain.openOrCreate(domain);
    await opened.settle();
    let ref = await storedNode(opened, encodeContentList(new ChunkNames(), pieces));
    for (let level = 0; level < 5; level += 1)
      ref = await storedNode(
        opened,
        encodeNodeList(
          'content-list',
          Array.from({ length: 64 }, () => ref),
        ),
      );
    const one = tree(entry('a', { sizeBytes: 100_000 }), { content: { list: ref } });
    await storeTree(opened, page([one]));
    await expect(restore(domain)).rejects.toMatchObject({ name: 'EngineError', kind: 'manifest-corrupt' });
  }
});

test('a hole of a size that no file system has ends the restore with an error', async () => {
  const domain = await written(page([file('a', { sizeBytes: 4 }, 2 ** 52)]));
  const outcome = await restore(domain).catch((error: Error) => error);
  if (outcome instanceof Error) expect(['EngineError', 'ResourceError', 'StorageError']).toContain(outcome.name);
  expectOutsideAsItWas();
});
