import { Buffer } from 'node:buffer';
import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { noise } from '../engine.testkit.ts';
import { directBlockSize, directBlocksPerLane } from '../limits.ts';
import { DirectBlocks, openDirectWriter } from './direct-writer.ts';

const scratch = mkdtempSync(join(tmpdir(), 'crossvault-direct-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const blocks = new DirectBlocks();

interface Written {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** What a file of `size` is after these writes; nothing where this system cannot write directly. */
async function written(size: number, writes: readonly Written[], { isSparse = false } = {}) {
  const place = join(scratch, `${Math.random()}`);
  const descriptor = openSync(place, 'w');
  ftruncateSync(descriptor, size);
  const writer = openDirectWriter({ place: Buffer.from(place), descriptor, isSparse }, () => blocks);
  if (!writer) return undefined;
  for (const { offset, bytes } of writes) {
    const own = Buffer.from(bytes);
    await writer.write(own, offset);
    own.fill(0xee);
  }
  await writer.finish();
  await writer.close();
  closeSync(descriptor);
  return { bytes: readFileSync(place), allocated: statSync(place).blocks * 512 };
}

function expected(size: number, writes: readonly Written[]): Buffer {
  const bytes = Buffer.alloc(size);
  for (const { offset, bytes: part } of writes) part.copy(bytes, offset);
  return bytes;
}

async function expectWritten(size: number, writes: readonly Written[], options?: { isSparse: boolean }): Promise<void> {
  const file = await written(size, writes, options);
  if (file) expect(file.bytes.equals(expected(size, writes))).toBe(true);
}

const piece = (offset: number, length: number): Written => ({ offset, bytes: noise(`${offset}`, length) });

describe('bytes come to their places', () => {
  test('of a file that is no multiple of a sector', async () => {
    await expectWritten(3_000_001, [piece(0, 1_000_000), piece(1_000_000, 2_000_001)]);
  });

  test('where they begin and end between sectors, with gaps of every kind', async () => {
    await expectWritten(9_000_000, [
      piece(1, 10),
      piece(13, 4000),
      piece(4096, 4096),
      piece(8200, 1_500_000),
      piece(2_000_000, 700),
      piece(2_000_700, 5_000_000),
      piece(8_999_999, 1),
    ]);
  });

  test('of more than all blocks of memory hold', async () => {
    await expectWritten(3 * directBlockSize * directBlocksPerLane, [
      piece(0, 3 * directBlockSize * directBlocksPerLane),
    ]);
  });
});

test('long runs of zeros in a sparse file take no room', async () => {
  const size = 4 << 20;
  const writes = [piece(100, 1_000_000), { offset: 1_000_100, bytes: Buffer.alloc(2_000_000) }, piece(3_000_100, 1000)];
  await expectWritten(size, writes, { isSparse: true });
  const file = await written(size, writes, { isSparse: true });
  if (file) expect(file.allocated).toBeLessThan(2_000_000);
});

test('all blocks are free again after a file that was given up', async () => {
  const place = join(scratch, 'given-up');
  const descriptor = openSync(place, 'w');
  const writer = openDirectWriter({ place: Buffer.from(place), descriptor, isSparse: false }, () => blocks);
  if (writer) {
    await writer.write(noise('given up', 2.5 * directBlockSize), 0);
    await writer.close();
  }
  closeSync(descriptor);
  const taken = await Promise.all(Array.from({ length: directBlocksPerLane }, () => blocks.take()));
  for (const block of taken) blocks.give(block);
  expect(new Set(taken).size).toBe(directBlocksPerLane);
});
