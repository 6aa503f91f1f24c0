import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFacts } from '../../src/access/copy-facts.ts';
import { decideCopy } from '../../src/decision/decide-copy.ts';
import type { CopyFacts } from '../../src/decision/facts.ts';
import { assembleFacts } from '../../src/doctor/assemble-facts.ts';
import { CALLS_AT_ONCE } from '../../src/doctor/limits.ts';
import { CALLS } from '../../src/doctor/live/call-table.ts';
import { openLiveSource } from '../../src/doctor/live/live-source.ts';
import { openReading } from '../../src/doctor/open-reading.ts';
import { readerPolicy } from '../../src/doctor/permissions.ts';
import type { DoctorCase, DoctorReading, DoctorRequest, DoctorSources, Door } from '../../src/doctor/sources.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { testConfig } from '../../src/server/testing/test-config.ts';
import { registerResource } from '../../src/storage/records/resources.ts';
import { type Setup, setups } from '../simulation/setups.ts';
import { Stage } from '../simulation/stage.ts';
import { sdkClient } from './clients/sdk-client.ts';
import { makeTree } from './make-tree.ts';
import { openWaveProxy } from './wave-proxy.ts';
import { admin, makeImage, root, vaultArn } from './world.ts';

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
  server = await startServer(testConfig(path.join(folder, 'data'), { sourceRoots: ['/'] }));
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

type Request = ReturnType<Stage['request']>;

async function readLive(request: Request, doors: readonly Door[], endpointUrl = server.url): Promise<CopyFacts> {
  const live = await openLiveSource({ endpointUrl, doors }, server.assembly.clock);
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

/** Lists of policies by name: the service lists them in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder).toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inOrder(item)]));
}

const nameOf = (value: unknown): string => JSON.stringify((value as { origin?: string }).origin ?? value);

const outcomesOf = (facts: CopyFacts): Readonly<Record<string, string>> =>
  Object.fromEntries(decideCopy(facts).findings.map(({ requirement, outcome }) => [requirement, outcome]));

test('what three profiles read of our server is what its own records say', async () => {
  for (const setup of fc.sample(setups, { numRuns: SETUPS, seed: SEED })) {
    const request = await makeCopy(setup);
    const { records, clock } = server.assembly;
    const known = await records.read((db) => copyFacts(db, request, { now: clock.now(), asOf: undefined }));
    const read = await readLive(request, ALL_DOORS);
    expect(inOrder(read), JSON.stringify(setup)).toMatchObject(inOrder(known) as object);
  }
});

test('with fewer profiles there are more unknowns, and never another verdict', async () => {
  const fewer = [[0], [1], [2], [0, 1], [0, 2], [1, 2]].map((some) => some.map((index) => ALL_DOORS[index]!));
  for (const setup of fc.sample(setups, { numRuns: 6, seed: SEED + 1 })) {
    const request = await makeCopy(setup);
    const all = outcomesOf(await readLive(request, ALL_DOORS));
    for (const doors of fewer) {
      const some = outcomesOf(await readLive(request, doors));
      for (const [requirement, outcome] of Object.entries(some)) {
        const where = `${requirement} as ${doors.map(({ name }) => name).join(' and ')} of ${JSON.stringify(setup)}`;
        expect([all[requirement], 'unknown', 'not-applicable'], where).toContain(outcome);
      }
    }
  }
});

const GREEN: Setup = {
  type: 'EBS',
  isCrossAccount: true,
  isCrossRegion: false,
  membership: 'together',
  isSwitchedOn: true,
  vaultPolicy: 'organization',
  rolePolicies: 'managed',
  vaultKey: 'shared',
  resourceKey: 'shared',
  destinationKey: 'customer',
  lock: 'admits',
  serviceControl: 'deny-other-target',
  tags: { team: 'storage' },
  tagPolicy: 'kept',
};

/** A user for each account under the policy that `doctor permissions` prints, and a role that the source's user may take on. */
async function makeReaders(): Promise<readonly Door[]> {
  const client = sdkClient(server.url);
  const profiles: string[] = [];
  for (const [name, account] of [
    ['source', SOURCE],
    ['destination', DESTINATION],
    ['management', MANAGEMENT],
  ] as const) {
    const PolicyDocument = JSON.stringify(readerPolicy([name]));
    const { Policy } = await client.call(admin(account), 'iam', 'CreatePolicy', {
      PolicyName: 'CrossvaultDoctor',
      PolicyDocument,
    });
    await client.call(admin(account), 'iam', 'CreateUser', { UserName: 'reader' });
    await client.call(admin(account), 'iam', 'AttachUserPolicy', { UserName: 'reader', PolicyArn: Policy.Arn });
    const { AccessKey } = await client.call(admin(account), 'iam', 'CreateAccessKey', { UserName: 'reader' });
    profiles.push(
      `[${name}]\naws_access_key_id = ${AccessKey.AccessKeyId}\naws_secret_access_key = ${AccessKey.SecretAccessKey}\n`,
    );
  }
  await client.close();
  const file = path.join(folder, 'credentials');
  writeFileSync(file, profiles.join('\n'));
  process.env.AWS_SHARED_CREDENTIALS_FILE = file;
  return (['source', 'destination', 'management'] as const).map((name) => ({ name, profile: name }));
}

test('the policy that is printed for readers suffices, and each of its actions is one of the reader', async () => {
  const request = await makeCopy(GREEN);
  const doors = await makeReaders();
  const facts = await readLive(request, doors);
  expect(facts).toEqual(await readLive(request, ALL_DOORS));
  expect(Object.values(outcomesOf(facts))).not.toContain('unknown');
  const printed = (['source', 'destination', 'management'] as const)
    .flatMap((side) => readerPolicy([side]).Statement)
    .flatMap(({ Action }) => Action);
  expect(new Set(printed)).toEqual(new Set(Object.keys(CALLS).filter((name) => name !== 'sts:GetCallerIdentity')));
});

test('a chain of roles leads on to the account whose role comes last', async () => {
  const request = await makeCopy(GREEN);
  const client = sdkClient(server.url);
  const trust = (account: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: root(account), Action: 'sts:AssumeRole' }],
    });
  const make = async (account: string, trusted: string, policy: object): Promise<string> => {
    const RoleName = 'Reader';
    await client.call(admin(account), 'iam', 'CreateRole', { RoleName, AssumeRolePolicyDocument: trust(trusted) });
    const PolicyDocument = JSON.stringify(policy);
    await client.call(admin(account), 'iam', 'PutRolePolicy', { RoleName, PolicyName: 'doctor', PolicyDocument });
    return `arn:aws:iam::${account}:role/${RoleName}`;
  };
  const onward = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] };
  const first = await make(MANAGEMENT, SOURCE, onward);
  const last = await make(DESTINATION, MANAGEMENT, readerPolicy(['destination']));
  await client.close();
  const chained: Door = { name: 'destination', developmentAccount: SOURCE, assumeRoles: [first, last] };
  const doors = [ALL_DOORS[0]!, chained, ALL_DOORS[2]!];
  expect(await readLive(request, doors)).toEqual(await readLive(request, ALL_DOORS));
});

