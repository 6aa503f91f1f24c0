import { ownCopy } from '../../secrets/secret-bytes.ts';
import { Claims } from '../domain/claims.ts';
import type { OpenDomain } from '../domain/open-domain.ts';
import type { Running } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { progressIntervalMs, tasksPerLane } from '../limits.ts';
import { fromLaneFailure } from './lane-failure.ts';
import type { LanePool } from './lane-pool.ts';
import {
  type LaneDomain,
  type LaneJobSetup,
  type LaneResult,
  type LaneTask,
  type PastCache,
  type StoredPack,
  sharedLength,
} from './lane-protocol.ts';
import { LaneFailed, type LaneRunner, type LaneStores } from './lane-runner.ts';

export interface JobLanesOptions {
  readonly pool: LanePool;
  readonly running: Running;
  /** When the job began, in milliseconds since 1970 by the machine's clock. */
  readonly beganMs: number;
  readonly source?: OpenDomain;
  readonly destination?: OpenDomain;
  /** Packs that a lane has stored. */
  readonly onPacks?: (packs: readonly StoredPack[]) => void;
  readonly bytesTotal?: number;
  /** None where not given. */
  readonly pastCache?: PastCache;
}

/**
 * One job's work on all lanes. It hands out tasks, a few per lane at a time; the first failure stops all of them and is what every
 * later call throws. A lane takes part from its first task on, so that small jobs start few threads and those without tasks none. Domains must be
 * settled before, since keys go to the lanes then.
 */
export class JobLanes {
  readonly #options: JobLanesOptions;
  readonly #lanes: readonly LaneRunner[];
  readonly #job: number;
  readonly #shared = new SharedArrayBuffer(sharedLength);
  readonly #loads: number[];
  /** By lane: that it takes part, and has been told of the job. */
  readonly #begun: (Promise<void> | undefined)[];
  readonly #arePieces: boolean;
  #claims: SharedArrayBuffer | undefined;
  readonly #waiting: (() => void)[] = [];
  /** The machine's monotonic clock, the same in all threads, when the job began. */
  readonly #beganTick = process.hrtime.bigint();
  readonly #counter = new BigInt64Array(this.#shared);
  #failure: Error | undefined;
  /** Among the jobs that hold buffers on the lanes, from the first task on. */
  #place: Promise<() => void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #bytesSkipped = 0;
  #bytesPaced = 0;
  #filesDone = 0;
  readonly #onAbort = (): void => this.fail(new EngineError('aborted'));

  private constructor(options: JobLanesOptions) {
    this.#options = options;
    const domains = [options.source, options.destination].filter((domain) => domain !== undefined);
    const areReachable = domains.every((domain) => domain.blobs.location !== undefined);
    this.#lanes = options.pool.lanes(areReachable ? 'threads' : 'here');
    this.#arePieces = areReachable && this.#lanes[0]!.isThread && options.destination?.blobs.begin !== undefined;
    this.#loads = this.#lanes.map(() => 0);
    this.#begun = this.#lanes.map(() => undefined);
    this.#job = options.pool.nextJob();
  }

