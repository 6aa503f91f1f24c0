import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyJobMessageOf } from '../../src/messages/copy-job.ts';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { type Assembly, assemble } from '../../src/server/assemble.ts';
import { registerResource } from '../../src/storage/records/resources.ts';
import { makeTree } from '../conformance/make-tree.ts';
import { makeImage } from '../conformance/world.ts';
import { type Setup, setups } from './setups.ts';
import { Stage } from './stage.ts';

const SETUPS = Number(process.env.CROSSVAULT_SETUPS ?? 60);
const SEED = Number(process.env.CROSSVAULT_SEED ?? 20_261_122);

let folder: string;
let assembly: Assembly;
let tree: string;
let image: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-setups-'));
  tree = path.join(makeTree(path.join(folder, 'tree')), 'many');
  image = makeImage(path.join(folder, 'disk.img'), 1);
  assembly = await assemble({
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
  assembly.runner.start();
});

afterAll(async () => {
  await assembly?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every blob below a Region's folder of the destination, with its size: what a denied copy must leave as it was. */
function blobsOf(domains: readonly string[]): string[] {
  const blobs = path.join(folder, 'data', 'blobs');
  return (
    (readdirSync(blobs, { recursive: true }) as string[])
      .filter((name) => statSync(path.join(blobs, name)).isFile())
      .map((name) => `${name} ${statSync(path.join(blobs, name)).size}`)
      // The copy of the records follows every change of a key, whoever makes it.
      .filter((name) => !name.startsWith('book/'))
      .filter((name) => !domains.some((domain) => name.includes(domain)))
      .sort()
  );
}

const tally = { allowed: 0, denied: 0, refused: 0, sentences: new Map<string, number>() };

async function tryOut(setup: Setup): Promise<void> {
  await assembly.reset();
  const stage = new Stage(assembly, setup);
  await stage.build();
  const isImage = setup.type === 'EBS' || setup.type === 'EC2';
  const source = isImage ? image : tree;
  const resource = await assembly.records.write((db) =>
    registerResource(
      db,
      {
        account: stage.source,
        region: stage.sourceRegion,
        type: setup.type,
        source: pathToFileURL(source).href,
        nature: isImage ? 'disk-image' : 'directory',
        kmsKeyArn: stage.resourceKey,
        tags: setup.tags,
      },
      { random: assembly.random, now: assembly.clock.now() },
    ),
  );
  const point = await stage.backUp(resource!.arn);
  await stage.spoil();
  const before = blobsOf([]);
  const decision = await stage.explain(point);
  const job = await stage.copy(point);
  if (job === undefined) {
    tally.refused += 1;
    expect(blobsOf([])).toEqual(before);
    return;
  }
  expect({ state: job.state, sentence: job.statusMessage }).toEqual({
    state: decision.isAllowed ? 'COMPLETED' : 'FAILED',
    sentence: decision.sentence?.text ?? null,
  });
  if (!decision.isAllowed) {
    tally.denied += 1;
    tally.sentences.set(decision.sentence!.id, (tally.sentences.get(decision.sentence!.id) ?? 0) + 1);
    expect(copyJobMessageOf(job.statusMessage!)).toBeDefined();
    expect(blobsOf([])).toEqual(before);
    expect(await stage.pointsAt('destination')).toEqual([]);
    return;
  }
  tally.allowed += 1;
  await stage.destroySourceVault();
  const target = path.join(folder, `restored-${tally.allowed}`);
  await stage.restore(job.copyArn!, target);
  expect(await compareTrees(source, target, { ignore: isImage ? ['mode', 'mtime', 'owner'] : [] })).toMatchObject({
    isSame: true,
    differences: [],
  });
  rmSync(target, { recursive: true, force: true });
}

test(`what the decision says of ${SETUPS} random set-ups, the data path does (seed ${SEED})`, async () => {
  await fc.assert(fc.asyncProperty(setups, tryOut), { numRuns: SETUPS, seed: SEED, endOnFailure: true });
  console.log(
    `allowed ${tally.allowed}, denied ${tally.denied}, refused at once ${tally.refused}:`,
    Object.fromEntries(tally.sentences),
  );
  expect(tally.allowed).toBeGreaterThan(0);
  expect(tally.denied).toBeGreaterThan(0);
});
