import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, EntryType } from '../../resources/resource.ts';
import { ByteReader, MalformedError } from '../format/byte-reader.ts';
import { ByteWriter } from '../format/byte-writer.ts';
import { contentHash } from '../format/content-hash.ts';
import { ContentBuilder } from './content-builder.ts';
import { decodeNode } from './decode-node.ts';
import {
  addTotals,
  type Children,
  type ChunkRef,
  type Content,
  type NodeRef,
  type Piece,
  type Totals,
  type TreeEntry,
  type TreeNode,
} from './node.ts';
import { type NodeParts, nodeParts } from './node-parts.ts';
import { PageBuilder } from './page-builder.ts';
import { entriesOf, piecesOf } from './tree-reader.ts';

/** Nodes in a table of our own. */
class Nodes {
  readonly stored = new Map<string, Buffer>();

  async put(plaintext: Uint8Array, below: Totals): Promise<NodeRef> {
    const hash = contentHash(2, plaintext);
    this.stored.set(hash.toString('hex'), Buffer.from(plaintext));
    const own = { bytes: 0, sealedBytes: plaintext.length, files: 0, chunks: 1 };
    const length = plaintext.length;
    return { hash, plainLength: length, sealedLength: length, totals: addTotals(below, own) };
  }

  async read(hash: Uint8Array): Promise<{ node: TreeNode }> {
    return { node: decodeNode(this.stored.get(Buffer.from(hash).toString('hex'))!) };
  }
}

const types: EntryType[] = ['file', 'symlink', 'fifo', 'socket', 'char-device', 'block-device'];
const shortBytes = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((bytes) => Buffer.from(bytes));
const chunk: fc.Arbitrary<ChunkRef> = fc.record({
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
  plainLength: fc.integer({ min: 1, max: 4 << 20 }),
  sealedLength: fc.integer({ min: 17, max: 4 << 20 }),
});
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 40 }).map((length) => ({ length, offset: 0 })),
  chunk.map((one) => ({ chunk: one, offset: 0, length: one.plainLength })),
  chunk.chain((one) =>
    fc
      .integer({ min: 0, max: one.plainLength - 1 })
      .map((offset) => ({ chunk: one, offset, length: one.plainLength - offset })),
  ),
);
const entry: fc.Arbitrary<Entry> = fc
  .record({
    name: shortBytes,
    type: fc.constantFrom(...types),
    mode: fc.integer({ min: 0, max: 0o7777 }),
    uid: fc.nat(2 ** 31 - 1),
    gid: fc.nat(2 ** 31 - 1),
    mtimeNs: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    ctimeNs: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    inode: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    sizeBytes: fc.maxSafeNat(),
    xattrs: fc.array(fc.record({ name: shortBytes, value: shortBytes }), { maxLength: 3 }),
  })
  .chain((base) =>
    fc.option(fc.string(), { nil: undefined }).map((key) => (key === undefined ? base : { ...base, hardLinkKey: key })),
  )
  .map((base): Entry => {
    if (base.type === 'symlink') return { ...base, linkTarget: Buffer.from('../target') };
    return base.type.endsWith('device') ? { ...base, device: { major: 8, minor: 300 } } : base;
  });
const treeEntry: fc.Arbitrary<TreeEntry> = fc
  .record({ entry, isSparse: fc.boolean(), isSettled: fc.boolean(), pieces: fc.array(piece, { maxLength: 5 }) })
  .map(({ pieces, ...rest }) => (rest.entry.type === 'file' ? { ...rest, content: { pieces } } : rest));
const sorted = fc
  .uniqueArray(treeEntry, { maxLength: 30, selector: ({ entry: { name } }) => Buffer.from(name).toString('hex') })
  .map((entries) => entries.sort((a, b) => Buffer.compare(a.entry.name, b.entry.name)));

