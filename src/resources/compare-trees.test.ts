import {
  chmodSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CompareOptions, compareTrees } from './compare-trees.ts';
import { isRoot, scratch, unprivileged } from './scratch.testkit.ts';

/** Builds the same tree twice. */
function twins(): { first: string; second: string } {
  const [first, second] = [scratch(), scratch()];
  for (const root of [first, second]) {
    mkdirSync(path.join(root, 'd'));
    writeFileSync(path.join(root, 'd/file'), 'content');
    writeFileSync(path.join(root, 'd/other'), 'content');
    symlinkSync('file', path.join(root, 'd/link'));
    truncateSync(path.join(root, 'd/other'), 3 << 20);
    settle(root);
  }
  return { first, second };
}

/** All names made here have one time. */
function settle(root: string): void {
  for (const name of ['d/file', 'd/other', 'd/link', 'd', '.']) lutimesSync(path.join(root, name), 1_000, 1_000);
}

async function aspects(first: string, second: string, options?: CompareOptions): Promise<string[]> {
  const { differences } = await compareTrees(first, second, options);
  return differences.map(({ path: place, aspect }) => `${place}: ${aspect}`);
}

test('trees that were built alike are the same, and the counts say what was compared', async () => {
  const { first, second } = twins();
  expect(await compareTrees(first, second)).toEqual({
    isSame: true,
    differences: [],
    differenceCount: 0,
    entries: 5,
    files: 2,
    bytes: 7 + (3 << 20),
  });
});

const changes: readonly [string, (second: string) => void, string[]][] = [
  [
    'a byte deep in a large file',
    (root) => writeFileSync(path.join(root, 'd/other'), 'x', { flag: 'r+' }),
    ['d/other: content'],
  ],
  ['a shorter file', (root) => truncateSync(path.join(root, 'd/file'), 6), ['d/file: content']],
  ['a mode', (root) => chmodSync(path.join(root, 'd/file'), 0o600), ['d/file: mode']],
  ['a file that is gone', (root) => rmSync(path.join(root, 'd/file')), ['d/file: missing']],
  ['a file that is new', (root) => writeFileSync(path.join(root, 'd/a'), ''), ['d/a: missing']],
  [
    'another type',
    (root) => {
      rmSync(path.join(root, 'd/file'));
      mkdirSync(path.join(root, 'd/file'));
    },
    ['d/file: type'],
  ],
  [
    'a link that points elsewhere',
    (root) => {
      rmSync(path.join(root, 'd/link'));
      symlinkSync('elsewhere', path.join(root, 'd/link'));
    },
    ['d/link: link-target'],
  ],
  [
    'two names that have become one file',
    (root) => {
      rmSync(path.join(root, 'd/other'));
      linkSync(path.join(root, 'd/file'), path.join(root, 'd/other'));
      truncateSync(path.join(root, 'd/file'), 3 << 20);
      truncateSync(path.join(root, 'd/file'), 7);
    },
    ['d/other: hard-links', 'd/other: content'],
  ],
];

test.each(changes)('%s is found, and nothing else', async (_, change, found) => {
  const { first, second } = twins();
  change(second);
  for (const name of ['d/file', 'd/other', 'd/link', 'd']) {
    try {
      lutimesSync(path.join(second, name), 1_000, 1_000);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOENT' });
    }
  }
  expect(await aspects(first, second)).toEqual(found);
});

test('a time that differs by a microsecond is found, and may be ignored', async () => {
  const { first, second } = twins();
  utimesSync(path.join(second, 'd/file'), 1_000.000_01, 1_000.000_01);
  expect(await aspects(first, second)).toEqual(['d/file: mtime']);
  expect(await aspects(first, second, { ignore: ['mtime'] })).toEqual([]);
});

test('all differences are counted, the first are kept', async () => {
  const [first, second] = [scratch(), scratch()];
  for (let index = 0; index < 10; index++) writeFileSync(path.join(first, `f${index}`), '');
  const { differences, differenceCount } = await compareTrees(first, second, { differencesKept: 3, ignore: ['mtime'] });
  expect([differences.length, differenceCount]).toEqual([3, 10]);
});

test('a file that may not be read is a difference, not an error', async () => {
  const { first, second } = twins();
  chmodSync(path.join(first, 'd/file'), 0);
  chmodSync(path.join(second, 'd/file'), 0);
  await unprivileged(first, async () => {
    expect(await aspects(first, first, { ignore: ['owner'] })).toEqual(['d/file: unreadable']);
  });
});

test.runIf(isRoot)('an owner is compared; where it may differ, so may the bits that lend out its rights', async () => {
  const { first, second } = twins();
  await unprivileged(path.join(second, 'd/file'), async () => undefined);
  chmodSync(path.join(second, 'd/file'), 0o644);
  expect(await aspects(first, second)).toEqual(['d/file: owner']);
  chmodSync(path.join(first, 'd/file'), 0o4644);
  expect(await aspects(first, second)).toEqual(['d/file: mode', 'd/file: owner']);
  expect(await aspects(first, second, { ignore: ['owner'] })).toEqual([]);
  chmodSync(path.join(first, 'd/file'), 0o600);
  expect(await aspects(first, second, { ignore: ['owner'] })).toEqual(['d/file: mode']);
});

test('two disk images are compared byte for byte, whatever their holes', async () => {
  const place = scratch();
  const [first, second] = [path.join(place, 'a.img'), path.join(place, 'b.img')];
  writeFileSync(first, Buffer.alloc(5 << 20));
  writeFileSync(second, '');
  truncateSync(second, 5 << 20);
  for (const image of [first, second]) utimesSync(image, 1_000, 1_000);
  expect(await compareTrees(first, second)).toMatchObject({ isSame: true, bytes: 5 << 20 });
  const bytes = Buffer.alloc(5 << 20);
  bytes[4_321_098] = 1;
  writeFileSync(second, bytes);
  expect((await compareTrees(first, second)).differences).toMatchObject([
    { path: '.', aspect: 'content', first: 'differs at byte 4321098' },
  ]);
});

test('a comparison stops when it is told to', async () => {
  const { first, second } = twins();
  await expect(compareTrees(first, second, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});
