import { Buffer } from 'node:buffer';
import type { DirectoryReader, Entry, EntryPath, Listing } from '../../resources/resource.ts';
import type { Readable, Writing } from '../job-session.ts';
import type { FileIdentity, ReadFile } from '../lanes/lane-protocol.ts';
import { isSameIdentity } from '../lanes/open-file.ts';
import { entriesWaitingMax, smallFileSizeMax, treeDepthMax, xattrsSizeMax } from '../limits.ts';
import type { Children, Content, TreeEntry } from '../tree/node.ts';
import { PageBuilder } from '../tree/page-builder.ts';
import { TroubleList } from '../trouble-list.ts';
import { cutLarge, toPiece } from './cut-large.ts';
import { Gatherer } from './gatherer.ts';
import { PreviousEntries } from './previous-entries.ts';

/** What became of a file's bytes; nothing where there is nothing of it to keep. */
type FileOutcome = Pick<TreeEntry, 'content' | 'isSparse' | 'isSettled'> & {
  readonly sizeBytes: number;
  readonly identity?: FileIdentity;
};

/**
 * Backs up a directory tree: walks it in byte order of names, hands files to the lanes, and makes nodes of the directories as
 * their files come back. The walk does not wait for them, only for room in the lanes.
 */
export class DirectoryBackup {
  readonly troubles = new TroubleList();
  readonly #reader: DirectoryReader;
  readonly #domain: Readable;
  readonly #writing: Writing;
  readonly #gatherer: Gatherer;
  /** Files with several names, by what makes them the same. */
  readonly #linked = new Map<string, Promise<FileOutcome | undefined>>();

