import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Principal } from '../model/principal.ts';
import * as kmsRecords from '../storage/records/kms.ts';
import type { GrantRequest } from './key-service.ts';
import {
  allow,
  DESTINATION,
  delegateTo,
  type KeyWorld,
  openKeyWorld,
  REGION,
  rootOf,
  SOURCE,
  toPolicy,
} from './testing/key-world.ts';

let world: KeyWorld;
let arn: string;
let worker: Principal;
beforeEach(async () => {
  world = await openKeyWorld();
  ({ arn } = await world.addKey());
  worker = await world.addRole(SOURCE, 'worker');
});
afterEach(() => world.records.close());

const root = { principal: rootOf(SOURCE) };
const backup: Principal = { kind: 'service', account: '', arn: 'backup.amazonaws.com', userId: 'backup.amazonaws.com' };
const vault = { 'aws:backup:backup-vault': 'one' };
const grant = (request: Partial<GrantRequest> = {}, use: { principal: Principal } = root) =>
  world.keys.createGrant(use, {
    keyId: arn,
    region: REGION,
    grantee: worker.arn,
    operations: ['Encrypt', 'Decrypt', 'GenerateDataKey'],
    ...request,
  });
const encrypt = (principal: Principal, encryptionContext: Record<string, string> = {}) =>
  world.keys.encrypt({ principal }, { keyId: arn, region: REGION, plaintext: Uint8Array.of(1), encryptionContext });
const expectRefused = (promise: Promise<unknown>, code = 'AccessDeniedException') =>
  expect(promise).rejects.toMatchObject({ code });
const grantCount = async () =>
  (await world.records.read((db) => db.selectFrom('kms_grants').selectAll().execute())).length;

test('a grant gives the use of a key, retiring it takes the use away', async () => {
  await expectRefused(encrypt(worker));
  const { grantId } = await grant({ operations: ['Encrypt', 'RetireGrant'] });
  expect((await encrypt(worker)).keyArn).toBe(arn);
  await world.keys.retireGrant({ principal: worker }, { keyArn: arn, grantId });
  await expectRefused(encrypt(worker));
});

test('a grant gives the operations it names and no others', async () => {
  await grant({ operations: ['Encrypt'] });
  const { ciphertext } = await encrypt(worker);
  await expectRefused(world.keys.decrypt({ principal: worker }, { ciphertext, region: REGION }));
  await expectRefused(world.keys.generateDataKey({ principal: worker }, { keyId: arn, region: REGION }));
});

test('a grant to another principal gives nothing', async () => {
  await grant({ grantee: (await world.addRole(SOURCE, 'other')).arn });
  await expectRefused(encrypt(worker));
});

test('a grant may name one session of a role', async () => {
  await grant({ grantee: worker.sessionArn! });
  expect((await encrypt(worker)).keyArn).toBe(arn);
  await expectRefused(encrypt({ ...worker, sessionArn: worker.sessionArn!.replace('/session', '/other') }));
});

test('a grant may name a service', async () => {
  await grant({ grantee: backup.arn });
  expect((await encrypt(backup)).keyArn).toBe(arn);
  await expectRefused(encrypt({ ...backup, arn: 'ec2.amazonaws.com' }));
});

test('a grant reaches into another account by itself', async () => {
  const stranger = await world.addRole(DESTINATION, 'stranger');
  await expectRefused(encrypt(stranger));
  await grant({ grantee: stranger.arn });
  expect((await encrypt(stranger)).keyArn).toBe(arn);
});

test.each([
  ['EncryptionContextSubset', { ...vault }, true],
  ['EncryptionContextSubset', { ...vault, more: '1' }, true],
  ['EncryptionContextSubset', { 'aws:backup:backup-vault': 'two' }, false],
  ['EncryptionContextSubset', {}, false],
  ['EncryptionContextEquals', { ...vault }, true],
  ['EncryptionContextEquals', { ...vault, more: '1' }, false],
  ['EncryptionContextEquals', {}, false],
])('the constraint %s meets %j: %s', async (constraint, context, isMet) => {
  await grant({ constraints: { [constraint]: vault } });
  if (isMet) expect((await encrypt(worker, context)).keyArn).toBe(arn);
  else await expectRefused(encrypt(worker, context));
});

test('a grant has one constraint at most', async () => {
  const constraints = { EncryptionContextEquals: vault, EncryptionContextSubset: vault };
  await expectRefused(grant({ constraints }), 'ValidationException');
});

test('a grant for one source holds on its behalf alone', async () => {
  const SourceArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:one';
  await grant({ constraints: { SourceArn } });
  const encryptFor = (source?: string) =>
    world.keys.encrypt(
      { principal: worker, ...(source === undefined ? {} : { context: { 'aws:SourceArn': source } }) },
      { keyId: arn, region: REGION, plaintext: new Uint8Array(1) },
    );
  await encryptFor(SourceArn);
  await expectRefused(encryptFor(`${SourceArn}s`));
  await expectRefused(encryptFor());
});

test('an explicit deny in the key policy wins over a grant', async () => {
  await grant();
  const deny = { ...allow(worker.arn, 'kms:Encrypt'), Effect: 'Deny' };
  await world.records.write((db) => kmsRecords.updateKey(db, arn, { policy: toPolicy(delegateTo(SOURCE), deny) }));
  await expectRefused(encrypt(worker));
});

