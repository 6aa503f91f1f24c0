import { Buffer } from 'node:buffer';
import { closeSync, constants, ftruncateSync, openSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openTreeWriter } from '../../resources/open-tree-writer.ts';
import type { DirectoryWriter, EntryPath } from '../../resources/resource.ts';
import type { TreeWriter } from '../../resources/tree-writer.ts';
import type { ChunkFinder } from '../domain/domain-index.ts';
import { EngineError } from '../engine-error.ts';
import type { Readable } from '../job-session.ts';
import { type FileToRestore, packFiles } from '../lanes/files-to-restore.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { LaneResult } from '../lanes/lane-protocol.ts';
import { batchFilesMax, batchSize, madePerTurnMax } from '../limits.ts';
import type { Children, TreeEntry } from '../tree/node.ts';
import { entriesOf } from '../tree/tree-reader.ts';
import { TroubleList } from '../trouble-list.ts';
import type { ChosenPaths } from './chosen-paths.ts';
import { DirectoriesToFinish } from './directories-to-finish.ts';
import { LinksToMake } from './links-to-make.ts';
import { PartsRestore, requireFits } from './parts-restore.ts';
import { targetRefused } from './target-refused.ts';

/**
 * Writes a tree: directories and special files here, in order; small files in batches and large ones in parts on the lanes, each lane
 * with a TreeWriter of its own. Links and the directories' metadata come last.
 */
export class TreeRestore {
  readonly troubles = new TroubleList();
  readonly #source: Readable;
  readonly #lanes: JobLanes;
  readonly #root: Uint8Array;
  readonly #writer: TreeWriter;
  readonly #parts: PartsRestore;
  readonly #chosen: ChosenPaths;
  readonly #running = new Set<Promise<void>>();
  readonly #directories = new DirectoriesToFinish();
  readonly #links = new LinksToMake();
  /** Names made on this thread since others had their turn. */
  #madeInTurn = 0;
  #batch: FileToRestore[] = [];
  #batchBytes = 0;

  constructor(options: { source: Readable; lanes: JobLanes; target: DirectoryWriter; chosen: ChosenPaths }) {
    this.#source = options.source;
    this.#lanes = options.lanes;
    this.#root = options.target.root;
    this.#writer = targetRefused(() => openTreeWriter(options.target.root));
    this.#chosen = options.chosen;
    this.#parts = new PartsRestore(options.source, options.lanes);
  }

