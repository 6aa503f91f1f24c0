import { Buffer } from 'node:buffer';
import { EARLIEST_NS, LATEST_NS } from '../../resources/file-identity.ts';
import type { DirectoryReader, Entry, EntryPath, Listing } from '../../resources/resource.ts';
import type { Readable, Writing } from '../job-session.ts';
import { treeDepthMax, xattrsSizeMax } from '../limits.ts';
import type { Children, TreeEntry } from '../tree/node.ts';
import { PageBuilder } from '../tree/page-builder.ts';
import { TroubleList } from '../trouble-list.ts';
import { FileBackup } from './file-backup.ts';
import { Gatherer } from './gatherer.ts';
import { PreviousEntries } from './previous-entries.ts';
import { type Waiting, WaitingEntries } from './waiting-entries.ts';

/**
 * Backs up a directory tree: walks it in byte order of names, hands files to the lanes, and makes nodes of the directories as
 * their files come back. The walk does not wait for them, only for room in the lanes; nor does it take a turn of the event loop, or make a promise,
 * for an entry that needs none, since a tree has millions of them.
 */
export class DirectoryBackup {
  readonly troubles = new TroubleList();
  readonly #reader: DirectoryReader;
  readonly #domain: Readable;
  readonly #writing: Writing;
  readonly #gatherer: Gatherer;
  readonly #files: FileBackup;

  constructor(reader: DirectoryReader, domain: Readable, writing: Writing) {
    this.#reader = reader;
    this.#domain = domain;
    this.#writing = writing;
    this.#gatherer = new Gatherer(writing.lanes, domain.index);
    this.#files = new FileBackup(reader, { domain, writing, gatherer: this.#gatherer, troubles: this.troubles });
  }

  /** `previous` is the root entry of the backup before. */
  async run(previous: TreeEntry | undefined): Promise<TreeEntry> {
    const root = this.#storable([], await this.#reader.root());
    const { children } = await this.#directory([], previous?.children);
    await this.#gatherer.close();
    return { entry: { ...root, name: Buffer.alloc(0) }, isSparse: false, isSettled: true, children: await children };
  }

  /** Returns when all below has been handed out; the children come when all of it is done. */
  async #directory(path: EntryPath, previous: Children | undefined): Promise<{ children: Promise<Children> }> {
    this.#writing.lanes.check();
    const known = new PreviousEntries(this.#domain.nodes, previous);
    const places = { files: this.#files, gatherer: this.#gatherer };
    const waiting = new WaitingEntries(new PageBuilder(this.#writing.sink), places);
    for await (const { entries, troubles } of pagesOf(this.#reader, path)) {
      for (const { name, kind, detail } of troubles)
        this.troubles.add(name.length > 0 ? [...path, name] : path, kind, detail);
      for (const listed of entries) {
        const entry =
          hasAttributes(listed) || isBeyond(listed) ? this.#storable([...path, listed.name], listed) : listed;
        while (!known.seek(entry.name)) await known.turnPage();
        const one = this.#begin(path, entry, known.found) ?? (await this.#handOut(path, entry, known.found));
        if (this.#gatherer.isFull) await this.#gatherer.close();
        waiting.push(one);
        if (waiting.isLong) await waiting.takeFirst();
      }
    }
    const children = waiting.finish({ isRoot: path.length === 0 });
    children.catch(this.#writing.lanes.fail);
    return { children };
  }

  /** What takes no waiting. */
  #begin(directory: EntryPath, entry: Entry, previous: TreeEntry | undefined): Waiting | undefined {
    if (entry.type === 'file') return this.#files.begin(directory, entry, previous);
    return entry.type === 'directory' ? undefined : { entry, isSparse: false, isSettled: true };
  }

  async #handOut(directory: EntryPath, entry: Entry, previous: TreeEntry | undefined): Promise<Waiting> {
    const { done } =
      entry.type === 'file'
        ? await this.#files.handOut(directory, entry, previous)
        : await this.#directoryBelow([...directory, entry.name], entry, previous?.children);
    done.catch(this.#writing.lanes.fail);
    return { done };
  }

  async #directoryBelow(
    path: EntryPath,
    entry: Entry,
    previous: Children | undefined,
  ): Promise<{ done: Promise<TreeEntry | undefined> }> {
    if (path.length > treeDepthMax) {
      this.troubles.add(path, 'not-supported', `deeper than ${treeDepthMax} directories`);
      return { done: Promise.resolve(undefined) };
    }
    const { children } = await this.#directory(path, previous);
    return { done: children.then((below) => ({ entry, isSparse: false, isSettled: true, children: below })) };
  }

  /** The entry as it can be kept. What cannot is a trouble. */
  #storable(path: EntryPath, entry: Entry): Entry {
    if (entry.xattrsTrouble !== undefined) this.troubles.add(path, 'unreadable', entry.xattrsTrouble);
    if (isBeyond(entry)) {
      this.troubles.add(path, 'not-supported', 'modification time: kept as the nearest between 1677 and 2262');
    }
    const size = entry.xattrs.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    if (size <= xattrsSizeMax) return entry;
    this.troubles.add(path, 'not-supported', `${size} bytes of extended attributes`);
    return { ...entry, xattrs: [] };
  }
}

/** Later or earlier than a manifest can tell. */
function isBeyond({ mtimeNs }: Entry): boolean {
  return mtimeNs === LATEST_NS || mtimeNs === EARLIEST_NS;
}

function hasAttributes({ xattrs, xattrsTrouble }: Entry): boolean {
  return xattrs.length > 0 || xattrsTrouble !== undefined;
}

async function* pagesOf(reader: DirectoryReader, path: EntryPath): AsyncGenerator<Listing> {
  if (reader.pages) yield* reader.pages(path);
  else yield await reader.list(path);
}