test('the same name and terms give the same grant', async () => {
  const [one, again] = [await grant({ name: 'job' }), await grant({ name: 'job' })];
  expect(again.grantId).toBe(one.grantId);
  expect(await grantCount()).toBe(1);
  const other = await grant({ name: 'job', operations: ['Decrypt'] });
  expect(other.grantId).not.toBe(one.grantId);
  expect((await grant()).grantId).not.toBe((await grant()).grantId);
});

test.each([
  ['a role that does not exist', 'arn:aws:iam::111111111111:role/nobody', 'InvalidArnException'],
  ['no principal at all', 'arn:aws:s3:::bucket', 'InvalidArnException'],
  ['a wildcard', '*', 'InvalidArnException'],
])('a grant to %s is refused', async (_, grantee, code) => {
  await expectRefused(grant({ grantee }), code);
});

test('a grant needs an operation that the key knows', async () => {
  await expectRefused(grant({ operations: [] }), 'ValidationException');
  await expectRefused(grant({ operations: ['Sign'] }), 'ValidationException');
});

test('kms:GrantIsForAWSResource lets services alone take grants', async () => {
  const policy = toPolicy(
    delegateTo(SOURCE),
    allow(worker.arn, 'kms:CreateGrant', { Bool: { 'kms:GrantIsForAWSResource': 'true' } }),
  );
  ({ arn } = await world.addKey({ policy }));
  await expectRefused(grant({ grantee: backup.arn }, { principal: worker }));
  await grant({ grantee: backup.arn, isForAwsResource: true }, { principal: worker });
});

test.each([
  [
    'kms:GrantOperations',
    { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Encrypt', 'Decrypt'] } },
    { operations: ['Encrypt'] },
    {},
  ],
  [
    'kms:GranteePrincipal',
    { StringEquals: { 'kms:GranteePrincipal': 'backup.amazonaws.com' } },
    { grantee: 'backup.amazonaws.com' },
    {},
  ],
  [
    'kms:GrantConstraintType',
    { StringEquals: { 'kms:GrantConstraintType': 'EncryptionContextSubset' } },
    { constraints: { EncryptionContextSubset: vault } },
    {},
  ],
  [
    'kms:EncryptionContextKeys',
    { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'aws:backup:backup-vault' } },
    { constraints: { EncryptionContextEquals: vault } },
    {},
  ],
  [
    'kms:RetiringPrincipal',
    { StringEquals: { 'kms:RetiringPrincipal': 'backup.amazonaws.com' } },
    { retiring: 'backup.amazonaws.com' },
    {},
  ],
])('the right to grant may hang on %s', async (_, condition, fitting, unfitting) => {
  ({ arn } = await world.addKey({
    policy: toPolicy(delegateTo(SOURCE), allow(worker.arn, 'kms:CreateGrant', condition)),
  }));
  await grant(fitting, { principal: worker });
  await expectRefused(grant(unfitting, { principal: worker }));
});

test('a grantee passes on no more than it has', async () => {
  const other = (await world.addRole(SOURCE, 'other')).arn;
  const constraints = { EncryptionContextSubset: vault };
  await grant({ operations: ['CreateGrant', 'Encrypt'], constraints });
  const pass = (request: Partial<GrantRequest>) => grant({ grantee: other, ...request }, { principal: worker });
  await pass({ operations: ['Encrypt'], constraints });
  await pass({ operations: ['Encrypt'], constraints: { EncryptionContextSubset: { ...vault, more: '1' } } });
  await pass({ operations: ['Encrypt'], constraints: { EncryptionContextEquals: vault } });
  await expectRefused(pass({ operations: ['Encrypt'] }));
  await expectRefused(pass({ operations: ['Decrypt'], constraints }));
  await expectRefused(pass({ operations: ['Encrypt'], constraints: { EncryptionContextEquals: { more: '1' } } }));
});

test('who may retire: the named principal, a grantee with that operation, the issuing account', async () => {
  const retiring = await world.addRole(DESTINATION, 'retiring');
  const stranger = await world.addRole(SOURCE, 'stranger');
  const retire = async (principal: Principal, request: Partial<GrantRequest>) => {
    const { grantId } = await grant(request);
    await world.keys.retireGrant({ principal }, { keyArn: arn, grantId });
  };
  await retire(retiring, { retiring: retiring.arn });
  await retire(worker, { operations: ['RetireGrant'] });
  await retire(root.principal, {});
  await expectRefused(retire(stranger, {}));
  await expectRefused(retire(worker, {}));
  await expectRefused(retire(rootOf(DESTINATION), {}));
  world.permit(stranger, { Action: 'kms:RetireGrant', Resource: '*' });
  await retire(stranger, {});
});

test('retiring what is gone is no error', async () => {
  await world.keys.retireGrant(root, { keyArn: arn, grantId: 'gone' });
});

test('a disabled key takes no grants, and its grants give nothing', async () => {
  await grant();
  await world.records.write((db) => kmsRecords.updateKey(db, arn, { state: 'Disabled' }));
  await expectRefused(grant(), 'DisabledException');
  await expectRefused(encrypt(worker), 'DisabledException');
});

test('the token rests with us as a hash alone', async () => {
  const { grantToken } = await grant();
  const rows = await world.records.read((db) => db.selectFrom('kms_grants').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(grantToken);
});
