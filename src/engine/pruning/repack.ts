import { Buffer } from 'node:buffer';
import { StorageError } from '../../storage/storage-error.ts';
import { tagLength } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import { headerLength } from '../format/blob-header.ts';
import type { IndexedPack } from '../format/index-segment.ts';
import type { PackEntries } from '../format/pack-entries.ts';
import { type PackEntry, packName } from '../format/pack-format.ts';
import { PackReader } from '../format/pack-reader.ts';
import { PackWriter, packBufferSize } from '../format/pack-writer.ts';
import { chunkSizeMax, nodePackSize, repackBelowShare, repackWasteMin } from '../limits.ts';
import type { DomainStock, StockedPack } from './domain-stock.ts';
import type { TreeMarks } from './mark-trees.ts';

/** What a run has written anew: packs that are stored and not named yet, in place of others. */
export interface Repacked {
  readonly packs: readonly IndexedPack[];
  /** Numbers of the packs that they replace. */
  readonly replaced: ReadonlySet<number>;
  readonly storedBytes: number;
}

/**
 * Writes anew what is needed of packs that are mostly waste, so that these can go. Nothing of it counts before the index names it: killed
 * here, it leaves packs that nobody names. A pack in which something needed cannot be opened stays as it is.
 */
export async function repack(
  domain: OpenDomain,
  { stock, marks, check }: { stock: DomainStock; marks: TreeMarks; check: () => void },
): Promise<Repacked> {
  const wasteful = new Set(stock.packs.flatMap((pack, number) => (isWasteful(pack, marks, number) ? [number] : [])));
  const writers = { 1: new Rewriter(domain), 2: new Rewriter(domain) };
  const replaced = new Set<number>();
  if (wasteful.size === 0) return { packs: [], replaced, storedBytes: 0 };
  try {
    for await (const { number, pack } of stock.entries(domain)) {
      if (!wasteful.has(number)) continue;
      const isMoved = await moveNeeded(domain, pack, {
        writer: writers[pack.entries.kind ?? 1],
        isNeeded: (hash) => marks.isNeededIn(hash, number),
        check,
      });
      if (isMoved) replaced.add(number);
    }
    await writers[1].flush();
    await writers[2].flush();
    return {
      packs: [...writers[1].packs, ...writers[2].packs],
      replaced,
      storedBytes: writers[1].storedBytes + writers[2].storedBytes,
    };
  } finally {
    writers[1].close();
    writers[2].close();
  }
}

function isWasteful({ sizeBytes, since }: StockedPack, { neededBytes }: TreeMarks, number: number): boolean {
  const needed = neededBytes[number]!;
  if (since !== undefined || needed === 0 || sizeBytes - needed < repackWasteMin) return false;
  return needed < sizeBytes * repackBelowShare;
}

/** False where a chunk that is needed does not open: what has been moved by then lies in two packs, which is harmless. */
async function moveNeeded(
  domain: OpenDomain,
  { packId, keyId, entries }: IndexedPack,
  { writer, isNeeded, check }: { writer: Rewriter; isNeeded: (hash: Uint8Array) => boolean; check: () => void },
): Promise<boolean> {
  const dataKey = await domain.dataKey(keyId);
  if (!dataKey) return false;
  const reader = new PackReader({ aead: chosenAead(), packId, dataKey });
  try {
    for (const { entry, ordinal, offset } of placed(entries)) {
      if (!isNeeded(entry.hash)) continue;
      check();
      const sealed = await readSealed(domain, packId, { offset, length: entry.sealedLength });
      const stored = writer.room.subarray(0, entry.sealedLength - tagLength);
      if (!sealed || !reader.openStored(entry, ordinal, sealed, stored)) return false;
      await writer.add(entry, stored);
    }
    return true;
  } finally {
    reader.close();
  }
}

function* placed(entries: PackEntries): Generator<{ entry: PackEntry; ordinal: number; offset: number }> {
  let offset = headerLength;
  let ordinal = 0;
  for (const entry of entries) {
    yield { entry, ordinal, offset };
    offset += entry.sealedLength;
    ordinal += 1;
  }
}

/** Nothing where the pack is not that long, or gone. */
async function readSealed(
  domain: OpenDomain,
  packId: Buffer,
  range: { offset: number; length: number },
): Promise<Uint8Array | undefined> {
  try {
    return await domain.blobs.get(domain.name(packName(packId)), range);
  } catch (error) {
    const isIll = error instanceof StorageError && (error.kind === 'blob-missing' || error.kind === 'blob-truncated');
    if (isIll) return undefined;
    throw error;
  }
}

/** Fills packs of one kind of chunks, one after the other. */
class Rewriter {
  readonly packs: IndexedPack[] = [];
  /** For one chunk, opened. */
  readonly room = Buffer.allocUnsafeSlow(chunkSizeMax);
  readonly #domain: OpenDomain;
  #buffer: Buffer | undefined;
  #writer: PackWriter | undefined;
  storedBytes = 0;

  constructor(domain: OpenDomain) {
    this.#domain = domain;
  }

  async add(entry: PackEntry, stored: Uint8Array): Promise<void> {
    if (this.#writer && !this.#writer.hasRoom(entry.sealedLength)) await this.flush();
    const { hash, kind, isCompressed, plainLength } = entry;
    this.#open().add({ hash: Buffer.from(hash), kind, isCompressed, plainLength }, stored);
  }

  /** Stores what is left, durably. */
  async flush(): Promise<void> {
    if (!this.#writer) return;
    const { packId, entries, bytes } = this.#writer.finish();
    this.#writer = undefined;
    await this.#domain.blobs.put(this.#domain.name(packName(packId)), bytes);
    this.packs.push({ packId, keyId: this.#domain.current.keyId, entries });
    this.storedBytes += bytes.length;
  }

  close(): void {
    this.#writer?.forget();
    this.#writer = undefined;
    this.room.fill(0);
  }

  #open(): PackWriter {
    if (this.#writer) return this.#writer;
    const { keyId, dataKey } = this.#domain.current;
    this.#buffer ??= Buffer.allocUnsafeSlow(packBufferSize(nodePackSize));
    const options = { aead: chosenAead(), buffer: this.#buffer, size: nodePackSize, keyId, dataKey };
    this.#writer = new PackWriter(options);
    return this.#writer;
  }
}
