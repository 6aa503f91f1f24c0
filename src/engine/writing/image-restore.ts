import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, rmSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ImageWriter } from '../../resources/resource.ts';
import { EngineError } from '../engine-error.ts';
import type { ManifestRoot } from '../format/manifest.ts';
import type { Readable } from '../job-session.ts';
import type { JobLanes } from '../lanes/job-lanes.ts';
import { PartsRestore } from './parts-restore.ts';
import { targetRefused, targetRefusedLater } from './target-refused.ts';
import { createWithSize } from './tree-restore.ts';

export interface ImageRestore {
  readonly source: Readable;
  readonly lanes: JobLanes;
  readonly root: Extract<ManifestRoot, { nature: 'disk-image' }>;
  readonly target: ImageWriter;
}

/**
 * Writes a disk image: onto a block device that is there, zeros included; else as a new sparse file, which appears whole and synced
 * under its name. A file that is there is refused.
 */
export async function restoreImage(restore: ImageRestore): Promise<void> {
  const place = Buffer.from(restore.target.path);
  const there = targetRefused(() => lstatSync(place, { throwIfNoEntry: false }));
  if (there?.isBlockDevice()) return restoreOntoDevice(restore, place);
  refuseIfThere(there);
  const temporary = Buffer.concat([place, Buffer.from(`.crossvault-${randomBytes(8).toString('hex')}`)]);
  try {
    targetRefused(() => createWithSize(temporary, restore.root.sizeBytes));
    await write(restore, temporary, { mustWriteZeros: false });
    await targetRefusedLater(() => sync(temporary));
    targetRefused(() => linkSync(temporary, place));
  } finally {
    rmSync(temporary, { force: true });
  }
  await targetRefusedLater(() => sync(folderOf(place)));
}

async function restoreOntoDevice(restore: ImageRestore, place: Buffer): Promise<void> {
  await write(restore, place, { mustWriteZeros: true });
  await targetRefusedLater(() => sync(place));
}

async function write(
  { source, lanes, root }: ImageRestore,
  place: Buffer,
  { mustWriteZeros }: { mustWriteZeros: boolean },
): Promise<void> {
  const parts = new PartsRestore(source, lanes);
  const { done } = await parts.restore({
    place,
    sizeBytes: root.sizeBytes,
    content: root.content,
    isSparse: !mustWriteZeros,
    mustWriteZeros,
  });
  await done;
}

function refuseIfThere(there: Stats | undefined): void {
  if (there) throw new EngineError('target-refused', { code: 'EEXIST' });
}

/** Off this thread: the disk may take long over what lies in the page cache. */
async function sync(place: Buffer): Promise<void> {
  const file = await open(place, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function folderOf(place: Buffer): Buffer {
  const slash = place.lastIndexOf('/');
  if (slash < 0) return Buffer.from('.');
  return place.subarray(0, Math.max(slash, 1));
}
