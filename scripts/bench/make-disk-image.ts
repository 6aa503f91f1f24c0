import type { Buffer } from 'node:buffer';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSet } from './data-sets.ts';
import { seededBytes, seededText } from './random-bytes.ts';

const MIB = 1 << 20;
/** An image is made of extents of this size: in every eight, two holes, two copies of earlier ones, two random, two text. */
const EXTENT_BYTES = 2 * MIB;
/** One extent of a hundred changes on the second day. */
const CHANGING = 100;

/** A raw disk image, half of it zeros or duplicates. */
export function makeDiskImage(directory: string, scale: number): DataSet {
  const extents = Math.max(8, Math.round((4_096 * MIB * scale) / EXTENT_BYTES));
  const path = join(directory, 'disk.img');
  const write = (indices: Iterable<number>, day: 1 | 2): void => {
    const fd = openSync(path, 'a');
    closeSync(fd);
    const image = openSync(path, 'r+');
    ftruncateSync(image, extents * EXTENT_BYTES);
    for (const index of indices) {
      const content = extentOf(index, day);
      if (content) writeSync(image, content, 0, EXTENT_BYTES, index * EXTENT_BYTES);
    }
    closeSync(image);
  };
  write(Array.from({ length: extents }).keys(), 1);
  return {
    name: 'd3',
    about: `disk image, ${(extents * EXTENT_BYTES) / MIB} MiB, half zeros or duplicates`,
    path,
    nature: 'disk-image',
    becomeDay: (day) => write(changing(extents), day),
  };
}

/** Extents that hold random bytes on both days. */
function* changing(extents: number): Generator<number> {
  for (let index = 4; index < extents; index += 8 * Math.round(CHANGING / 8)) yield index;
}

function extentOf(index: number, day: 1 | 2): Buffer | undefined {
  const [kind, group] = [index % 8, Math.floor(index / 8)];
  if (kind < 2) return undefined;
  if (kind < 4) return seededBytes(`d3/${Math.floor(group / 4) * 4}/${kind}`, EXTENT_BYTES);
  if (kind < 6) return seededBytes(`d3/${index}${day === 1 ? '' : '/2'}`, EXTENT_BYTES);
  return seededText(`d3/${index}`, EXTENT_BYTES);
}