// 3 seconds at 50 ms a call are sixty calls in a row.
test('few of the calls for one pair wait for each other, and none is made twice', async () => {
  const request = await makeCopy(GREEN);
  const proxy = await openWaveProxy(server.url);
  await readLive(request, ALL_DOORS, proxy.url);
  const waves = proxy.waves();
  await proxy.close();
  expect(waves.length).toBeLessThan(20);
  expect(waves.reduce((sum, each) => sum + each, 0)).toBeLessThan(120);
  expect(Math.max(...waves)).toBeLessThanOrEqual(CALLS_AT_ONCE);
});

test('from the management account a role of one name opens every account of the organization', async () => {
  const request = await makeCopy(GREEN);
  const client = sdkClient(server.url);
  const AssumeRolePolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: root(MANAGEMENT), Action: 'sts:AssumeRole' }],
  });
  const PolicyDocument = JSON.stringify(readerPolicy(['source', 'destination']));
  for (const account of [SOURCE, DESTINATION]) {
    await client.call(admin(account), 'iam', 'CreateRole', { RoleName: 'Reader', AssumeRolePolicyDocument });
    const policy = { RoleName: 'Reader', PolicyName: 'doctor', PolicyDocument };
    await client.call(admin(account), 'iam', 'PutRolePolicy', policy);
  }
  await client.close();
  const doors = [ALL_DOORS[2]!];
  const live = await openLiveSource({ endpointUrl: server.url, doors, memberRole: 'Reader' }, server.assembly.clock);
  expect(live.reader.doors.map(({ account }) => account).toSorted()).toEqual([SOURCE, DESTINATION, MANAGEMENT]);
  expect(live.gaps).toEqual([]);
  live.close();
  const shut = await openLiveSource({ endpointUrl: server.url, doors, memberRole: 'Nobody' }, server.assembly.clock);
  expect(shut.gaps.map(({ grant }) => grant)).toEqual(['sts:AssumeRole', 'sts:AssumeRole']);
  shut.close();
  expect(request.source_vault_arn).toContain(SOURCE);
});

test('credentials that open nothing are told with the name of their door', async () => {
  const doors: readonly Door[] = [{ name: 'destination', profile: 'nobody' }];
  await expect(openLiveSource({ endpointUrl: server.url, doors }, server.assembly.clock)).rejects.toThrow(
    'The credentials for the destination account (profile nobody) could not be used',
  );
  await expect(
    openLiveSource({ endpointUrl: 'http://127.0.0.1:9', doors: ALL_DOORS }, server.assembly.clock),
  ).rejects.toMatchObject({
    kind: 'unreachable',
  });
});

async function openAll(more: Partial<DoctorSources> = {}): Promise<DoctorReading> {
  const live = { endpointUrl: server.url, region: 'eu-central-1', doors: ALL_DOORS };
  return openReading({ live, ...more }, { clock: server.assembly.clock, random: server.assembly.random });
}