  async run(root: TreeEntry): Promise<void> {
    await this.#directory([], root, this.#chosen);
    await this.#sendBatch();
    await Promise.all(this.#running);
    this.#lanes.check();
    await this.#finish();
    this.#takeTroubles(this.#writer.troubles);
  }

  async #finish(): Promise<void> {
    for (const { path, existing } of this.#links) {
      targetRefused(() => this.#writer.makeHardLink(path, existing));
      const turn = this.#turn();
      if (turn) await turn;
    }
    const descriptor = targetRefused(() => this.#writer.openToSync());
    try {
      for (const { path, metadata } of this.#directories) {
        targetRefused(() => this.#writer.finishDirectory(path, metadata));
        const turn = this.#turn();
        if (turn) await turn;
      }
      const { staging } = this.#writer;
      await this.#lanes.run({ type: 'sync-tree', root: this.#root, staging, descriptor });
    } finally {
      closeSync(descriptor);
    }
  }

  /** What is written here keeps all else on this thread waiting, a server's answers too: it gets a turn every so often. */
  #turn(): Promise<void> | undefined {
    this.#madeInTurn += 1;
    if (this.#madeInTurn < madePerTurnMax) return undefined;
    this.#madeInTurn = 0;
    this.#lanes.check();
    return nextTurn();
  }

  async #directory(path: EntryPath, { entry, children }: TreeEntry, chosen: ChosenPaths): Promise<void> {
    this.#lanes.check();
    if (path.length > 0) targetRefused(() => this.#writer.makeDirectory(path));
    this.#directories.add(path, entry);
    const turn = this.#turn();
    if (turn) await turn;
    if (children) await this.#entries(path, children, chosen);
  }

  async #entries(path: EntryPath, children: Children, chosen: ChosenPaths): Promise<void> {
    for await (const page of entriesOf(this.#source.nodes, children)) {
      for (const entry of page) {
        const wanted = chosen.of(entry.entry.name);
        if (!wanted) continue;
        const work = this.#entry(path, entry, wanted);
        if (work) await work;
      }
    }
  }

  /** Nothing where there is nothing to wait for, as with most of very many small files. */
  #entry(directory: EntryPath, treeEntry: TreeEntry, chosen: ChosenPaths): Promise<void> | undefined {
    const { entry } = treeEntry;
    if (entry.type === 'directory') return this.#directory([...directory, entry.name], treeEntry, chosen);
    this.#lanes.addFilesDone(1);
    if (entry.type !== 'file') {
      targetRefused(() => this.#writer.makeOther([...directory, entry.name], entry));
      return this.#turn();
    }
    if (entry.hardLinkKey !== undefined && this.#links.isFurtherName(entry.hardLinkKey, [...directory, entry.name])) {
      this.#lanes.skip(entry.sizeBytes);
      return undefined;
    }
    return this.#file(directory, treeEntry);
  }

  #file(directory: EntryPath, treeEntry: TreeEntry): Promise<void> | undefined {
    const { entry, content, isSparse } = treeEntry;
    if (!content) throw new EngineError('manifest-corrupt', { reason: 'a file has no content' });
    if ('list' in content || entry.sizeBytes >= batchSize)
      return this.#largeFile([...directory, entry.name], treeEntry);
    requireFits(
      content.pieces.reduce((sum, { length }) => sum + length, 0),
      entry.sizeBytes,
    );
    const pieces = this.#parts.pieces(content.pieces);
    const stored = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.#lanes.skip(entry.sizeBytes - stored);
    const { name, sizeBytes } = entry;
    this.#batch.push({ directory, name, metadata: entry, sizeBytes, isSparse, pieces });
    this.#batchBytes += stored;
    return this.#batch.length >= batchFilesMax || this.#batchBytes >= batchSize ? this.#sendBatch() : undefined;
  }

  async #largeFile(path: EntryPath, { entry, content, isSparse }: TreeEntry): Promise<void> {
    const place = targetRefused(() => this.#writer.temporaryFor(path));
    targetRefused(() => createWithSize(place, entry.sizeBytes));
    const { sizeBytes } = entry;
    const { done } = await this.#parts.restore({
      place,
      sizeBytes,
      content: content!,
      isSparse,
      mustWriteZeros: false,
    });
    this.#run(done.then(() => targetRefused(() => this.#writer.finishFile(path, place, entry))));
  }

  async #sendBatch(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch.sort(byPlace);
    this.#batch = [];
    this.#batchBytes = 0;
    await this.#lanes.room();
    const { index } = this.#source;
    const table = index.table.handle;
    const packs = packsOf(batch, index);
    const { staging } = this.#writer;
    const tree = { root: this.#root, staging, table, packs, files: packFiles(batch) };
    const sent = this.#lanes.run({ type: 'restore-tree', ...tree });
    this.#run(sent.then((result) => this.#takeTroubles(result.troubles ?? [])));
  }

  #run(work: Promise<void>): void {
    const running: Promise<void> = work.catch(this.#lanes.fail).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  #takeTroubles(troubles: NonNullable<LaneResult['troubles']>): void {
    for (const { path, kind, detail } of troubles) this.troubles.add(path, kind, detail);
  }
}

/** Files whose bytes lie in the same chunk follow one another, so that it is opened once. Records are in the order of their packs. */
function byPlace(one: FileToRestore, other: FileToRestore): number {
  return (one.pieces[0]?.record ?? -1) - (other.pieces[0]?.record ?? -1);
}

/** Copied: what a segment named lies in memory with all that was read of it. */
function packsOf(batch: readonly FileToRestore[], index: ChunkFinder): Map<number, Uint8Array> {
  const packs = new Map<number, Uint8Array>();
  for (const { pieces } of batch) {
    for (const { record } of pieces) {
      const number = index.table.packAt(record);
      if (packs.has(number)) continue;
      const { packId, keyId } = index.pack(number);
      packs.set(number, Uint8Array.from([...packId, ...keyId]));
    }
  }
  return packs;
}

const createFlags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

/** All holes at first. */
export function createWithSize(place: Uint8Array, sizeBytes: number): void {
  const descriptor = openSync(Buffer.from(place), createFlags, 0o600);
  try {
    ftruncateSync(descriptor, sizeBytes);
  } finally {
    closeSync(descriptor);
  }
}
