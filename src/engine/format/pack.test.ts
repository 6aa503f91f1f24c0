import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { openMemoryBlobs } from '../../storage/blobs/memory-blobs.ts';
import { tagLength } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { headerLength } from './blob-header.ts';
import { Compressor } from './compression.ts';
import { contentHash } from './content-hash.ts';
import { PackReader, readPackFooter } from './pack-reader.ts';
import { type FinishedPack, PackWriter, packBufferSize } from './pack-writer.ts';
import { openPlain } from './plaintext-of.ts';

const dataKey = Buffer.alloc(32, 7);
const keyId = Buffer.alloc(16, 9);
const plaintexts = [Buffer.from('a first chunk'), Buffer.alloc(5000, 'again and '), Buffer.from('a last one')];

function openWriter(): PackWriter {
  const aead = chosenAead();
  return new PackWriter({ aead, buffer: Buffer.alloc(packBufferSize(10_000)), size: 10_000, keyId, dataKey });
}

const chunks = plaintexts.map((plaintext) => {
  const frame = new Compressor().compress(plaintext);
  const stored = Buffer.from(frame ?? plaintext);
  const isCompressed = frame !== undefined;
  return {
    chunk: { hash: contentHash(1, plaintext), kind: 1, isCompressed, plainLength: plaintext.length } as const,
    stored,
  };
});

function makePack(): FinishedPack {
  const writer = openWriter();
  for (const { chunk, stored } of chunks) writer.add(chunk, stored);
  return writer.finish();
}

/** What a reader who knows only the key and the pack's name gets; nothing for each thing that is not whole. */
async function readPack(bytes: Buffer, packId: Buffer): Promise<{ footer: boolean; chunks: (string | undefined)[] }> {
  const blobs = openMemoryBlobs();
  await blobs.put('pack', bytes);
  const aead = chosenAead();
  const dataKeyFor = async (id: Buffer) => (id.equals(keyId) ? dataKey : undefined);
  const footer = await readPackFooter(aead, { blobs, name: 'pack', packId }, dataKeyFor).catch(() => undefined);
  const reader = new PackReader({ aead, packId, dataKey });
  let offset = headerLength;
  const chunks = entries.map((entry, ordinal) => {
    const sealed = bytes.subarray(offset, offset + entry.sealedLength);
    offset += entry.sealedLength;
    const buffers = { stored: Buffer.alloc(8192), plain: Buffer.alloc(8192) };
    const plain = openPlain(reader, { entry, ordinal }, sealed, buffers);
    return plain && Buffer.from(plain).toString();
  });
  return { footer: footer?.entries.count === entries.length, chunks };
}

const pack = makePack();
const entries = [...pack.entries];
const whole = plaintexts.map(String);

test('a pack opens with nothing but its key, and describes itself', async () => {
  expect(await readPack(pack.bytes, pack.packId)).toEqual({ footer: true, chunks: whole });
  expect(entries.map(({ isCompressed }) => isCompressed)).toEqual([false, true, false]);
});

test('a pack is the same whether its chunks are sealed into its buffer or where they are handed on', async () => {
  const writer = openWriter();
  const parts = [Buffer.from(writer.takeBytes())];
  for (const { chunk, stored } of chunks) {
    const into = Buffer.alloc(stored.length + tagLength);
    expect(writer.addInto(chunk, stored, into)).toBe(into.length);
    parts.push(into);
  }
  const { bytes, packId, sizeBytes } = writer.finish();
  const joined = Buffer.concat([...parts, bytes]);
  expect(joined.length).toBe(sizeBytes);
  expect(await readPack(joined, packId)).toEqual({ footer: true, chunks: whole });
});

test('each flipped byte of a pack is noticed, and costs no other chunk', async () => {
  for (let at = 0; at < pack.bytes.length; at += 1) {
    const altered = Buffer.from(pack.bytes);
    altered[at]! ^= 0x40;
    const { footer, chunks } = await readPack(altered, pack.packId);
    const lost = chunks.filter((chunk) => chunk === undefined).length;
    expect(chunks.every((chunk, ordinal) => chunk === undefined || chunk === whole[ordinal])).toBe(true);
    expect({ at, lost, footer }).toEqual({ at, lost: footer ? 1 : 0, footer });
  }
});

test('a truncated pack is noticed, wherever it ends', async () => {
  for (let length = 0; length < pack.bytes.length; length += 1) {
    const { footer } = await readPack(pack.bytes.subarray(0, length), pack.packId);
    expect({ length, footer }).toEqual({ length, footer: false });
  }
});

test('a pack under another pack’s name does not open', async () => {
  const other = makePack();
  expect(other.packId.equals(pack.packId)).toBe(false);
  const { footer, chunks } = await readPack(other.bytes, pack.packId);
  expect({ footer, chunks }).toEqual({ footer: false, chunks: [undefined, undefined, undefined] });
});

test('two chunks do not change places, even where they are equally long', () => {
  const reader = new PackReader({ aead: chosenAead(), packId: pack.packId, dataKey });
  const [first, , last] = entries;
  const sealedFirst = pack.bytes.subarray(headerLength, headerLength + first!.sealedLength);
  const into = Buffer.alloc(100);
  expect(reader.openStored(first!, 0, sealedFirst, into)).toBe(true);
  expect(reader.openStored(first!, 2, sealedFirst, into)).toBe(false);
  expect(reader.openStored(last!, 0, sealedFirst, into)).toBe(false);
  expect(reader.openStored({ ...first!, isCompressed: true }, 0, sealedFirst, into)).toBe(false);
  expect(reader.openStored({ ...first!, kind: 2 }, 0, sealedFirst, into)).toBe(false);
});

test('equal chunks are sealed to different bytes in two packs', () => {
  const other = makePack();
  const chunk = (bytes: Buffer) => bytes.subarray(headerLength, headerLength + entries[0]!.sealedLength);
  expect(chunk(other.bytes).equals(chunk(pack.bytes))).toBe(false);
  expect(entries[0]!.sealedLength).toBe(plaintexts[0]!.length + tagLength);
});

test('nothing in a pack opens with another data key', () => {
  const reader = new PackReader({ aead: chosenAead(), packId: pack.packId, dataKey: Buffer.alloc(32, 8) });
  const sealed = pack.bytes.subarray(headerLength, headerLength + entries[0]!.sealedLength);
  expect(reader.openStored(entries[0]!, 0, sealed, Buffer.alloc(100))).toBe(false);
});
