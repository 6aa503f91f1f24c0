import type { WorkName } from './works.ts';

/** What a bench process is told to do, as JSON in its only argument. */
export interface EngineTask {
  readonly work: WorkName;
  readonly workspace: string;
  /** Of the data set. */
  readonly path: string;
  readonly nature: 'directory' | 'disk-image';
  /** Where a restore goes. */
  readonly restored: string;
  /** Whose recovery point an incremental copy copies; day 2 where not given. */
  readonly day?: number;
}
