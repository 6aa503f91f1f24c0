import type { EntryPath } from '../../resources/resource.ts';
import { ByteArena } from '../byte-arena.ts';
import { packPath, unpackPath } from './packed-path.ts';

/** Further names of files that have one already, which are made when all files are there. A tree can have millions: each takes its path's bytes and little more. */
export class LinksToMake {
  readonly #paths = new ByteArena();
  readonly #firstNames = new Map<string, number>();
  /** Places of a name that is to be made and of one that is there, by turns. */
  readonly #links: number[] = [];

  /** False for the first name of a file: that is restored, the others are linked to it. */
  isFurtherName(key: string, path: EntryPath): boolean {
    const place = this.#paths.add(packPath(path).finish());
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

  #path(place: number): EntryPath {
    return unpackPath(this.#paths.from(place)).path;
  }
}
