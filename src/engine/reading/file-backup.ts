import type { DirectoryReader, Entry, EntryPath } from '../../resources/resource.ts';
import type { Readable, Writing } from '../job-session.ts';
import { type ArrivedFiles, gatheredFile } from '../lanes/gathered-files.ts';
import type { FileIdentity } from '../lanes/lane-protocol.ts';
import { isSameIdentity } from '../lanes/open-file.ts';
import { smallFileSizeMax } from '../limits.ts';
import type { ChunkRef, Content, TreeEntry } from '../tree/node.ts';
import type { TroubleList } from '../trouble-list.ts';
import { cutLarge } from './cut-large.ts';
import type { Gatherer, PlaceInBatch } from './gatherer.ts';
import { type FileOutcome, type Later, LinkedFiles } from './linked-files.ts';

/** A small file whose batch is being gathered or read. */
export interface SmallFile {
  readonly directory: EntryPath;
  readonly listed: Entry;
  readonly place: PlaceInBatch;
}

/** Reads the files of a tree: takes over what has not changed, gathers small files, has large ones cut. */
export class FileBackup {
  readonly #reader: DirectoryReader;
  readonly #domain: Readable;
  readonly #writing: Writing;
  readonly #gatherer: Gatherer;
  readonly #troubles: TroubleList;
  readonly #linked = new LinkedFiles();
  /** The chunk that was looked up last: small files of one page share theirs. */
  #lastHeld: ChunkRef | undefined;

  constructor(
    reader: DirectoryReader,
    {
      domain,
      writing,
      gatherer,
      troubles,
    }: { domain: Readable; writing: Writing; gatherer: Gatherer; troubles: TroubleList },
  ) {
    this.#reader = reader;
    this.#domain = domain;
    this.#writing = writing;
    this.#gatherer = gatherer;
    this.#troubles = troubles;
  }

  /** What takes no waiting: the entry of a file of which nothing must be read, or where a small one was put. Nothing where `handOut` must be asked. */
  begin(directory: EntryPath, listed: Entry, previous: TreeEntry | undefined): TreeEntry | SmallFile | undefined {
    if (listed.hardLinkKey !== undefined) return undefined;
    const kept = this.#kept(listed, previous);
    if (kept) return this.#counted(withOutcome(listed, kept));
    if (listed.sizeBytes >= smallFileSizeMax) return undefined;
    return this.#counted({ directory, listed, place: this.#gather(directory, listed) });
  }

  /** Returns once the file is in the hands of the lanes. */
  async handOut(
    directory: EntryPath,
    listed: Entry,
    previous: TreeEntry | undefined,
  ): Promise<{ done: Later<TreeEntry> }> {
    const key = listed.hardLinkKey;
    let outcome = key === undefined ? undefined : this.#linked.get(key);
    if (!outcome) {
      outcome = (await this.#bytesOf(directory, listed, previous)).outcome;
      if (key !== undefined) this.#linked.add(key, outcome);
    }
    return { done: outcome.then((file) => file && withOutcome(listed, file)) };
  }

  /** The entry of a small file whose batch has been read: at once, unless the file has outgrown its place. */
  taken({ directory, listed, place }: SmallFile, files: ArrivedFiles): TreeEntry | undefined | Later<TreeEntry> {
    const outcome = this.#smallOutcome(directory, listed, { files, number: place.number });
    if (!(outcome instanceof Promise)) return outcome && withOutcome(listed, outcome);
    return outcome.then((file) => file && withOutcome(listed, file));
  }

  async #bytesOf(
    directory: EntryPath,
    listed: Entry,
    previous: TreeEntry | undefined,
  ): Promise<{ outcome: Later<FileOutcome> }> {
    this.#counted(listed);
    const kept = this.#kept(listed, previous);
    if (kept) return { outcome: Promise.resolve(kept) };
    if (listed.sizeBytes >= smallFileSizeMax)
      return this.#largeFile([...directory, listed.name], listed, { mayRetry: true });
    const { batch, number } = this.#gather(directory, listed);
    return { outcome: batch.done.then((files) => this.#smallOutcome(directory, listed, { files, number })) };
  }

  #counted<T>(file: T): T {
    this.#writing.lanes.addFilesDone(1);
    return file;
  }

  #gather(directory: EntryPath, { name, sizeBytes }: Entry): PlaceInBatch {
    const path = this.#reader.absolute([...directory, name]);
    return this.#gatherer.add({ path, sizeBytes }, { parent: directory.at(-1) ?? noName, own: name });
  }

