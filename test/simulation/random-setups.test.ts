import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideCopy } from '../../src/decision/decide-copy.ts';
import { diagnoseCopy } from '../../src/decision/diagnose-copy.ts';
import type { Diagnosis } from '../../src/decision/diagnosis.ts';
import { copyJobMessageOf } from '../../src/messages/copy-job.ts';
import { compareTrees } from '../../src/resources/compare-trees.ts';
import { type Assembly, assemble } from '../../src/server/assemble.ts';
import { testConfig } from '../../src/server/testing/test-config.ts';
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
  assembly = await assemble(testConfig(path.join(folder, 'data'), { sourceRoots: ['/'] }));
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

const tally = { allowed: 0, denied: 0, refused: 0, mended: 0, worked: 0, sentences: new Map<string, number>() };

/** More faults than any set-up has. */
const MENDS_MAX = 12;

const blockingOf = ({ findings }: Diagnosis) =>
  findings.filter(({ severity, outcome }) => severity === 'blocks' && outcome === 'unmet');

/**
 * Mends what the server stumbles over, one finding at a time, by the calls that the doctor prints: each time the findings left are those that
 * were foretold, the job speaks the first of them, and when none is left the copy is made. Stops where only a person can act.
 */
async function mendOneByOne(stage: Stage, point: string): Promise<void> {
  for (let round = 0; round < MENDS_MAX; round += 1) {
    const before = diagnoseCopy(await stage.facts(point));
    const { firstUnmet } = await stage.explain(point);
    const finding = before.findings.find(({ id }) => id === firstUnmet?.requirement);
    const remedies = (finding?.mends ?? []).flatMap(({ kind, remedy }) =>
      kind === 'smallest' && remedy ? [remedy] : [],
    );
    if (remedies.length === 0) return;
    for (const remedy of remedies) await stage.mend(point, remedy);
    tally.mended += 1;
    const facts = await stage.facts(point);
    const after = diagnoseCopy(facts);
    expect(blockingOf(after).map(({ id }) => id)).toEqual(
      blockingOf(before).flatMap(({ id }) => (id === finding?.id ? [] : [id])),
    );
    const next = decideCopy(facts);
    const job = await stage.copy(point);
    if (job === undefined) return;
    expect({ state: job.state, sentence: job.statusMessage, verdict: after.verdict }).toEqual({
      state: next.isAllowed ? 'COMPLETED' : 'FAILED',
      sentence: next.sentence?.text ?? null,
      verdict: next.isAllowed ? 'works' : 'broken',
    });
    if (!next.isAllowed) continue;
    tally.worked += 1;
    return;
  }
}

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
  expect(diagnoseCopy(await stage.facts(point)).verdict).toBe(decision.isAllowed ? 'works' : 'broken');
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
    await mendOneByOne(stage, point);
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
    `allowed ${tally.allowed}, denied ${tally.denied}, refused at once ${tally.refused}; ${tally.mended} mends made ${tally.worked} of the denied work:`,
    Object.fromEntries(tally.sentences),
  );
  expect(tally.allowed).toBeGreaterThan(0);
  expect(tally.denied).toBeGreaterThan(0);
});