async function all(reading: DoctorReading, request: DoctorRequest): Promise<readonly DoctorCase[]> {
  const found: DoctorCase[] = [];
  for await (const each of reading.cases(request)) found.push(each);
  return found;
}

test('a copy is found by its point alone, and by its job', async () => {
  const request = await makeCopy(GREEN);
  const reading = await openAll();
  const [asked] = await all(reading, {
    mode: 'copy',
    recoveryPointArn: request.source_recovery_point_arn,
    destinationVaultArn: request.destination_vault_arn,
    roleArn: request.iam_role_arn,
  });
  expect(asked?.facts).toEqual(await readLive(request, ALL_DOORS));
  const client = sdkClient(server.url);
  const { CopyJobId } = await client.call(admin(SOURCE), 'backup', 'StartCopyJob', {
    RecoveryPointArn: request.source_recovery_point_arn,
    SourceBackupVaultName: 'production',
    DestinationBackupVaultArn: request.destination_vault_arn,
    IamRoleArn: request.iam_role_arn,
  });
  await client.close();
  const [job] = await all(reading, { mode: 'job', copyJobId: CopyJobId });
  expect(job?.facts).toEqual(asked?.facts);
  expect(job?.origin).toMatchObject({ kind: 'job', job: { id: CopyJobId } });
  expect(await all(reading, { mode: 'account', accountId: DESTINATION })).toHaveLength(1);
  expect(await all(reading, { mode: 'account', accountId: MANAGEMENT })).toEqual([]);
  await expect(all(reading, { mode: 'job', copyJobId: 'A-1' })).rejects.toThrow('There is no copy job A-1 in account');
  reading.close();
});

test('a plan is read with each copy that it makes of what it selects, and saved with it', async () => {
  const request = await makeCopy(GREEN);
  const client = sdkClient(server.url);
  const { BackupPlanId } = await client.call(admin(SOURCE), 'backup', 'CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'gold',
      Rules: [
        {
          RuleName: 'nightly',
          TargetBackupVaultName: 'production',
          Lifecycle: { DeleteAfterDays: 14 },
          CopyActions: [
            { DestinationBackupVaultArn: request.destination_vault_arn, Lifecycle: { DeleteAfterDays: 30 } },
            { DestinationBackupVaultArn: vaultArn(DESTINATION, 'nowhere') },
          ],
        },
        { RuleName: 'local', TargetBackupVaultName: 'production' },
      ],
    },
  });
  await client.call(admin(SOURCE), 'backup', 'CreateBackupSelection', {
    BackupPlanId,
    BackupSelection: {
      SelectionName: 'by-tag',
      IamRoleArn: request.iam_role_arn,
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'team', ConditionValue: 'storage' }],
    },
  });
  await client.close();
  const reading = await openAll();
  const cases = await all(reading, { mode: 'plan', planId: BackupPlanId });
  expect(cases.map(({ facts }) => facts.destination.vault === null)).toEqual([false, true]);
  expect(cases[0]?.facts.source.point).toMatchObject({ deleteAfterDays: 14, tags: { team: 'storage' } });
  expect(cases[0]?.facts.requestedLifecycle).toEqual({ deleteAfterDays: 30 });
  expect(cases[0]?.origin).toMatchObject({ kind: 'plan', planned: { isForetold: false, copyAction: 0 } });
  expect(reading.plans().map(({ plan }) => plan.rules.map(({ name }) => name))).toEqual([['nightly', 'local']]);
  expect(reading.gaps()).toEqual([]);
  expect((await all(reading, { mode: 'organization' })).map(({ facts }) => facts)).toEqual(
    cases.map(({ facts }) => facts),
  );

  const file = path.join(folder, 'facts.json');
  await reading.saveFacts(file, { isRedacted: false });
  const redacted = path.join(folder, 'redacted.json');
  await reading.saveFacts(redacted, { isRedacted: true });
  reading.close();
  expect(readFileSync(redacted, 'utf8')).not.toContain(SOURCE);
  const pseudonymous = await openReading(
    { factsFiles: [redacted] },
    { clock: { now: () => 0 }, random: server.assembly.random },
  );
  const outcomes = (await all(pseudonymous, { mode: 'given' })).map(({ facts }) => outcomesOf(facts));
  expect(outcomes).toEqual([...cases, ...cases].map(({ facts }) => outcomesOf(facts)));
  pseudonymous.close();
  const saved = await openReading({ factsFiles: [file] }, { clock: { now: () => 0 }, random: server.assembly.random });
  expect((await all(saved, { mode: 'plan', planId: BackupPlanId })).map(({ facts }) => facts)).toEqual([
    ...cases.map(({ facts }) => facts),
    ...cases.map(({ facts }) => facts),
  ]);
  await expect(all(saved, { mode: 'plan', planId: 'other' })).rejects.toThrow(
    'None of the given files tells of the plan other.',
  );
  saved.close();
});
