import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noise } from '../engine.testkit.ts';
import { chunkSizeAverage, chunkSizeMax, chunkSizeMin } from '../limits.ts';
import { Chunker } from './chunker.ts';
import { chunkerWasm } from './chunker-wasm.ts';
import { compileChunker } from './compile-chunker.testkit.ts';
import { cutLengthReference } from './cut-length-reference.ts';

function cutsOf(bytes: Buffer): number[] {
  const chunker = new Chunker(bytes.length);
  bytes.copy(chunker.window);
  return lengths(bytes.length, (start, end) => chunker.cutLength(start, end));
}

function lengths(length: number, cut: (start: number, end: number) => number): number[] {
  const found: number[] = [];
  for (let start = 0; start < length; start += found.at(-1)!) found.push(cut(start, length));
  return found;
}

function chunksOf(bytes: Buffer): Set<string> {
  let start = 0;
  return new Set(
    cutsOf(bytes).map((length) => {
      start += length;
      return bytes.toString('latin1', start - length, start);
    }),
  );
}

test('what is checked in is what the text compiles to', async () => {
  const text = readFileSync(new URL('chunker.wat', import.meta.url), 'utf8');
  expect(Buffer.from(await compileChunker(text)).toString('base64')).toBe(chunkerWasm);
});

test('the chunker cuts where the slow reference cuts', () => {
  const mixed = Buffer.concat([noise('a', 6_000_000), Buffer.alloc(5_000_000), noise('b', 777_777)]);
  expect(cutsOf(mixed)).toEqual(lengths(mixed.length, (start, end) => cutLengthReference(mixed, start, end)));
});

test('chunk boundaries stay where format 1 has put them', () => {
  const golden = new URL('../../../test/vectors/engine/cuts-1.json', import.meta.url);
  const { seed, length, cuts } = JSON.parse(readFileSync(golden, 'utf8'));
  expect(cutsOf(noise(seed, length))).toEqual(cuts);
});

test('chunks joined give the stream back, each within its bounds', () => {
  const cuts = cutsOf(noise('bounds', 20_000_000));
  expect(cuts.reduce((sum, length) => sum + length, 0)).toBe(20_000_000);
  for (const length of cuts.slice(0, -1)) {
    expect(length).toBeGreaterThan(chunkSizeMin);
    expect(length).toBeLessThanOrEqual(chunkSizeMax);
  }
  const average = 20_000_000 / cuts.length;
  expect(average).toBeGreaterThan(chunkSizeAverage * 0.7);
  expect(average).toBeLessThan(chunkSizeAverage * 1.7);
});

test('an insertion moves few boundaries', () => {
  const before = noise('insertion', 16_000_000);
  const after = Buffer.concat([before.subarray(0, 7_000_001), Buffer.from('inserted'), before.subarray(7_000_001)]);
  const kept = chunksOf(before);
  const fresh = [...chunksOf(after)].filter((chunk) => !kept.has(chunk));
  expect(fresh.length).toBeGreaterThan(0);
  expect(fresh.length).toBeLessThanOrEqual(3);
});

test('bytes without any structure are cut at the maximum, and what is left is the last chunk', () => {
  expect(cutsOf(Buffer.alloc(chunkSizeMax + 10))).toEqual([chunkSizeMax, 10]);
  expect(cutsOf(Buffer.alloc(1))).toEqual([1]);
});
