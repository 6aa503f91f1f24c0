import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFacts } from '../../src/access/copy-facts.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { assembleFacts } from '../../src/doctor/assemble-facts.ts';
import { openLiveSource } from '../../src/doctor/live/live-source.ts';
import type { Door } from '../../src/doctor/sources.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { registerResource } from '../../src/storage/records/resources.ts';
import { type Setup, setups } from '../simulation/setups.ts';
import { Stage } from '../simulation/stage.ts';
import { makeTree } from './make-tree.ts';
import { makeImage } from './world.ts';

const SETUPS = Number(process.env.CROSSVAULT_SETUPS ?? 12);
const SEED = Number(process.env.CROSSVAULT_SEED ?? 20_261_127);
const SOURCE = '111111111111';
const DESTINATION = '222222222222';
const MANAGEMENT = '333333333333';

let folder: string;
let server: RunningServer;
let tree: string;
let image: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-doctor-'));
  tree = path.join(makeTree(path.join(folder, 'tree')), 'many');
  image = makeImage(path.join(folder, 'disk.img'), 1);
  server = await startServer({
    dataDirectory: path.join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    isDev: true,
    clock: 'manual',
    asOf: undefined,
    rootKeyFile: undefined,
    sourceRoots: ['/'],
    logLevel: 'silent',
  });
});

afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function makeCopy(setup: Setup): Promise<ReturnType<Stage['request']>> {
  const { assembly } = server;
  await assembly.reset();
  const stage = new Stage(assembly, setup);
  await stage.build();
  const isImage = setup.type === 'EBS' || setup.type === 'EC2';
  const resource = await assembly.records.write((db) =>
    registerResource(
      db,
      {
        account: stage.source,
        region: stage.sourceRegion,
        type: setup.type,
        source: pathToFileURL(isImage ? image : tree).href,
        nature: isImage ? 'disk-image' : 'directory',
        kmsKeyArn: stage.resourceKey,
        tags: setup.tags,
      },
      { random: assembly.random, now: assembly.clock.now() },
    ),
  );
  const point = await stage.backUp(resource!.arn);
  await stage.spoil();
  return stage.request(point);
}

const doorTo = (name: Door['name'], developmentAccount: string): Door => ({ name, developmentAccount });
const ALL_DOORS = [doorTo('source', SOURCE), doorTo('destination', DESTINATION), doorTo('management', MANAGEMENT)];

async function readLive(request: ReturnType<Stage['request']>, doors: readonly Door[]): Promise<CopyFacts> {
  const live = await openLiveSource({ endpointUrl: server.url, doors });
  try {
    return await assembleFacts(
      live,
      {
        roleArn: request.iam_role_arn,
        sourceVaultArn: request.source_vault_arn,
        pointArn: request.source_recovery_point_arn,
        destinationVaultArn: request.destination_vault_arn,
        lifecycle: null,
      },
      { now: server.assembly.clock.now(), asOf: null },
    );
  } finally {
    live.close();
  }
}

test('what three profiles read of our server is what its own records say', async () => {
  for (const setup of fc.sample(setups, { numRuns: SETUPS, seed: SEED })) {
    const request = await makeCopy(setup);
    const { records, clock } = server.assembly;
    const known = await records.read((db) => copyFacts(db, request, { now: clock.now(), asOf: undefined }));
    expect(await readLive(request, ALL_DOORS), JSON.stringify(setup)).toMatchObject(known);
  }
});
