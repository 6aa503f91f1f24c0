import type { Clock } from '../util/clock.ts';
import type { DomainIndex } from './domain/domain-index.ts';
import type { DomainJobs } from './domain/domain-jobs.ts';
import type { IndexCache } from './domain/index-cache.ts';
import { OpenDomain } from './domain/open-domain.ts';
import { PackPublisher } from './domain/pack-publisher.ts';
import type { Domain, Running } from './engine.ts';
import { EngineError } from './engine-error.ts';
import { JobLanes } from './lanes/job-lanes.ts';
import type { LanePool } from './lanes/lane-pool.ts';
import type { PastCache } from './lanes/lane-protocol.ts';
import { NodeReader } from './tree/node-reader.ts';
import { NodeSink } from './tree/node-sink.ts';
import type { SpareBuffer } from './tree/spare-buffer.ts';

/** What lasts longer than a job. */
export interface EngineParts {
  readonly pool: LanePool;
  readonly indexes: IndexCache;
  readonly jobs: DomainJobs;
  /** The machine's time, never the service's. */
  readonly clock: Clock;
  /** Of the machine, or of what it lets this process have. */
  readonly memoryBytes: number;
  readonly spare: SpareBuffer;
}

/** A domain that a job reads. */
export interface Readable {
  readonly domain: OpenDomain;
  readonly index: DomainIndex;
  readonly nodes: NodeReader;
}

/** Runs `body` with an open domain, and wipes its keys afterwards, whatever happens. */
export async function withReadable<T>(
  parts: EngineParts,
  domain: Domain,
  how: 'open' | 'openOrCreate',
  body: (readable: Readable) => Promise<T>,
): Promise<T> {
  // Before the index is opened: what `prune` condemns from now on may be in it.
  const end = parts.jobs.begin(domain);
  try {
    const opened = await OpenDomain[how](domain);
    try {
      return await readOpened(parts, opened, { use: how === 'open' ? 'reading' : 'writing', body });
    } finally {
      opened.close();
    }
  } finally {
    end();
  }
}

async function readOpened<T>(
  parts: EngineParts,
  domain: OpenDomain,
  { use, body }: { use: 'reading' | 'writing'; body: (readable: Readable) => Promise<T> },
): Promise<T> {
  const index = await parts.indexes.open(domain, use);
  // What another job of this process has stored, it will name itself.
  if (use === 'writing' && parts.jobs.runningOn(domain.domain) === 1)
    await index.adopt(domain, parts.indexes.unnamedOf(index));
  const nodes = new NodeReader(domain, index);
  try {
    return await body({ domain, index, nodes });
  } finally {
    nodes.close();
  }
}

/** A job that writes: where its chunks and nodes go. */
export interface Writing {
  readonly lanes: JobLanes;
  readonly sink: NodeSink;
  readonly publisher: PackPublisher;
  /** Runs before chunks are made durable for nodes: whoever holds chunks back that nodes name must hand them out now. */
  readonly beforeSettling: (handOut: () => Promise<void>) => void;
}

/** Runs `body` with lanes that write to `destination`. All that it put is stored and indexed when this returns. */
export async function withWriting<T>(
  parts: EngineParts,
  options: {
    running: Running;
    source?: OpenDomain;
    destination: Readable;
    bytesTotal?: number;
    pastCache?: PastCache;
  },
  body: (writing: Writing) => Promise<T>,
): Promise<T> {
  const { domain, index } = options.destination;
  stopIfAborted(options.running);
  await domain.settle();
  const publisher: PackPublisher = new PackPublisher({ domain, index, fail: (error) => lanes.fail(error) });
  const lanes = JobLanes.begin({
    ...options,
    pool: parts.pool,
    beganMs: parts.clock.now(),
    destination: domain,
    onPacks: (packs) => publisher.add(packs),
  });
  const heldBack: (() => Promise<void>)[] = [];
  const settleChunks = async (): Promise<void> => {
    for (const handOut of heldBack) await handOut();
    await lanes.flush();
    await publisher.flush();
  };
  const sink = new NodeSink({ domain, index, settleChunks, spare: parts.spare });
  try {
    const result = await body({ lanes, sink, publisher, beforeSettling: (handOut) => heldBack.push(handOut) });
    await sink.flush();
    lanes.check();
    return result;
  } catch (error) {
    lanes.fail(error);
    lanes.check();
    throw error;
  } finally {
    sink.close();
    await lanes.end();
  }
}

/** Runs `body` with lanes that only read `source`. */
export async function withReading<T>(
  parts: EngineParts,
  options: { running: Running; source: OpenDomain; bytesTotal: number },
  body: (lanes: JobLanes) => Promise<T>,
): Promise<T> {
  stopIfAborted(options.running);
  const lanes = JobLanes.begin({ ...options, pool: parts.pool, beganMs: parts.clock.now() });
  try {
    const result = await body(lanes);
    lanes.check();
    return result;
  } catch (error) {
    lanes.fail(error);
    lanes.check();
    throw error;
  } finally {
    await lanes.end();
  }
}

function stopIfAborted({ signal }: Running): void {
  if (signal?.aborted) throw new EngineError('aborted');
}