  #smallOutcome(
    directory: EntryPath,
    { name }: Entry,
    { files, number }: { files: ArrivedFiles; number: number },
  ): FileOutcome | undefined | Later<FileOutcome> {
    const file = gatheredFile(files, number);
    const { identity, pieces, isSparse, isFresh = false, trouble, hasOutgrown } = file;
    if (identity && hasOutgrown) return this.#outgrown([...directory, name], identity);
    if (trouble) this.#troubles.add([...directory, name], trouble.kind, trouble.detail);
    if (!identity || !pieces) return undefined;
    const isSettled = file.isSettled && !isFresh;
    return { content: { pieces }, isSparse, isSettled, sizeBytes: identity.sizeBytes, identity };
  }

  async #outgrown(path: EntryPath, identity: FileIdentity): Later<FileOutcome> {
    return (await this.#largeFile(path, identity, { mayRetry: true })).outcome;
  }

  /** A large file that changes while it is read is read once more, as it looks then. */
  async #largeFile(
    path: EntryPath,
    identity: FileIdentity,
    { mayRetry }: { mayRetry: boolean },
  ): Promise<{ outcome: Later<FileOutcome> }> {
    const { sizeBytes, mtimeNs, ctimeNs, inode } = identity;
    const place = { ...this.#writing, index: this.#domain.index };
    const seen = { sizeBytes, mtimeNs, ctimeNs, inode };
    const source = { path: this.#reader.absolute(path), identity: seen, sizeBytes, by: 'content' } as const;
    const { outcome } = await cutLarge(place, source);
    const checked = outcome.then(async (cut): Later<FileOutcome> => {
      const { content } = cut;
      if (cut.trouble) this.#troubles.add(path, cut.trouble.kind, cut.trouble.detail);
      if (!content) return undefined;
      if (cut.isSettled) return { ...cut, content, isSettled: !cut.isFresh, sizeBytes };
      if (mayRetry && cut.identity) return (await this.#largeFile(path, cut.identity, { mayRetry: false })).outcome;
      this.#troubles.add(path, 'changed', 'it changed while it was read, twice');
      return { ...cut, content, sizeBytes };
    });
    return { outcome: checked };
  }

  /** What need not be read: nothing is in an empty file, and what a file held the last time, it holds where nothing says that it has changed. */
  #kept(listed: Entry, previous: TreeEntry | undefined): FileOutcome | undefined {
    const content = this.#unchanged(listed, previous);
    const { sizeBytes } = listed;
    if (content) {
      this.#writing.lanes.skip(sizeBytes);
      return { content, isSparse: previous!.isSparse, isSettled: true, sizeBytes };
    }
    return sizeBytes === 0 ? { content: { pieces: [] }, isSparse: false, isSettled: true, sizeBytes } : undefined;
  }

  /** The file's bytes as the previous backup has them, where they are still there. */
  #unchanged(listed: Entry, previous: TreeEntry | undefined): Content | undefined {
    if (!previous?.content || !previous.isSettled || previous.entry.type !== 'file') return undefined;
    if (!isSameIdentity(listed, previous.entry)) return undefined;
    return this.#isHeld(previous.content) ? previous.content : undefined;
  }

  #isHeld(content: Content): boolean {
    if ('list' in content) return this.#domain.index.holdsTree(content.list.hash);
    for (const { chunk } of content.pieces) {
      if (!chunk || chunk === this.#lastHeld) continue;
      if (!this.#domain.index.table.has(chunk.hash)) return false;
      this.#lastHeld = chunk;
    }
    return true;
  }
}

const noName = new Uint8Array();

function withOutcome(listed: Entry, { content, isSparse, isSettled, sizeBytes, identity }: FileOutcome): TreeEntry {
  return { entry: seenEntry(listed, sizeBytes, identity), isSparse, isSettled, content };
}

/** As it was read, which may be otherwise than it was listed. */
function seenEntry(listed: Entry, sizeBytes: number, identity: FileIdentity | undefined): Entry {
  if (!identity) return sizeBytes === listed.sizeBytes ? listed : { ...listed, sizeBytes };
  if (isSameIdentity(listed, identity) && sizeBytes === listed.sizeBytes) return listed;
  const { mtimeNs, ctimeNs, inode } = identity;
  return { ...listed, mtimeNs, ctimeNs, inode, sizeBytes };
}
