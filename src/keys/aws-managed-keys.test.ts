import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeKeyFacts } from '../storage/records/kms.ts';
import {
  DAY_MS,
  DESTINATION,
  type KeyWorld,
  openKeyWorld,
  REGION,
  roleOf,
  rootOf,
  SOURCE,
} from './testing/key-world.ts';

let world: KeyWorld;
beforeEach(async () => {
  world = await openKeyWorld();
});
afterEach(() => world.records.close());

const make = (alias: string, account = SOURCE) => world.keys.awsManagedKey({ account, region: REGION, alias });
const use = (keyId: string, viaService?: string, principal = roleOf(SOURCE, 'worker')) =>
  world.keys.generateDataKey(
    { principal, ...(viaService === undefined ? {} : { viaService }) },
    { keyId, region: REGION },
  );
const denied = expect.objectContaining({ code: 'AccessDeniedException' });

test('of many that ask at once all get the one key', async () => {
  const arns = await Promise.all(Array.from({ length: 20 }, () => make('alias/aws/backup')));
  expect(new Set(arns).size).toBe(1);
  const keys = await world.records.read((db) => db.selectFrom('kms_keys').selectAll().execute());
  expect(keys).toMatchObject([{ arn: arns[0], manager: 'AWS', aws_alias: 'alias/aws/backup', state: 'Enabled' }]);
  expect(await world.records.read((db) => db.selectFrom('kms_key_material').selectAll().execute())).toHaveLength(1);
});

test('accounts, Regions and aliases have keys of their own', async () => {
  const arns = [
    await make('alias/aws/backup'),
    await make('alias/aws/ebs'),
    await make('alias/aws/backup', DESTINATION),
    await world.keys.awsManagedKey({ account: SOURCE, region: 'us-east-1', alias: 'alias/aws/backup' }),
  ];
  expect(new Set(arns).size).toBe(4);
});

test.each([
  ['alias/aws/backup', 'backup.eu-west-1.amazonaws.com'],
  ['alias/aws/ebs', 'ec2.eu-west-1.amazonaws.com'],
  ['alias/aws/rds', 'rds.eu-west-1.amazonaws.com'],
  ['alias/aws/elasticfilesystem', 'elasticfilesystem.eu-west-1.amazonaws.com'],
])('%s serves everybody in its account through %s, and only so', async (alias, viaService) => {
  const arn = await make(alias);
  expect((await use(arn, viaService)).keyArn).toBe(arn);
  expect((await use(alias, viaService)).keyArn).toBe(arn);
  await expect(use(arn)).rejects.toEqual(denied);
  await expect(use(arn, 'sns.eu-west-1.amazonaws.com')).rejects.toEqual(denied);
  await expect(use(arn, undefined, rootOf(SOURCE))).rejects.toEqual(denied);
});

test('an AWS managed key never serves another account', async () => {
  const arn = await make('alias/aws/backup');
  const stranger = roleOf(DESTINATION, 'stranger');
  world.permit(stranger, { Action: 'kms:*', Resource: '*' });
  await expect(use(arn, 'backup.eu-west-1.amazonaws.com', stranger)).rejects.toEqual(denied);
});

test('an alias that no service has names no key', async () => {
  for (const alias of ['alias/aws/nothing', 'alias/mine', '__proto__']) {
    await expect(make(alias)).rejects.toMatchObject({ code: 'NotFoundException' });
  }
});

test('an AWS managed key gets new material every year, and old ciphertexts still open', async () => {
  const alias = 'alias/aws/backup';
  await make(alias);
  const via = 'backup.eu-west-1.amazonaws.com';
  const before = await use(alias, via);
  world.advance(364 * DAY_MS);
  expect((await use(alias, via)).materialId).toBe(before.materialId);
  world.advance(DAY_MS);
  expect((await use(alias, via)).materialId).not.toBe(before.materialId);
  const request = { ciphertext: before.wrapped, region: REGION };
  const opened = await world.keys.decrypt({ principal: roleOf(SOURCE, 'worker'), viaService: via }, request);
  expect(opened.plaintext.open()).toEqual(before.plaintext.open());
});

test('facts tell manager, state, policy and aliases of a key', async () => {
  const arn = await make('alias/aws/ebs');
  const facts = await world.records.read((db) => describeKeyFacts(db, arn, world.clock.now()));
  expect(facts).toMatchObject({ arn, account: SOURCE, region: REGION, manager: 'AWS', state: 'Enabled', grants: [] });
  expect(facts?.aliases).toEqual(['alias/aws/ebs']);
  expect(JSON.parse(facts!.policy).Statement).toHaveLength(2);
  expect(await world.records.read((db) => describeKeyFacts(db, `${arn}0`, world.clock.now()))).toBeUndefined();
});
