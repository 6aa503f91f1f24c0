import type { DataSet } from './data-sets.ts';
import type { Command } from './measure.ts';
import type { WorkName } from './works.ts';

/** One of the programs that are measured, in a fresh workspace of its own. */
export interface Contender {
  readonly name: 'crossvault' | 'restic' | 'cp';
  readonly version: string;
  /** Makes empty vaults or repositories below `workspace`; off the clock. */
  prepare(workspace: string, set: DataSet): Promise<void>;
  /** The whole process that does the work; nothing where this program knows no such work. */
  command(work: WorkName, workspace: string, set: DataSet): Command | undefined;
  /** Where the restore has put the data, to be compared with the set. */
  restored(workspace: string, set: DataSet): string;
  /** Bytes that a finished first copy takes on the disk lie here. */
  stored(workspace: string): string;
}