async function build(nodes: Nodes, entries: readonly TreeEntry[], isRoot = true) {
  const builder = new PageBuilder(nodes);
  for (const one of entries) {
    builder.add(one);
    if (builder.isFull) await builder.closePage();
  }
  return builder.finish({ isRoot });
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

function file(number: number): TreeEntry {
  const name = Buffer.from(`file-${String(number).padStart(7, '0')}`);
  const base = { name, type: 'file', mode: 0o644, uid: 0, gid: 0, mtimeNs: 1n, ctimeNs: 1n } as const;
  const one: Entry = { ...base, inode: BigInt(number), sizeBytes: 10, xattrs: [] };
  return { entry: one, isSparse: false, isSettled: true, content: { pieces: [] } };
}

function pieceNumber(number: number): Piece {
  const hash = contentHash(1, Buffer.from(`${number}`));
  return { chunk: { hash, plainLength: 1000, sealedLength: 500 }, offset: 0, length: 1000 };
}

test('entries come back as they were, with all that a file system says of them', async () => {
  await fc.assert(
    fc.asyncProperty(sorted, fc.boolean(), async (entries, isRoot) => {
      const nodes = new Nodes();
      const children = await build(nodes, entries, isRoot);
      expect(await all(entriesOf(nodes, children))).toEqual(entries);
    }),
    { numRuns: 60 },
  );
});

test('a truncated or altered node is refused or read as something else, never with a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 4 }), (bytes, type) => {
      try {
        decodeNode(Buffer.concat([Buffer.of(type), bytes]));
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
      }
    }),
    { numRuns: 2000 },
  );
});

/** What `nodeParts` says without decoding: the slow, obvious way. */
function partsOf(node: TreeNode): NodeParts {
  if (node.type === 'page-list' || node.type === 'content-list') return { nodes: node.nodes, chunks: [] };
  if (node.type === 'content') return { nodes: [], chunks: node.chunks };
  const below = node.entries.map(({ content, children }) => {
    if (content) return { nodes: 'list' in content ? [content.list] : [], chunks: [] };
    if (!children) return { nodes: [], chunks: [] };
    return 'node' in children ? { nodes: [children.node], chunks: [] } : partsOf(decodeNode(children.embedded));
  });
  return {
    nodes: below.flatMap(({ nodes }) => nodes),
    chunks: [...node.chunks, ...below.flatMap(({ chunks }) => chunks)],
  };
}

/** The same parts, or the same refusal. */
function expectSameParts(bytes: Uint8Array): void {
  const outcome = <T>(read: () => T): T | string => {
    try {
      return read();
    } catch (error) {
      expect(error).toBeInstanceOf(MalformedError);
      return 'refused';
    }
  };
  expect(outcome(() => nodeParts(bytes))).toEqual(outcome(() => partsOf(decodeNode(bytes))));
}

/** A tree with all that nodes can hold: pages and their lists, embedded directories, contents and their lists. */
async function manyNodes(entries: readonly TreeEntry[]): Promise<Buffer[]> {
  const nodes = new Nodes();
  const content = new ContentBuilder(nodes);
  for (let number = 0; number < 6_000; number += 1) await content.add(pieceNumber(number));
  const large = { ...file(1), content: await content.finish() };
  const directory = (name: string, children: Children): TreeEntry => {
    const { content: _, ...rest } = file(0);
    return { ...rest, entry: { ...rest.entry, name: Buffer.from(name), type: 'directory' }, children };
  };
  const small = await build(nodes, entries, false);
  const nested = await build(nodes, [directory('\x01', small)], false);
  const pages = await build(
    nodes,
    Array.from({ length: 5_000 }, (_, number) => file(number)),
  );
  await build(nodes, [directory('a', small), directory('b', nested), directory('c', pages), large]);
  return [...nodes.stored.values()];
}

test('the parts of a node are those that its decoded form names', async () => {
  await fc.assert(
    fc.asyncProperty(sorted, async (entries) => {
      for (const node of await manyNodes(entries)) expectSameParts(node);
    }),
    { numRuns: 10 },
  );
});

test('parts are refused exactly where decoding is refused', async () => {
  const nodes = await manyNodes(fc.sample(sorted, { numRuns: 1, seed: 7 })[0]!);
  const some = nodes.filter((node) => node.length < 20_000);
  fc.assert(
    fc.property(
      fc.constantFrom(...some),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
      fc.boolean(),
      (node, where, byte, isCut) => {
        const altered = Buffer.from(isCut ? node.subarray(0, where % node.length) : node);
        if (!isCut) altered[where % node.length] = byte;
        expectSameParts(altered);
      },
    ),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 0, max: 5 }), (bytes, type) =>
      expectSameParts(Buffer.concat([Buffer.of(type), bytes])),
    ),
    { numRuns: 2000 },
  );
});

