import { Buffer } from 'node:buffer';
import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { noise } from '../engine.testkit.ts';
import { directMemorySize, directWriteMin } from '../limits.ts';
import { DirectMemory } from './direct-memory.ts';
import { openDirectWriter } from './direct-writer.ts';

const scratch = mkdtempSync(join(tmpdir(), 'crossvault-direct-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const memory = new DirectMemory();

interface Written {
  readonly offset: number;
  readonly bytes: Buffer;
}

interface Options {
  readonly isSparse?: boolean;
  /** Put where the writer says, without a copy. */
  readonly inSpace?: boolean;
}

/** What a file of `size` is after these writes; nothing where this system cannot write directly. */
async function written(size: number, writes: readonly Written[], { isSparse = false, inSpace = false } = {}) {
  const place = join(scratch, `${Math.random()}`);
  const descriptor = openSync(place, 'w');
  ftruncateSync(descriptor, size);
  const writer = openDirectWriter({ place: Buffer.from(place), descriptor, isSparse }, () => memory);
  if (!writer) return undefined;
  for (const { offset, bytes } of writes) {
    const own = Buffer.from(bytes);
    if (inSpace) {
      (await writer.space!(own.length, offset)).set(own);
      writer.filled!(own.length);
    } else await writer.write(own, offset);
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

async function expectWritten(size: number, writes: readonly Written[], options?: Options): Promise<void> {
  const file = await written(size, writes, options);
  if (file) expect(file.bytes.equals(expected(size, writes))).toBe(true);
}

const piece = (offset: number, length: number): Written => ({ offset, bytes: noise(`${offset}`, length) });

describe.each([{ inSpace: false }, { inSpace: true }])('bytes come to their places %o', (options) => {
  test('of a file that is no multiple of a sector', async () => {
    await expectWritten(3_000_001, [piece(0, 1_000_000), piece(1_000_000, 2_000_001)], options);
  });

  test('where they begin and end between sectors, with gaps of every kind', async () => {
    const writes = [
      piece(1, 10),
      piece(13, 4000),
      piece(4096, 4096),
      piece(8200, 1_500_000),
      piece(2_000_000, 700),
      piece(2_000_700, 4_000_000),
      piece(8_999_999, 1),
    ];
    await expectWritten(9_000_000, writes, options);
  });

  test('of more than its memory holds', async () => {
    const writes = Array.from({ length: 12 }, (_, at) => piece(at * 3_000_001, 3_000_001));
    await expectWritten(12 * 3_000_001, writes, options);
  });
});

test('long runs of zeros in a sparse file take no room', async () => {
  const size = 4 << 20;
  const writes = [piece(100, 1_000_000), { offset: 1_000_100, bytes: Buffer.alloc(2_000_000) }, piece(3_000_100, 1000)];
  await expectWritten(size, writes, { isSparse: true });
  const file = await written(size, writes, { isSparse: true });
  if (file) expect(file.allocated).toBeLessThan(2_000_000);
});

test('memory is free again after a file that was given up', async () => {
  const place = join(scratch, 'given-up');
  const descriptor = openSync(place, 'w');
  const writer = openDirectWriter({ place: Buffer.from(place), descriptor, isSparse: false }, () => memory);
  if (writer) {
    await writer.write(noise('given up', 2.5 * directWriteMin), 0);
    await writer.close();
  }
  closeSync(descriptor);
  await memory.free(0, directMemorySize);
});
