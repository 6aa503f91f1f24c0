import type { Logger } from 'pino';
import type { Access } from '../access/access.ts';
import type { Engine, VerifyReport } from '../engine/engine.ts';
import type { KeyService } from '../keys/key-service.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import type { Records } from '../storage/records/records.ts';
import type { Claim, WorkKind } from '../storage/records/work.ts';
import type { Clock } from '../util/clock.ts';
import type { Random } from '../util/random.ts';
import type { Timer } from '../util/timer.ts';
import type { Pacer } from './pacer.ts';
import type { HeldLimits } from './work-limits.ts';

/** What a job may use. */
export interface JobContext {
  readonly records: Records;
  readonly access: Access;
  readonly keys: KeyService;
  readonly engine: Engine;
  /** Bytes at hand, and the book of records. */
  readonly blobs: BlobStore;
  /** Bytes in cold storage: another store, or another storage class of the same. */
  readonly coldBlobs: BlobStore;
  /** The service's time: dates of jobs and points. */
  readonly clock: Clock;
  /** The machine's time: leases and pauses. */
  readonly machineClock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly log: Logger;
  readonly asOf: number | undefined;
  /** Whether a restore from cold storage takes as long as with AWS: under a manual clock, which can be moved. */
  readonly imitatesRecall: boolean;
  /** Where a restore goes when its metadata names no place: a folder per job below it. */
  readonly restoreRoot: string;
  /** The server's own data directory: never part of a backup, even where a resource holds it. */
  readonly ownDirectories: readonly string[];
  /** Where the server's keys and vaults lie: no resource and no restore may be there, whatever the operator's roots allow. */
  readonly closedDirectories: readonly string[];
  /** Directories below which a restore may be told to go. */
  readonly sourceRoots: readonly string[];
  readonly watch: JobWatch;
  /** Keeps vaults and keys beside the vaults, for the case that the records are lost. */
  readonly book: { ensure(domainId: string): Promise<void> };
  /** What the operator allows work to take. */
  readonly limits: HeldLimits;
  /** Holds each kind of work to its rate, over all jobs of this process. */
  readonly pace: Readonly<Record<'backup' | 'copy' | 'verify' | 'scrub', Pacer>>;
}

export interface ChangedJob {
  readonly id: string;
  readonly kind: WorkKind;
  readonly account: string;
  readonly state: string;
  readonly statusMessage: string | null;
  /** The engine's figures of a completed job: `copiedBytes`, `reusedBytes`, `storedBytes`, `files`, … */
  readonly figures: Readonly<Record<string, number>>;
}

/** Who wants to know: events and metrics. */
export interface JobWatch {
  changed(job: ChangedJob): void;
  progress(job: {
    id: string;
    kind: WorkKind;
    percentDone: number;
    bytesDone: number;
    bytesTotal: number | undefined;
    bytesPerSecond: number;
    secondsLeft: number | undefined;
  }): void;
  /** The scrub has read a recovery point. */
  scrubbed(point: {
    recoveryPointArn: string;
    bytes: number;
    illnesses: VerifyReport['illnesses'];
    /** Of all points: in how many the last scrub of each has found something. */
    illPoints: number;
  }): void;
  ended(job: { kind: WorkKind; state: string; seconds: number; storedBytes: number }): void;
}

/** One try at one job. Returns once the outcome is written; throws when the world failed, for `failure.ts` to judge. */
export type JobExecutor = (context: JobContext, claim: Claim, signal: AbortSignal) => Promise<void>;
