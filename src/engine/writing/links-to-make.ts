import type { EntryPath } from '../../resources/resource.ts';
import { ByteArena } from '../byte-arena.ts';

/** Further names of files that have one already, which are made when all files are there. A tree can have millions: each takes its path's bytes and little more. */
export class LinksToMake {
  readonly #paths = new ByteArena();
  readonly #firstNames = new Map<string, number>();
  /** Places of a name that is to be made and of one that is there, by turns. */
  readonly #links: number[] = [];

  /** False for the first name of a file: that is restored, the others are linked to it. */
  isFurtherName(key: string, path: EntryPath): boolean {
    const place = this.#keep(path);
    const first = this.#firstNames.get(key);
    if (first === undefined) this.#firstNames.set(key, place);
    else this.#links.push(place, first);
    return first !== undefined;
  }

  /** In the order in which they were told. */
  *[Symbol.iterator](): Generator<{ readonly path: EntryPath; readonly existing: EntryPath }> {
    for (let link = 0; link < this.#links.length; link += 2) {
      yield { path: this.#path(this.#links[link]!), existing: this.#path(this.#links[link + 1]!) };
    }
  }

  #keep(path: EntryPath): number {
    const { place, bytes } = this.#paths.reserve(path.reduce((sum, name) => sum + 4 + name.length, 4));
    let offset = bytes.writeUInt32LE(path.length, 0);
    for (const name of path) {
      offset = bytes.writeUInt32LE(name.length, offset);
      bytes.set(name, offset);
      offset += name.length;
    }
    return place;
  }

  #path(place: number): EntryPath {
    const bytes = this.#paths.from(place);
    let offset = 4;
    return Array.from({ length: bytes.readUInt32LE(0) }, () => {
      const start = offset + 4;
      offset = start + bytes.readUInt32LE(offset);
      return bytes.subarray(start, offset);
    });
  }
}
