import { Buffer } from 'node:buffer';
import type { DomainIndex } from '../domain/domain-index.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import type { CutPiece, FileIdentity, LaneTask, ReadFile } from '../lanes/lane-protocol.ts';
import { limitedCutSize, stretchSize } from '../limits.ts';
import { ContentBuilder } from '../tree/content-builder.ts';
import type { Content, Piece } from '../tree/node.ts';
import type { NodeSink } from '../tree/node-sink.ts';

export interface CutSource {
  readonly path: Uint8Array;
  readonly identity: FileIdentity;
  readonly sizeBytes: number;
  readonly by: 'content' | 'block';
}

export interface CutOutcome {
  readonly content?: Content;
  readonly isSparse: boolean;
  readonly isSettled: boolean;
  readonly isFresh: boolean;
  /** How the file looked when its first stretch was read. */
  readonly identity?: FileIdentity;
  readonly trouble?: NonNullable<ReadFile['trouble']>;
}

/** Where a job's large files go. */
export interface CutPlace {
  readonly lanes: JobLanes;
  readonly index: DomainIndex;
  readonly sink: NodeSink;
}

/** Begins all stretches of a large file, as lanes have room. The outcome comes when they are done; it has no content where reading failed. */
export async function cutLarge(
  { lanes, index, sink }: CutPlace,
  source: CutSource,
  { inNode = false } = {},
): Promise<{ outcome: Promise<CutOutcome> }> {
  const builder = new ContentBuilder(sink);
  let outcome: Promise<CutOutcome> = Promise.resolve({ isSparse: false, isSettled: true, isFresh: false });
  const take = async (before: CutOutcome, file: ReadFile): Promise<CutOutcome> => {
    for (const piece of file.pieces ?? []) await builder.add(toPiece(piece));
    lanes.skip(file.unreadBytes ?? 0);
    return joined(before, file);
  };
  for (let offset = 0; offset < source.sizeBytes; ) {
    await lanes.room();
    const { isLimited } = lanes;
    const task: LaneTask = {
      type: 'cut',
      table: index.table.handle,
      path: source.path,
      identity: source.identity,
      offset,
      length: Math.min(stretchSize - (offset % stretchSize), source.sizeBytes - offset),
      by: source.by,
      ...(isLimited && { stopAfter: limitedCutSize }),
    };
    const stretch = lanes.run(task);
    stretch.catch(lanes.fail);
    outcome = outcome.then(async (before) => take(before, (await stretch).files![0]!));
    outcome.catch(lanes.fail);
    // Where the next chunk begins is known only then.
    offset += isLimited ? lengthOf((await stretch).files![0]!, task.length) : task.length;
  }
  const finished = outcome.then(async (last) =>
    last.trouble ? last : { ...last, content: await builder.finish({ inNode }) },
  );
  finished.catch(lanes.fail);
  return { outcome: finished };
}

/** How far a task has come: to the end of its stretch, unless it has stopped before. */
function lengthOf({ pieces = [], hasStopped }: ReadFile, whole: number): number {
  return hasStopped ? pieces.reduce((sum, { length }) => sum + length, 0) : whole;
}

function joined(before: CutOutcome, file: ReadFile): CutOutcome {
  const identity = before.identity ?? file.identity;
  const trouble = before.trouble ?? file.trouble;
  return {
    isSparse: before.isSparse || file.isSparse,
    isSettled: before.isSettled && file.isSettled,
    isFresh: before.isFresh || file.isFresh === true,
    ...(identity && { identity }),
    ...(trouble && { trouble }),
  };
}

/** A lane's arrays become buffers again. */
function toPiece({ hash, plainLength, sealedLength, offset, length }: CutPiece): Piece {
  if (!hash) return { offset, length };
  return { chunk: { hash: Buffer.from(hash), plainLength, sealedLength }, offset, length };
}