  static begin(options: JobLanesOptions): JobLanes {
    const lanes = new JobLanes(options);
    const { running } = options;
    running.signal?.addEventListener('abort', lanes.#onAbort, { once: true });
    if (running.signal?.aborted) lanes.#onAbort();
    if (running.onProgress) lanes.#timer = setInterval(() => lanes.#tell(), progressIntervalMs).unref();
    return lanes;
  }

  /** Bytes that lanes have done. */
  get bytesDone(): number {
    return Number(Atomics.load(this.#counter, 1));
  }

  /** Bytes that count as done though no lane touched them. */
  skip(bytes: number): void {
    this.#bytesSkipped += bytes;
  }

  addFilesDone(count: number): void {
    this.#filesDone += count;
  }

  /** Whether tasks are to be small, so that the job is never far ahead of its rate. */
  get isLimited(): boolean {
    return this.#options.running.pace?.isLimited() ?? false;
  }

  /** Throws the job's first failure, if it has one. */
  check(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Ends the job with `error`, unless it has failed before. */
  readonly fail = (error: unknown): void => {
    this.#failure ??= this.#errorOf(error);
    Atomics.store(new Int32Array(this.#shared), 0, 1);
    for (const wake of this.#waiting.splice(0)) wake();
  };

  /** Waits until some lane has room for a task, and the job's rate allows one. Throws the job's failure. */
  async room(): Promise<void> {
    this.check();
    await this.#keepPace();
    while (Math.min(...this.#loads) >= tasksPerLane) {
      await new Promise<void>((wake) => this.#waiting.push(wake));
      this.check();
    }
  }

  /** Runs a task on the lane that has least to do. */
  async run(task: LaneTask): Promise<LaneResult> {
    const least = this.#loads.indexOf(Math.min(...this.#loads));
    return this.#runOn(least, task);
  }

  /** Stores what all lanes have sealed so far. */
  async flush(): Promise<void> {
    const taking = this.#lanes.map((_, number) => number).filter((number) => this.#begun[number]);
    await Promise.all(taking.map((number) => this.#runOn(number, { type: 'flush' })));
  }

  /** Last progress, and the end on all lanes. What is not stored is dropped. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#options.running.signal?.removeEventListener('abort', this.#onAbort);
    if (!this.#failure) this.#tell({ isEnd: true });
    Atomics.store(new Int32Array(this.#shared), 0, 1);
    const taking = this.#lanes.filter((_, number) => this.#begun[number]);
    await Promise.allSettled(this.#begun.filter((begun) => begun !== undefined));
    await Promise.allSettled(taking.map((lane) => lane.end(this.#job)));
    if (this.#place) (await this.#place)();
  }

  async #runOn(number: number, task: LaneTask): Promise<LaneResult> {
    this.check();
    this.#loads[number]! += 1;
    try {
      this.#begun[number] ??= this.#beginOn(this.#lanes[number]!);
      await this.#begun[number];
      const result = await this.#lanes[number]!.run(this.#job, task);
      if (result.packs.length > 0) this.#options.onPacks?.(result.packs);
      return result;
    } catch (error) {
      this.fail(error);
      throw this.#failure;
    } finally {
      this.#loads[number]! -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #beginOn(lane: LaneRunner): Promise<void> {
    const { source, destination, pool } = this.#options;
    this.#place ??= pool.enter();
    await this.#place;
    const stores: LaneStores = {
      ...(source && { source: source.blobs }),
      ...(destination && { destination: destination.blobs }),
    };
    this.#claims ??= new Claims().shared;
    // Not waited for: a lane does what follows once it has begun, and this thread may be far into a walk when the answer comes.
    void lane.begin(this.#job, this.#setup(this.#claims), stores).catch(this.fail);
  }

  async #keepPace(): Promise<void> {
    const { pace } = this.#options.running;
    if (!pace) return;
    while (pace.isLimited() && this.#loads.some((load) => load > 0)) {
      await new Promise<void>((wake) => this.#waiting.push(wake));
      this.check();
    }
    const bytes = this.bytesDone - this.#bytesPaced;
    this.#bytesPaced += bytes;
    await pace.spend(bytes);
    this.check();
  }

  #setup(claims: SharedArrayBuffer): LaneJobSetup {
    const { source, destination, pool, beganMs, pastCache = 'none' } = this.#options;
    return {
      beganMs,
      beganTick: this.#beganTick,
      packSize: pool.packSize({ inPieces: this.#arePieces }),
      inPieces: this.#arePieces,
      pastCache,
      shared: this.#shared,
      claims,
      ...(source && { source: laneDomain(source) }),
      ...(destination && {
        destination: { ...laneDomain(destination), currentKeyId: destination.current.keyId.toString('hex') },
      }),
    };
  }

  #errorOf(error: unknown): Error {
    if (error instanceof LaneFailed) return fromLaneFailure(error.failure, (hash) => this.#chunkId(hash));
    return error instanceof Error ? error : new Error(String(error));
  }

  /** A chunk that is ill was read, so it is the source's. */
  #chunkId(hash: Uint8Array): string {
    const { source, destination } = this.#options;
    return (source ?? destination)!.chunkId(hash);
  }

  /** A total is an estimate where content is shared; what is told never exceeds it, and reaches it at the end. */
  #tell({ isEnd = false } = {}): void {
    const { running, bytesTotal } = this.#options;
    const counted = this.bytesDone + this.#bytesSkipped;
    const bytesDone = bytesTotal === undefined ? counted : isEnd ? bytesTotal : Math.min(counted, bytesTotal);
    running.onProgress?.({
      bytesDone,
      ...(bytesTotal !== undefined && { bytesTotal }),
      ...(this.#filesDone > 0 && { filesDone: this.#filesDone }),
    });
  }
}

/** Keys are copied: a lane wipes its own. */
function laneDomain(domain: OpenDomain): LaneDomain {
  return {
    location: domain.blobs.location,
    prefix: domain.domain.prefix,
    keys: domain.openKeys().map(({ keyId, dataKey }) => ({ keyId, dataKey: ownCopy(dataKey) })),
  };
}
