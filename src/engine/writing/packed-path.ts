import type { EntryPath } from '../../resources/resource.ts';
import { ByteReader } from '../format/byte-reader.ts';
import { ByteWriter } from '../format/byte-writer.ts';

/** A writer that begins with a path. */
export function packPath(path: EntryPath): ByteWriter {
  const writer = new ByteWriter().varint(path.length);
  for (const name of path) writer.bytes(name);
  return writer;
}

/** The path, and a reader of what comes behind it. */
export function unpackPath(bytes: Uint8Array): { readonly path: EntryPath; readonly rest: ByteReader } {
  const rest = new ByteReader(bytes);
  const path = Array.from({ length: rest.varint() }, () => rest.bytes());
  return { path, rest };
}