test('a name that comes twice is refused', async () => {
  const nodes = new Nodes();
  await build(nodes, [file(1), file(1)]);
  const [page] = nodes.stored.values();
  expect(() => decodeNode(page!)).toThrow('out of order');
});

test('a small directory is embedded, the root and a large one are not', async () => {
  const nodes = new Nodes();
  expect(await build(nodes, [file(1)], false)).toHaveProperty('embedded');
  expect(nodes.stored.size).toBe(0);
  expect(await build(nodes, [file(1)])).toHaveProperty('node');
  const many = Array.from({ length: 1000 }, (_, number) => file(number));
  expect(await build(nodes, many, false)).toHaveProperty('node');
});

test('totals count what is below, embedded directories included', async () => {
  const nodes = new Nodes();
  const below = await build(nodes, [{ ...file(1), content: { pieces: [pieceNumber(1)] } }, file(2)], false);
  const directory: TreeEntry = { ...file(3), entry: { ...file(3).entry, type: 'directory' }, children: below };
  const { content: _, ...withoutContent } = directory;
  const root = await build(nodes, [withoutContent, { ...file(4), content: { pieces: [pieceNumber(1)] } }]);
  expect(root).toMatchObject({ node: { totals: { files: 3, bytes: 30, chunks: 3 } } });
});

test('one more file in a large directory changes few nodes', async () => {
  const nodes = new Nodes();
  const many = Array.from({ length: 20_000 }, (_, number) => file(number * 2));
  await build(nodes, many);
  const before = nodes.stored.size;
  expect(before).toBeGreaterThan(10);
  await build(nodes, [...many.slice(0, 7000), file(13_999), ...many.slice(7000)]);
  expect(nodes.stored.size - before).toBeLessThanOrEqual(4);
});

test('pieces come back in order through as many levels as it takes, and neighbouring holes are one', async () => {
  const nodes = new Nodes();
  const builder = new ContentBuilder(nodes);
  const pieces = Array.from({ length: 30_000 }, (_, number) => pieceNumber(number));
  for (const one of pieces) await builder.add(one);
  await builder.add({ length: 5, offset: 0 });
  await builder.add({ length: 6, offset: 0 });
  const content: Content = await builder.finish();
  expect(content).toHaveProperty('list');
  const found = await all(piecesOf(nodes, content));
  expect(found.length).toBe(30_001);
  expect(found.at(-1)).toEqual({ length: 11, offset: 0 });
  expect(found.every((one, number) => !one.chunk || one.chunk.hash.equals(pieces[number]!.chunk!.hash))).toBe(true);
  expect(builder.length).toBe(30_000_011);
});

test('an insertion into a long content changes few nodes', async () => {
  const nodes = new Nodes();
  const pieces = Array.from({ length: 20_000 }, (_, number) => pieceNumber(number));
  for (const inserted of [[], [pieceNumber(-1)]]) {
    const builder = new ContentBuilder(nodes);
    for (const one of [...pieces.slice(0, 9000), ...inserted, ...pieces.slice(9000)]) await builder.add(one);
    await builder.finish();
  }
  const lists = nodes.stored.size;
  expect(lists).toBeGreaterThan(20);
  const fresh = new Nodes();
  const builder = new ContentBuilder(fresh);
  for (const one of pieces) await builder.add(one);
  await builder.finish();
  expect(lists - fresh.stored.size).toBeLessThanOrEqual(4);
});

test('numbers of all sizes come back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (number, large) => {
      const reader = new ByteReader(new ByteWriter(1).varint(number).i64(large).text('é').finish());
      expect([reader.varint(), reader.i64(), reader.text()]).toEqual([number, large, 'é']);
      reader.end();
    }),
  );
  expect(() => new ByteReader(Buffer.alloc(9, 0xff)).varint()).toThrow(MalformedError);
  expect(() => new ByteReader(Buffer.of(200, 1)).count(1)).toThrow(MalformedError);
});
