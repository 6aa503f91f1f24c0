import { parentPort } from 'node:worker_threads';
import type { BlobStore } from '../../storage/blobs/blob-store.ts';
import { openDiskBlobs } from '../../storage/blobs/disk-blobs.ts';
import { invariant } from '../../util/invariant.ts';
import { Lane } from './lane.ts';
import { toLaneFailure } from './lane-failure.ts';
import type { LaneDomain, LaneJobSetup, LaneRequest, LaneResponse } from './lane-protocol.ts';

// A lane on a thread of its own.

invariant(parentPort, 'a lane worker is started as a worker thread');
const port = parentPort;
const lane = new Lane();

port.on('message', (request: LaneRequest) => {
  void answer(request);
});

async function answer(request: LaneRequest): Promise<void> {
  try {
    if (request.type === 'begin') lane.begin(request.job, request.setup, storesOf(request.setup));
    else if (request.type === 'end') await lane.end(request.job);
    const result = request.type === 'run' ? await lane.run(request.job, request.task) : { packs: [] };
    port.postMessage({ id: request.id, result } satisfies LaneResponse);
  } catch (error) {
    port.postMessage({ id: request.id, failure: toLaneFailure(error) } satisfies LaneResponse);
  }
}

function storesOf({ source, destination }: LaneJobSetup): { source?: BlobStore; destination?: BlobStore } {
  return {
    ...(source && { source: openBlobs(source) }),
    ...(destination && { destination: openBlobs(destination) }),
  };
}

function openBlobs({ location }: LaneDomain): BlobStore {
  invariant(location, 'a store whose work is done on another thread has a location');
  return openDiskBlobs(location.root);
}
