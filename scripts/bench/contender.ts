import type { DataSet } from './data-sets.ts';
import type { Cost } from './measure.ts';
import type { WorkName } from './works.ts';

/** `plain` is Crossvault without native code; `warm` is Crossvault in a process that is up already. */
export type ContenderName = 'crossvault' | 'plain' | 'warm' | 'restic' | 'cp';

/** One of the programs that are measured, in a fresh workspace of its own. */
export interface Contender {
  readonly name: ContenderName;
  readonly version: string;
  /** Makes empty vaults or repositories below `workspace`; off the clock. */
  open(workspace: string, set: DataSet): Promise<Session>;
  /** Where the restore has put the data, to be compared with the set. */
  restored(workspace: string, set: DataSet): string;
}

/** A contender at work on one set, until `close`. */
export interface Session {
  /** Does one work from its beginning until the bytes are on the disk; nothing where this program knows no such work. */
  perform(work: WorkName): Promise<Cost | undefined>;
  close(): Promise<void>;
}
