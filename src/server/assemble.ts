import path from 'node:path';
import { type Logger, pino } from 'pino';
import type { Access } from '../access/access.ts';
import { createAccess } from '../access/create-access.ts';
import { createCredentials } from '../access/create-credentials.ts';
import type { Credentials } from '../access/credentials.ts';
import type { Services } from '../aws/services/operation.ts';
import type { Engine } from '../engine/engine.ts';
import { heapGrowingPercent } from '../engine/limits.ts';
import { loadWorks, openEngine } from '../engine/open-engine.ts';
import { agendaItems } from '../jobs/agenda-items.ts';
import { Book } from '../jobs/book.ts';
import { ColdMover } from '../jobs/cold-mover.ts';
import type { JobContext } from '../jobs/job-context.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import { JOBS_AT_ONCE, JOBS_AT_ONCE_MANUAL, SCRUB_BYTES_PER_SECOND } from '../jobs/limits.ts';
import { missingColdStorage } from '../jobs/missing-cold-storage.ts';
import { Pacer } from '../jobs/pacer.ts';
import { Scrubber } from '../jobs/scrubber.ts';
import { TimeKeeper } from '../jobs/time-keeper.ts';
import { openLimits } from '../jobs/work-limits.ts';
import { createKeyService } from '../keys/create-key-service.ts';
import type { KeyService } from '../keys/key-service.ts';
import { openSealer } from '../secrets/open-sealer.ts';
import { loadRootKey } from '../secrets/root-key.ts';
import type { Sealer } from '../secrets/sealer.ts';
import type { BlobStore } from '../storage/blobs/blob-store.ts';
import { scheduleForgottenPlans } from '../storage/records/backup-plans.ts';
import { keepTime } from '../storage/records/kept-times.ts';
import { isAnythingProtected, wasServedInEarnest } from '../storage/records/protected-points.ts';
import type { Records } from '../storage/records/records.ts';
import { beginRun, endRun } from '../storage/records/run-mark.ts';
import { countScrubs } from '../storage/records/scrubs.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { freeAllLeases } from '../storage/records/work.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { ServiceClock } from '../util/clock.ts';
import type { Random } from '../util/random.ts';
import { adoptBlobs, type Claim, claimBlobs, claimForRecovery, emptyBlobs, markAgain } from './claim-blobs.ts';
import { openManualClock, openRealClock, systemClock, systemRandom, systemTimer } from './clocks.ts';
import type { ServerConfig } from './config.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { type EventDelivery, openEventDelivery } from './event-delivery.ts';
import { HEAP_GROWING_PERCENT_MANUAL, IO_THREADS, KEEP_JOB_RECORDS_MS } from './limits.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type OpenBlobs, openBlobs } from './open-blobs.ts';
import { operatorToken } from './operator-token.ts';
import { emptyEverything, removeEmptied } from './reset.ts';

