import { Buffer } from 'node:buffer';
import type { TreeWriter } from '../../resources/tree-writer.ts';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { invariant } from '../../util/invariant.ts';
import { ChunkTable } from '../domain/chunk-table.ts';
import { chunksReadAtOnce } from '../limits.ts';
import { LaneBuffers, LaneJob } from './lane-job.ts';
import type { ChunkAt, ChunksOfPack, Illness, LaneJobSetup, LaneResult, LaneTask } from './lane-protocol.ts';
import { laneWork } from './lane-work.ts';
import type { TreeFiles } from './restore-files.ts';

interface OpenJob {
  readonly job: LaneJob;
  /** Tasks that have given the lane's buffers back and wait for the disk. */
  readonly waiting: Set<Promise<void>>;
  readonly writers: Map<string, { readonly writer: TreeWriter; told: number }>;
}

/**
 * Does the heavy work of jobs: reading, cutting, hashing, compressing, sealing, storing. Runs on a worker thread or on the caller's, one
 * task after the other, since its buffers are shared by all of them; the next begins while what a restore has written is on its way to the disk.
 */
export class Lane {
  readonly #buffers = new LaneBuffers();
  readonly #jobs = new Map<number, OpenJob>();
  #last: Promise<unknown> = Promise.resolve();

  begin(number: number, setup: LaneJobSetup, stores: { source?: BlobStore; destination?: BlobStore }): void {
    this.#jobs.set(number, { job: new LaneJob(setup, stores, this.#buffers), waiting: new Set(), writers: new Map() });
  }

  /** Runs when all tasks before it are done. */
  async run(number: number, task: LaneTask): Promise<LaneResult> {
    const { begun, packs } = await this.#queue(async () => {
      const open = this.#jobs.get(number);
      invariant(open, 'a task belongs to a job that has begun');
      open.job.stopIfAborted();
      const begun = await perform(open, task);
      if ('later' in begun) waitFor(open, begun.later);
      return { begun, packs: open.job.isWriting ? open.job.sink.takeStored() : [] };
    });
    return { ...('later' in begun ? await begun.later : begun), packs };
  }

  /** Ends a job, done or not: its keys are wiped, what it has not stored is dropped. */
  async end(number: number): Promise<void> {
    await this.#queue(async () => {
      const open = this.#jobs.get(number);
      this.#jobs.delete(number);
      if (open) await Promise.all(open.waiting);
      await open?.job.close();
      if (this.#jobs.size === 0) this.#buffers.wholePacks.rest();
    });
  }

  #queue<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#last.then(action);
    this.#last = result.then(nothing, nothing);
    return result;
  }
}

/** A task's outcome is its caller's; the queue only waits for its end. */
function nothing(): void {}

type Outcome = Omit<LaneResult, 'packs'>;
/** What becomes of a task that needs the lane's buffers no longer, and is not done. */
interface Later {
  readonly later: Promise<Outcome>;
}

function waitFor({ waiting }: OpenJob, later: Promise<Outcome>): void {
  const wait: Promise<void> = later.then(nothing, nothing).finally(() => waiting.delete(wait));
  waiting.add(wait);
}

async function perform(open: OpenJob, task: LaneTask): Promise<Outcome | Later> {
  const { job } = open;
  switch (task.type) {
    case 'gather': {
      const { gatherFiles } = await laneWork.gather();
      return { gathered: await gatherFiles(job, new ChunkTable(task.table), task.paths) };
    }
    case 'cut': {
      const { cutFile } = await laneWork.cut();
      return { files: [await cutFile(job, new ChunkTable(task.table), task)] };
    }
    case 'copy': {
      const { copyChunks } = await laneWork.copy();
      for (const chunks of chunksOf(task.chunks)) await copyChunks(job, chunks);
      return {};
    }
    case 'verify': {
      const { verifyChunks } = await laneWork.verify();
      const illnesses: Illness[] = [];
      for (const chunks of chunksOf(task.chunks)) illnesses.push(...(await verifyChunks(job, chunks)));
      return { illnesses };
    }
    case 'verify-pack': {
      const { verifyPack } = await laneWork.verify();
      return { illnesses: await verifyPack(job, task) };
    }
    case 'restore-tree':
      return restoreTree(open, task);
    case 'restore-part': {
      const { restorePart } = await laneWork.restore();
      return { later: (await restorePart(job, task.file)).done.then(() => ({})) };
    }
    case 'sync-tree': {
      const { openLaneTreeWriter } = await laneWork.restore();
      openLaneTreeWriter(task).sync(task.descriptor);
      return {};
    }
    case 'flush':
      await job.sink.flush();
      return {};
  }
}

/** In the order in which they lie in their pack, since records of a pack are numbered so. Some at a time: as objects, tiny ones take more than their bytes. */
function* chunksOf({ table, packId, keyId, records }: ChunksOfPack): Generator<ChunkAt[]> {
  const known = new ChunkTable(table);
  const sorted = records.sort();
  for (let start = 0; start < sorted.length; start += chunksReadAtOnce) {
    yield Array.from(sorted.subarray(start, start + chunksReadAtOnce), (record) => {
      const { pack: _, offset, ordinal, ...entry } = known.placeAt(record);
      return { entry, packId, keyId, offset, ordinal };
    });
  }
}

async function restoreTree({ job, writers }: OpenJob, files: TreeFiles): Promise<Later> {
  const { openLaneTreeWriter, restoreTreeFiles } = await laneWork.restore();
  const key = Buffer.from(files.root).toString('latin1');
  const open = writers.get(key) ?? { writer: openLaneTreeWriter(files), told: 0 };
  writers.set(key, open);
  const { done } = await restoreTreeFiles(job, open.writer, files);
  const troubles = (): Outcome => {
    const fresh = open.writer.troubles.slice(open.told);
    open.told = open.writer.troubles.length;
    return { troubles: fresh };
  };
  return { later: done.then(troubles) };
}
