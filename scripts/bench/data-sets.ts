import { mkdirSync, rmSync } from 'node:fs';
import { makeDiskImage } from './make-disk-image.ts';
import { makeLargeFiles } from './make-large-files.ts';
import { makeSmallFiles } from './make-small-files.ts';

/** What all programs are compared on. */
export const PEER_SET_NAMES = ['d1', 'd2', 'd3'] as const;
/** What our engine is compared on with itself at a tenth of the size. */
export const SCALING_SET_NAMES = ['d4', 'd5'] as const;
export const SET_NAMES = [...PEER_SET_NAMES, ...SCALING_SET_NAMES] as const;
export type PeerSetName = (typeof PEER_SET_NAMES)[number];
export type ScalingSetName = (typeof SCALING_SET_NAMES)[number];
export type SetName = (typeof SET_NAMES)[number];

export interface DataSet {
  readonly name: SetName;
  readonly about: string;
  /** A directory, or the image itself. */
  readonly path: string;
  readonly nature: 'directory' | 'disk-image';
  /** Changes about one part in a hundred, or takes that back. The data is made for the first day. */
  becomeDay(day: 1 | 2): void;
}

/** Makes the set's data below `directory`, the same bytes on every machine. */
export function makeDataSet(name: PeerSetName, { directory, scale }: { directory: string; scale: number }): DataSet {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  switch (name) {
    case 'd1':
      return makeLargeFiles(directory, scale);
    case 'd2':
      return makeSmallFiles(directory, scale);
    case 'd3':
      return makeDiskImage(directory, scale);
  }
}
