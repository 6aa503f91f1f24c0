import type { ReadTrouble } from '../engine.ts';
import { readContent, readEntry, readTotals } from '../tree/decode-node.ts';
import { ChunkNames, writeContent, writeEntry, writeTotals } from '../tree/encode-node.ts';
import type { Content, Totals, TreeEntry } from '../tree/node.ts';
import { ByteReader, MalformedError } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** How an image file looked when it was read; equal means unchanged. */
interface ImageIdentity {
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  readonly inode: bigint;
}

/** What was backed up. A root's children are never embedded, an image's content is always a list: both are nodes. */
export type ManifestRoot =
  | { readonly nature: 'directory'; readonly root: TreeEntry }
  | {
      readonly nature: 'disk-image';
      readonly sizeBytes: number;
      readonly identity: ImageIdentity;
      readonly content: Content;
    };

/** One recovery point, as its sealed blob tells it. */
export interface Manifest {
  readonly root: ManifestRoot;
  readonly totals: Totals;
  readonly about: Readonly<Record<string, string>>;
  readonly troubles: readonly ReadTrouble[];
  readonly troubleCount: number;
}

const bodyVersion = 1;
const troubleKinds: readonly ReadTrouble['kind'][] = ['changed', 'vanished', 'unreadable', 'not-supported'];

export function encodeManifest(manifest: Manifest): Buffer {
  const writer = new ByteWriter(1024).varint(bodyVersion).u8(manifest.root.nature === 'directory' ? 1 : 2);
  writeAbout(writer, manifest.about);
  writeTroubles(writer, manifest);
  writeRoot(writer, manifest.root);
  writeTotals(writer, manifest.totals);
  return writer.finish();
}

/** Throws MalformedError. */
export function decodeManifest(body: Uint8Array): Manifest {
  const reader = new ByteReader(body);
  if (reader.varint() !== bodyVersion) throw new MalformedError('a manifest is of an unknown version');
  const nature = reader.u8();
  const about = readAbout(reader);
  const troubleCount = reader.varint();
  const troubles = Array.from({ length: reader.count(3) }, () => readTrouble(reader));
  const root = readRoot(reader, nature);
  const totals = readTotals(reader);
  reader.end();
  return { root, totals, about, troubles, troubleCount };
}

function writeAbout(writer: ByteWriter, about: Manifest['about']): void {
  const pairs = Object.entries(about).sort(([one], [other]) => (one < other ? -1 : 1));
  writer.varint(pairs.length);
  for (const [name, value] of pairs) writer.text(name).text(value);
}

function readAbout(reader: ByteReader): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: reader.count(2) }, () => [reader.text(), reader.text()] satisfies [string, string]),
  );
}

function writeTroubles(writer: ByteWriter, { troubles, troubleCount }: Manifest): void {
  writer.varint(troubleCount).varint(troubles.length);
  for (const { path, kind, detail } of troubles) writer.text(path).text(kind).text(detail);
}

function readTrouble(reader: ByteReader): ReadTrouble {
  const path = reader.text();
  const word = reader.text();
  const kind = troubleKinds.find((known) => known === word);
  if (!kind) throw new MalformedError('a trouble is of an unknown kind');
  return { path, kind, detail: reader.text() };
}

function writeRoot(writer: ByteWriter, root: ManifestRoot): void {
  if (root.nature === 'directory') {
    writeEntry(writer, root.root, new ChunkNames());
    return;
  }
  const { mtimeNs, ctimeNs, inode } = root.identity;
  writer.varint(root.sizeBytes).i64(mtimeNs).i64(ctimeNs).u64(inode);
  writeContent(writer, root.content, new ChunkNames());
}

function readRoot(reader: ByteReader, nature: number): ManifestRoot {
  if (nature === 1) {
    const root = readEntry(reader, []);
    if (root.entry.type !== 'directory') throw new MalformedError('a root is no directory');
    return { nature: 'directory', root };
  }
  if (nature !== 2) throw new MalformedError('a manifest is of an unknown nature');
  const sizeBytes = reader.varint();
  const identity = { mtimeNs: reader.i64(), ctimeNs: reader.i64(), inode: reader.u64() };
  return { nature: 'disk-image', sizeBytes, identity, content: readContent(reader, []) };
}