/** Everything that runs in one process, put together. */
export interface Assembly {
  readonly config: ServerConfig;
  readonly log: Logger;
  readonly records: Records;
  readonly blobs: BlobStore;
  readonly coldBlobs: BlobStore;
  readonly sealer: Sealer;
  readonly access: Access;
  readonly credentials: Credentials;
  readonly keys: KeyService;
  readonly engine: Engine;
  readonly runner: JobRunner;
  readonly scrubber: Scrubber;
  readonly book: Book;
  readonly jobContext: JobContext;
  readonly clock: ServiceClock;
  /** Does what falls due by its date, and moves a manual clock. */
  readonly time: TimeKeeper;
  readonly random: Random;
  readonly events: EventBus;
  /** Brings the events on record to who wants them. */
  readonly delivery: EventDelivery;
  readonly metrics: Metrics;
  readonly operatorToken: string;
  readonly services: Services;
  /** Comes when another server has taken the bucket that the blobs are in: close at once. Never for blobs on disk. */
  readonly lostBlobs: Promise<StorageError>;
  /** For `recover`: the blobs belong to the records that were made from them. */
  adoptBlobs(): Promise<void>;
  /** Back to an empty installation; the keys at rest stay. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the data directory and wires the rooms; starts nothing. Throws StorageError `in-use`, or what the file system says. */
export async function assemble(config: ServerConfig): Promise<Assembly> {
  // Heeded while no thread has been begun, so before anything waits for a disk. Whoever sets it knows better.
  process.env.UV_THREADPOOL_SIZE ??= String(IO_THREADS);
  const { dataDirectory, coldDirectory } = config;
  const directory = openDataDirectory(dataDirectory, coldDirectory === undefined ? {} : { coldParent: coldDirectory });
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const warn = config.onNotice ?? ((sentence: string) => log.warn(sentence));
  let opened: OpenBlobs | undefined;
  try {
    opened = await openBlobs(config.blobs, directory, warn);
    return await wire(config, { directory, opened, log, warn });
  } catch (error) {
    await opened?.close();
    directory.release();
    throw error;
  }
}

interface Opened {
  readonly directory: DataDirectory;
  readonly opened: OpenBlobs;
  readonly log: Logger;
  warn(sentence: string): void;
}

async function wire(config: ServerConfig, opened: Opened): Promise<Assembly> {
  const records = await openSqlite(opened.directory.recordsFile);
  try {
    return await wireRooms(config, records, opened);
  } catch (error) {
    await records.close();
    throw error;
  }
}

async function wireRooms(
  config: ServerConfig,
  records: Records,
  { directory, opened, log, warn }: Opened,
): Promise<Assembly> {
  const random = systemRandom;
  // This process alone holds the directory, so whoever held a lease is dead.
  await records.write(freeAllLeases);
  const clock =
    config.clock === 'manual'
      ? await openManualClock(records, systemClock)
      : await openRealClock(records, systemClock, warn);
  if (config.clock === 'manual') await refuseToMoveTime(records, directory.root);
  await records.write((db) => scheduleForgottenPlans(db, clock.now()));
  const rootKey = await loadRootKey({
    dataDirectory: directory.root,
    ...(config.rootKeyFile === undefined ? {} : { file: config.rootKeyFile }),
    random,
    warn,
  });
  const sealer = openSealer(rootKey);
  for (const parent of new Set([directory.root, path.dirname(directory.cold)])) void removeEmptied(parent);
  const access = createAccess({ records, clock });
  const credentials = createCredentials({ records, sealer, clock, isDev: config.isDev });
  const keys = createKeyService({ records, sealer, access, clock, random });
  const { blobs, coldBlobs, diskBlobs, place } = opened;
  // From here on, jobs and people rely on what is seen.
  if (await records.write(beginRun)) for (const store of [blobs, coldBlobs]) await store.settle?.();
  await loadWorks();
  // A walk through time has a hundred jobs in hand at a moment, whose garbage costs least when it is collected rarely; the engine's own bound is
  // for servers that hold large backups beside other programs.
  const growing = clock.kind === 'manual' ? HEAP_GROWING_PERCENT_MANUAL : heapGrowingPercent;
  const engine = openEngine({ clock: systemClock, heapGrowingPercent: growing });
  const events = createEventBus();
  const metrics = createMetrics();
  const limits = await openLimits(records, config.limits);
  const pacer = (limit: 'backupBytesPerSecond' | 'copyBytesPerSecond' | 'verifyBytesPerSecond'): Pacer =>
    new Pacer({ clock: systemClock, timer: systemTimer, rate: () => limits.current()[limit] });
  const claim: Claim = { records, blobs, place, diskBlobs, directory: directory.root, random };
  if (config.recovers === true) await claimForRecovery(claim);
  else await claimBlobs(claim);
  for (const { vault_arn } of await missingColdStorage({ records, coldBlobs }))
    warn(
      `${place ?? directory.cold} has nothing of the vault ${vault_arn}, of which recovery points lie in cold storage. They cannot be restored before it is there: is its disk mounted, and --cold-blobs the same as before?`,
    );
  const book = new Book({ records, blobs, keys, clock, machineClock: systemClock, timer: systemTimer, log });
  const jobContext: JobContext = {
    records,
    access,
    keys,
    engine,
    blobs,
    coldBlobs,
    clock,
    random,
    log,
    machineClock: systemClock,
    timer: systemTimer,
    asOf: config.asOf,
    imitatesRecall: clock.kind === 'manual',
    restoreRoot: directory.restores,
    ownDirectories: [directory.root, directory.cold],
    closedDirectories: [directory.keys, directory.blobs, directory.cold],
    sourceRoots: config.sourceRoots,
    watch: {
      changed: ({ figures, ...job }) =>
        events.publish({ type: 'job', time: clock.now(), detail: { ...job, ...figures } }),
      progress: ({ bytesTotal, secondsLeft, ...job }) =>
        events.publish({
          type: 'progress',
          time: clock.now(),
          detail: { ...job, bytesTotal: bytesTotal ?? null, secondsLeft: secondsLeft ?? null },
        }),
      scrubbed: ({ recoveryPointArn, bytes, illnesses, illPoints }) => {
        metrics.scrubbed({ bytes, illPoints });
        const [first] = illnesses;
        const firstIllness = first === undefined ? null : `${first.kind} ${first.where}`;
        const detail = { recoveryPointArn, bytes, illnesses: illnesses.length, firstIllness };
        events.publish({ type: 'scrub', time: clock.now(), detail });
        if (first !== undefined) log.error(detail, 'the scrub found damage');
      },
      ended: (job) => metrics.jobEnded(job),
    },
    book,
    limits,
    pace: {
      backup: pacer('backupBytesPerSecond'),
      copy: pacer('copyBytesPerSecond'),
      verify: pacer('verifyBytesPerSecond'),
      scrub: new Pacer({
        clock: systemClock,
        timer: systemTimer,
        rate: () => limits.current().verifyBytesPerSecond ?? SCRUB_BYTES_PER_SECOND,
      }),
    },
  };
  const jobsAtOnce = clock.kind === 'manual' ? JOBS_AT_ONCE_MANUAL : JOBS_AT_ONCE;
  const runner = new JobRunner(jobContext, { jobsAtOnce });
  const waitsForEnd = clock.kind === 'manual';
  const coldMoves = new ColdMover(jobContext, { waitsForEnd, movesAtOnce: jobsAtOnce });
  metrics.illPoints.set((await records.read(countScrubs)).ill);
  const scrubber = new Scrubber(jobContext, { waitsForEnd });
  const time = new TimeKeeper({
    context: jobContext,
    clock,
    items: [...agendaItems({ keepJobRecordsMs: config.keepJobRecordsMs ?? KEEP_JOB_RECORDS_MS, coldMoves }), scrubber],
    runner,
  });
  const services: Services = {
    records,
    keys,
    access,
    sealer,
    clock,
    machineClock: systemClock,
    random,
    log,
    wakeJobs: () => runner.wake(),
    asOf: config.asOf,
    isDev: config.isDev,
  };
  /** Told first, so that a walk through time does not go on without its jobs; it ends when those have been given back. */
  const stopWork = async (): Promise<void> => {
    const isTimeStopped = time.stop();
    await Promise.all([runner.stop(), scrubber.stop(), coldMoves.stop()]);
    await isTimeStopped;
  };
  const stopWhenLost = async (): Promise<void> => {
    log.fatal({ err: await opened.lost }, 'another server has taken the bucket; this one does no more');
    await book.pause();
    await stopWork();
  };
  void stopWhenLost();
  const token = operatorToken(directory.keys, random);
  // Last: nothing behind it can fail.
  const delivery = openEventDelivery({ config, records, log, metrics, warn });
  return {
    config,
    log,
    records,
    blobs,
    coldBlobs,
    sealer,
    access,
    credentials,
    keys,
    engine,
    runner,
    scrubber,
    book,
    jobContext,
    clock,
    time,
    random,
    events,
    delivery,
    metrics,
    services,
    operatorToken: token,
    async reset() {
      await stopWork();
      await book.pause();
      await delivery.deliverer.stop();
      await emptyEverything(records, [directory.blobs, directory.cold, directory.restores], random);
      if (place !== undefined) await emptyBlobs(blobs);
      await markAgain({ records, blobs });
      events.publish({ type: 'reset', time: clock.now(), detail: {} });
      await records.write((db) => keepTime(db, 'manual-target', clock.now(), { mayBeEarlier: true }));
      await delivery.deliverer.start();
      runner.start();
      time.start();
      book.start();
    },
    lostBlobs: opened.lost,
    adoptBlobs: () => adoptBlobs(claim),
    async close() {
      await stopWork();
      // A store that cannot be reached, or is another's now, is no reason to leave the rest open; the records have all that would be in the book.
      await book
        .stop()
        .catch((error: unknown) => log.error({ err: error }, 'the book of records could not be written'));
      await delivery.deliverer.close();
      await engine.close();
      await records.write(endRun);
      await records.close();
      await opened.close().catch((error: unknown) => log.error({ err: error }, 'the blobs could not be given free'));
      directory.release();
    },
  };
}

/** Throws StorageError `protected` where points are kept until a date that has not come: it is not to come by a word of the operator. */
async function refuseToMoveTime(records: Records, directory: string): Promise<void> {
  const now = systemClock.now();
  const isRefused = await records.read(
    async (db) => (await wasServedInEarnest(db)) && (await isAnythingProtected(db, now)),
  );
  if (isRefused) throw new StorageError('protected', { directory });
}
