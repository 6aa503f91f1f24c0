import { parentPort, workerData } from 'node:worker_threads';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../../storage/blobs/disk-blobs.ts';
import type { S3Place } from '../../storage/blobs/s3/s3-place.ts';
import { invariant } from '../../util/invariant.ts';
import { Lane } from './lane.ts';
import { toLaneFailure } from './lane-failure.ts';
import type { LaneDomain, LaneJobSetup, LaneRequest, LaneResponse } from './lane-protocol.ts';
import type { LaneStart, LaneStores } from './lane-runner.ts';
import { laneWork } from './lane-work.ts';

// A lane on a thread of its own.

invariant(parentPort, 'a lane worker is started as a worker thread');
const port = parentPort;
const lane = new Lane();

// Ahead of the first task. What is posted meanwhile waits in the port.
const { first } = workerData as LaneStart;
if (first !== undefined) await laneWork[first]();

port.on('message', (request: LaneRequest) => {
  void answer(request);
});

/** Jobs that have begun or are about to, since a bucket takes time to open. What else is asked of a job waits for that. */
const begun = new Map<number, Promise<void>>();

async function answer(request: LaneRequest): Promise<void> {
  try {
    if (request.type === 'begin') begun.set(request.job, begin(request.job, request.setup));
    await begun.get(request.job);
    if (request.type === 'end') await lane.end(request.job);
    const result = request.type === 'run' ? await lane.run(request.job, request.task) : { packs: [] };
    port.postMessage({ id: request.id, result } satisfies LaneResponse);
  } catch (error) {
    port.postMessage({ id: request.id, failure: toLaneFailure(error) } satisfies LaneResponse);
  } finally {
    if (request.type === 'end') begun.delete(request.job);
  }
}

async function begin(job: number, setup: LaneJobSetup): Promise<void> {
  lane.begin(job, setup, await storesOf(setup));
}

async function storesOf({ source, destination }: LaneJobSetup): Promise<LaneStores> {
  return {
    ...(source && { source: await openBlobs(source) }),
    ...(destination && { destination: await openBlobs(destination) }),
  };
}

/** Stores in buckets that this thread has opened, by their places: they keep their connections from job to job. */
const buckets = new Map<string, Promise<BlobStore>>();

async function openBlobs({ location }: LaneDomain): Promise<BlobStore> {
  invariant(location, 'a store whose work is done on another thread has a location');
  if (location.kind === 'disk') return openDiskBlobs(location.root);
  const place = JSON.stringify(location);
  const known = buckets.get(place) ?? openBucket(location);
  buckets.set(place, known);
  return known;
}

/** Loaded where there is a bucket only: the SDK takes a third of a second and 20 MB. */
async function openBucket(place: S3Place): Promise<BlobStore> {
  const { openS3Blobs } = await import('../../storage/blobs/s3/s3-blobs.ts');
  return openS3Blobs(place);
}