  constructor(reader: DirectoryReader, domain: Readable, writing: Writing) {
    this.#reader = reader;
    this.#domain = domain;
    this.#writing = writing;
    this.#gatherer = new Gatherer(writing.lanes, domain.index);
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
    const builder = new PageBuilder(this.#writing.sink);
    const waiting: Waiting[] = [];
    for await (const { entries, troubles } of pagesOf(this.#reader, path)) {
      for (const { name, kind, detail } of troubles)
        this.troubles.add(name.length > 0 ? [...path, name] : path, kind, detail);
      for (const entry of entries) {
        const place = [...path, entry.name];
        const { done } = await this.#entry(place, this.#storable(place, entry), await known.find(entry.name));
        done.catch(this.#writing.lanes.fail);
        waiting.push({ done, batch: this.#gatherer.batch });
        if (waiting.length >= 2 * entriesWaitingMax) await this.#takeFirst(waiting, builder);
      }
    }
    const children = assemble(waiting, builder, path.length === 0);
    children.catch(this.#writing.lanes.fail);
    return { children };
  }

  /** So that a directory of any size is never in memory as a whole. */
  async #takeFirst(waiting: Waiting[], builder: PageBuilder): Promise<void> {
    const first = waiting.splice(0, entriesWaitingMax);
    if (first.at(-1)!.batch === this.#gatherer.batch) await this.#gatherer.close();
    await addAll(first, builder);
  }

  async #entry(
    path: EntryPath,
    entry: Entry,
    previous: TreeEntry | undefined,
  ): Promise<{ done: Promise<TreeEntry | undefined> }> {
    const plain = { entry, isSparse: false, isSettled: true };
    if (entry.type === 'directory') {
      if (path.length > treeDepthMax) {
        this.troubles.add(path, 'not-supported', `deeper than ${treeDepthMax} directories`);
        return { done: Promise.resolve(undefined) };
      }
      const { children } = await this.#directory(path, previous?.children);
      return { done: children.then((below) => ({ ...plain, children: below })) };
    }
    if (entry.type !== 'file') return { done: Promise.resolve(plain) };
    const { outcome } = await this.#file(path, entry, previous);
    return { done: outcome.then((file) => file && withOutcome(entry, file)) };
  }

  async #file(
    path: EntryPath,
    entry: Entry,
    previous: TreeEntry | undefined,
  ): Promise<{ outcome: Promise<FileOutcome | undefined> }> {
    const key = entry.hardLinkKey;
    const linked = key === undefined ? undefined : this.#linked.get(key);
    if (linked) return { outcome: linked };
    const { outcome } = await this.#fileBytes(path, entry, previous);
    if (key !== undefined) this.#linked.set(key, outcome);
    return { outcome };
  }

  async #fileBytes(
    path: EntryPath,
    entry: Entry,
    previous: TreeEntry | undefined,
  ): Promise<{ outcome: Promise<FileOutcome | undefined> }> {
    this.#writing.lanes.addFilesDone(1);
    const kept = this.#unchanged(entry, previous);
    if (kept) {
      this.#writing.lanes.skip(entry.sizeBytes);
      return { outcome: Promise.resolve(kept) };
    }
    const identity = identityOf(entry);
    if (entry.sizeBytes >= smallFileSizeMax) return this.#largeFile(path, identity, { mayRetry: true });
    if (entry.sizeBytes === 0) {
      return { outcome: Promise.resolve({ content: { pieces: [] }, isSparse: false, isSettled: true, sizeBytes: 0 }) };
    }
    const names = { parent: path.at(-2) ?? new Uint8Array(), own: entry.name };
    const { outcome } = await this.#gatherer.add(
      { path: this.#reader.absolute(path), sizeBytes: entry.sizeBytes },
      names,
    );
    return { outcome: outcome.then((file) => this.#smallOutcome(path, file)) };
  }

  async #smallOutcome(path: EntryPath, file: ReadFile): Promise<FileOutcome | undefined> {
    const { identity, pieces, isSparse, isFresh = false, trouble, hasOutgrown } = file;
    const isSettled = file.isSettled && !isFresh;
    if (identity && hasOutgrown) return (await this.#largeFile(path, identity, { mayRetry: true })).outcome;
    if (trouble) this.troubles.add(path, trouble.kind, trouble.detail);
    if (!identity || !pieces) return undefined;
    return { content: { pieces: pieces.map(toPiece) }, isSparse, isSettled, sizeBytes: identity.sizeBytes, identity };
  }

  /** A large file that changes while it is read is read once more, as it looks then. */
  async #largeFile(
    path: EntryPath,
    identity: FileIdentity,
    { mayRetry }: { mayRetry: boolean },
  ): Promise<{ outcome: Promise<FileOutcome | undefined> }> {
    const { sizeBytes } = identity;
    const place = { ...this.#writing, index: this.#domain.index };
    const source = { path: this.#reader.absolute(path), identity, sizeBytes, by: 'content' } as const;
    const { outcome } = await cutLarge(place, source);
    const checked = outcome.then(async (cut) => {
      if (cut.trouble) this.troubles.add(path, cut.trouble.kind, cut.trouble.detail);
      if (!cut.content) return undefined;
      if (cut.isSettled) return { ...cut, isSettled: !cut.isFresh, sizeBytes };
      if (mayRetry && cut.identity) return (await this.#largeFile(path, cut.identity, { mayRetry: false })).outcome;
      this.troubles.add(path, 'changed', 'it changed while it was read, twice');
      return { ...cut, sizeBytes };
    });
    return { outcome: checked };
  }

  /** The file's bytes as the previous backup has them, where nothing says that they have changed and they are still there. */
  #unchanged(entry: Entry, previous: TreeEntry | undefined): FileOutcome | undefined {
    if (!previous?.content || !previous.isSettled || previous.entry.type !== 'file') return undefined;
    if (!isSameIdentity(identityOf(entry), identityOf(previous.entry))) return undefined;
    if (!this.#isHeld(previous.content)) return undefined;
    return { content: previous.content, isSparse: previous.isSparse, isSettled: true, sizeBytes: entry.sizeBytes };
  }

  #isHeld(content: Content): boolean {
    const { table } = this.#domain.index;
    if ('list' in content) return this.#domain.index.holdsTree(content.list.hash);
    return content.pieces.every(({ chunk }) => !chunk || table.has(chunk.hash));
  }

  /** The entry as it can be kept. What cannot is a trouble. */
  #storable(path: EntryPath, entry: Entry): Entry {
    if (entry.xattrsTrouble !== undefined) this.troubles.add(path, 'unreadable', entry.xattrsTrouble);
    const size = entry.xattrs.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    if (size <= xattrsSizeMax) return entry;
    this.troubles.add(path, 'not-supported', `${size} bytes of extended attributes`);
    return { ...entry, xattrs: [] };
  }
}

function withOutcome(entry: Entry, { content, isSparse, isSettled, sizeBytes, identity }: FileOutcome): TreeEntry {
  const seen = identity && { mtimeNs: identity.mtimeNs, ctimeNs: identity.ctimeNs, inode: identity.inode };
  return { entry: { ...entry, ...seen, sizeBytes }, isSparse, isSettled, ...(content && { content }) };
}

function identityOf({ sizeBytes, mtimeNs, ctimeNs, inode }: Entry): FileIdentity {
  return { sizeBytes, mtimeNs, ctimeNs, inode };
}

/** An entry whose bytes are under way, and the batch of small files that was being gathered when it was handed out. */
interface Waiting {
  readonly done: Promise<TreeEntry | undefined>;
  readonly batch: number;
}

async function assemble(waiting: readonly Waiting[], builder: PageBuilder, isRoot: boolean): Promise<Children> {
  await addAll(waiting, builder);
  return builder.finish({ isRoot });
}

async function addAll(waiting: readonly Waiting[], builder: PageBuilder): Promise<void> {
  for (const { done } of waiting) {
    const entry = await done;
    if (entry) await builder.add(entry);
  }
}

async function* pagesOf(reader: DirectoryReader, path: EntryPath): AsyncGenerator<Listing> {
  if (reader.pages) yield* reader.pages(path);
  else yield await reader.list(path);
}
