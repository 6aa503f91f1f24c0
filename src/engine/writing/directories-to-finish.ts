import type { EntryMetadata, EntryPath } from '../../resources/resource.ts';
import { ByteArena } from '../byte-arena.ts';
import { packPath, unpackPath } from './packed-path.ts';

/** Directories that get their metadata when all in them is written. A tree can have millions: each takes its path's bytes and some thirty more. */
export class DirectoriesToFinish {
  readonly #records = new ByteArena();
  readonly #places: number[] = [];

  add(path: EntryPath, { mode, uid, gid, mtimeNs, xattrs }: EntryMetadata): void {
    const record = packPath(path).varint(mode).varint(uid).varint(gid).i64(mtimeNs).varint(xattrs.length);
    for (const { name, value } of xattrs) record.bytes(name).bytes(value);
    this.#places.push(this.#records.add(record.finish()));
  }

  /** The last one first, so that each comes before the one that it is in. */
  *[Symbol.iterator](): Generator<{ readonly path: EntryPath; readonly metadata: EntryMetadata }> {
    for (const place of this.#places.toReversed()) {
      const { path, rest } = unpackPath(this.#records.from(place));
      const [mode, uid, gid, mtimeNs] = [rest.varint(), rest.varint(), rest.varint(), rest.i64()];
      const xattrs = Array.from({ length: rest.varint() }, () => ({ name: rest.bytes(), value: rest.bytes() }));
      yield { path, metadata: { mode, uid, gid, mtimeNs, xattrs } };
    }
  }
}
