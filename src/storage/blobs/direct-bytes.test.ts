import { Buffer } from 'node:buffer';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { DirectBlocks } from './direct-blocks.ts';
import { DirectBytes, openDirectBytes, type WriteAt } from './direct-bytes.ts';
import { DIRECT_BLOCK_BYTES, DIRECT_BLOCKS, DIRECT_WRITERS_MAX } from './limits.ts';

const scratch = mkdtempSync(join(tmpdir(), 'crossvault-direct-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const reallyWrite: WriteAt = promisify(write);
const bytes = randomBytes(11 * 1024 * 1024 + 1234);
const codeError = (code: string): Error => Object.assign(new Error(code), { code });

/** A file that is written so. `direct` is an ordinary descriptor here: which of the two was used is what `writeAt` sees. */
function opened(writeAt: (direct: number) => WriteAt) {
  const place = join(scratch, `${Math.random()}`);
  const cached = openSync(place, 'wx');
  const direct = openSync(place, constants.O_WRONLY);
  const blocks = new DirectBlocks();
  blocks.enter();
  const target = new DirectBytes({ direct, cached }, blocks, writeAt(direct));
  return { place, blocks, target, closeCached: () => closeSync(cached) };
}

/** What a file is after all of `bytes` have come in pieces of so many. */
async function written(writeAt: (direct: number) => WriteAt, pieceSize = 700_001): Promise<Buffer> {
  const { place, target, closeCached } = opened(writeAt);
  for (let at = 0; at < bytes.length; at += pieceSize) {
    const piece = Buffer.from(bytes.subarray(at, at + pieceSize));
    await target.write(piece);
    piece.fill(0xee);
  }
  await target.finish();
  await target.close();
  closeCached();
  return readFileSync(place);
}

/** All memory is there for the next. */
async function expectAllFree(blocks: DirectBlocks): Promise<void> {
  const all = await Promise.all(Array.from({ length: DIRECT_BLOCKS }, () => blocks.take()));
  expect(new Set(all).size).toBe(DIRECT_BLOCKS);
  for (let writer = 0; writer < DIRECT_WRITERS_MAX; writer += 1) expect(blocks.enter()).toBe(true);
}

test.each([1, 4_095, 4_096, DIRECT_BLOCK_BYTES, DIRECT_BLOCK_BYTES + 1, 5_000_000])(
  'the first %i bytes come to the file as they are, past the page cache where the system can',
  async (length) => {
    const place = join(scratch, `real-${length}`);
    const file = openSync(place, 'wx');
    const target = openDirectBytes(place, file);
    if (target) {
      await target.write(bytes.subarray(0, Math.floor(length / 3)));
      await target.write(bytes.subarray(Math.floor(length / 3), length));
      await target.finish();
      await target.close();
      expect(readFileSync(place).equals(bytes.subarray(0, length))).toBe(true);
    }
    closeSync(file);
  },
);

test.each([4_096, 700_001, 3_000_000, bytes.length])('bytes that come %i at a time are whole', async (pieceSize) => {
  expect((await written(() => reallyWrite, pieceSize)).equals(bytes)).toBe(true);
});

test('what is put into its memory without a copy comes between what is written, in order', async () => {
  const { place, blocks, target, closeCached } = opened(() => reallyWrite);
  const sizes = [100_000, 1_999_999, 3, DIRECT_BLOCK_BYTES, 900_000, 4_000_000, 16];
  let at = 0;
  let inPlace = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const part = bytes.subarray(at, at + sizes[turn % sizes.length]!);
    const space = await target.space(part.length);
    if (space) {
      expect(space.length).toBe(part.length);
      space.set(part);
      target.filled(part.length);
      inPlace += 1;
    } else await target.write(part);
    at += part.length;
  }
  expect(inPlace).toBeGreaterThan(3);
  await target.finish();
  // The next may begin while this one is synced.
  await expectAllFree(blocks);
  await target.close();
  closeCached();
  expect(readFileSync(place).equals(bytes)).toBe(true);
});

test('what fills no sector at the end goes the ordinary way, and nothing else', async () => {
  const lengths: number[] = [];
  await written((direct) => (file, part, ...rest) => {
    if (file !== direct) lengths.push(part.length);
    return reallyWrite(file, part, ...rest);
  });
  expect(lengths).toEqual([bytes.length % 4096]);
});

test('writes that are cut short, at a sector or between two, are gone on with', async () => {
  for (const most of [8_192, 100_000]) {
    const short: WriteAt = (file, part, offset, length, position) =>
      reallyWrite(file, part, offset, Math.min(length, most), position);
    expect((await written(() => short)).equals(bytes)).toBe(true);
  }
});

test('where the file system refuses, from the beginning or later, the rest goes the ordinary way', async () => {
  for (const refusedFrom of [0, 1, 3]) {
    let asked = 0;
    const file = await written((direct) => async (descriptor, ...rest) => {
      if (descriptor === direct && asked++ >= refusedFrom) throw codeError('EINVAL');
      return reallyWrite(descriptor, ...rest);
    });
    expect(file.equals(bytes)).toBe(true);
  }
});

test.each(['EIO', 'ENOSPC'])(
  '%s of any write is told at the latest when all is finished, and leaves the memory free',
  async (code) => {
    for (let failing = 0; failing < 6; failing += 1) {
      let asked = 0;
      const { target, blocks, closeCached } = opened(() => async (...write) => {
        if (asked++ === failing) throw codeError(code);
        return reallyWrite(...write);
      });
      const work = async (): Promise<void> => {
        for (let at = 0; at < bytes.length; at += 500_000) await target.write(bytes.subarray(at, at + 500_000));
        await target.finish();
      };
      await expect(work()).rejects.toMatchObject({ code });
      await target.close();
      closeCached();
      await expectAllFree(blocks);
    }
  },
);

test('memory is not touched while the disk fetches from it, and closing waits for that', async () => {
  const digest = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
  let under = 0;
  const fetched: boolean[] = [];
  const release: (() => void)[] = [];
  const { target, blocks, closeCached } = opened(() => async (file, part, ...rest) => {
    under += 1;
    const before = digest(part);
    await new Promise<void>((resolve) => release.push(resolve));
    fetched.push(digest(part) === before);
    under -= 1;
    return reallyWrite(file, part, ...rest);
  });
  // More than all blocks hold: it waits until one is given back, and somebody gives it back once it waits.
  const writing = target.write(bytes);
  let isDone = false;
  const done = writing.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise(setImmediate);
    expect(under).toBeLessThanOrEqual(DIRECT_BLOCKS);
    if (under === DIRECT_BLOCKS || isDone) release.shift()?.();
  }
  await done;
  // Given up with writes under way.
  const closing = target.close().then(() => under);
  for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
  while (release.length > 0) {
    release.shift()?.();
    await new Promise(setImmediate);
  }
  expect(await closing).toBe(0);
  closeCached();
  expect(fetched.length).toBeGreaterThan(4);
  expect(fetched.every(Boolean)).toBe(true);
  await expectAllFree(blocks);
});

test('no more write so at once than can all go on', async () => {
  const places = Array.from({ length: DIRECT_WRITERS_MAX + 1 }, (_, number) => join(scratch, `many-${number}`));
  const files = places.map((place) => openSync(place, 'wx'));
  const targets = places.map((place, at) => openDirectBytes(place, files[at]!));
  if (targets[0]) {
    expect(targets.map((target) => target !== undefined)).toEqual([true, true, false]);
    // Each holds a block that is not full.
    for (const target of targets) await target?.write(bytes.subarray(0, 1000));
    for (const target of targets) await target?.write(bytes);
    for (const target of targets) await target?.finish();
    for (const target of targets) await target?.close();
    expect(readFileSync(places[1]!).equals(Buffer.concat([bytes.subarray(0, 1000), bytes]))).toBe(true);
    const again = openDirectBytes(places[2]!, files[2]!);
    expect(again).toBeDefined();
    await again?.close();
  }
  for (const file of files) closeSync(file);
});

test('a place that cannot be opened so is left to the ordinary way', () => {
  expect(openDirectBytes(join(scratch, 'not', 'there'), 0)).toBeUndefined();
});
