import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { setAccessKeyStatus } from '../storage/records/access-keys.ts';
import { insertRole, insertUser, newUniqueId } from '../storage/records/iam.ts';
import type { Credential } from './credentials.ts';
import { issueAccessKey } from './issue-access-key.ts';
import { issueSession } from './issue-session.ts';
import { sessionOf } from './role-principal.ts';
import { type AccessWorld, DESTINATION, NOW, openAccessWorld, SOURCE } from './testing/access-world.ts';

const textOf = (credential: Credential | undefined): string => {
  if (credential === undefined || credential.secret === 'any-secret') throw new Error('a secret is expected');
  return new TextDecoder().decode(credential.secret.open());
};

async function makeKey(world: AccessWorld) {
  return world.records.write(async (db) => {
    await insertUser(db, { account: SOURCE, name: 'alice', id: newUniqueId(world.random, 'AIDA') }, NOW);
    return issueAccessKey(db, { ...world, now: NOW }, { account: SOURCE, name: 'alice' });
  });
}

async function makeSession(world: AccessWorld) {
  return world.records.write(async (db) => {
    const role = await insertRole(db, { account: SOURCE, name: 'Backup', trustPolicy: '{}' }, NOW, world.random);
    const principal = sessionOf(role, 'night');
    return { role, ...(await issueSession(db, { ...world, now: NOW }, { principal, seconds: 900 })) };
  });
}

test('in dev mode a twelve-digit id is the administrator of that account', async () => {
  const world = await openAccessWorld();
  expect(await world.credentials.find('333333333333')).toMatchObject({
    principal: { kind: 'user', account: '333333333333', arn: 'arn:aws:iam::333333333333:user/admin' },
    secret: 'any-secret',
  });
  const account = await world.records.read((db) =>
    db.selectFrom('accounts').select('status').where('id', '=', '333333333333').executeTakeFirst(),
  );
  expect(account?.status).toBe('ACTIVE');
});

test('in dev mode the id test is the account of twelve noughts', async () => {
  const world = await openAccessWorld();
  expect((await world.credentials.find('test'))?.principal.account).toBe('000000000000');
});

test('the development administrator is the same whenever it comes into being', async () => {
  const one = await openAccessWorld();
  const other = await openAccessWorld();
  expect(await one.administrator(SOURCE)).toEqual(await other.administrator(SOURCE));
  expect((await one.administrator(SOURCE)).userId).toHaveLength(21);
  expect((await one.administrator(SOURCE)).userId).not.toBe((await one.administrator(DESTINATION)).userId);
});

test('a user named admin who is there already becomes the administrator and stays who it is', async () => {
  const world = await openAccessWorld();
  const made = await world.records.write((db) =>
    insertUser(db, { account: SOURCE, name: 'admin', id: newUniqueId(world.random, 'AIDA') }, NOW),
  );
  const administrator = await world.administrator(SOURCE);
  expect(administrator.userId).toBe(made.id);
  const question = { action: 'iam:ListRoles', resource: '*', resourceAccount: SOURCE };
  await world.access.authorize({ principal: administrator, ...question });
});

test('outside dev mode a twelve-digit id is nobody', async () => {
  const world = await openAccessWorld({ isDev: false });
  expect(await world.credentials.find(SOURCE)).toBeUndefined();
  expect(await world.credentials.find('test')).toBeUndefined();
});

test('an access key opens to the secret that was told once', async () => {
  const world = await openAccessWorld({ isDev: false });
  const key = await makeKey(world);
  expect(key.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
  expect(key.secretAccessKey).toHaveLength(40);
  const found = await world.credentials.find(key.accessKeyId);
  expect(textOf(found)).toBe(key.secretAccessKey);
  expect(found).toMatchObject({ isActive: true, principal: { arn: `arn:aws:iam::${SOURCE}:user/alice` } });
  expect(found).not.toHaveProperty('tokenHash');
});

test('no secret rests in the open', async () => {
  const world = await openAccessWorld({ isDev: false });
  const key = await makeKey(world);
  const session = await makeSession(world);
  const rows = await world.records.read(async (db) => [
    ...(await db.selectFrom('iam_access_keys').selectAll().execute()),
    ...(await db.selectFrom('sts_sessions').selectAll().execute()),
  ]);
  const resting = JSON.stringify(rows, (_name, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  for (const secret of [key.secretAccessKey, session.secretAccessKey, session.sessionToken]) {
    expect(resting).not.toContain(secret);
  }
});

test('a key that was put out of use is found inactive', async () => {
  const world = await openAccessWorld({ isDev: false });
  const key = await makeKey(world);
  await world.records.write((db) => setAccessKeyStatus(db, key.accessKeyId, 'Inactive'));
  expect((await world.credentials.find(key.accessKeyId))?.isActive).toBe(false);
});

test('a session wants its token and ends', async () => {
  const world = await openAccessWorld({ isDev: false });
  const session = await makeSession(world);
  expect(session.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const found = await world.credentials.find(session.accessKeyId);
  expect(textOf(found)).toBe(session.secretAccessKey);
  expect(found?.tokenHash).toBe(createHash('sha256').update(session.sessionToken).digest('hex'));
  expect(found?.expiresAt).toBe(NOW + 900_000);
  expect(found?.principal.sessionArn).toBe(`arn:aws:sts::${SOURCE}:assumed-role/Backup/night`);
});

test('a session dies with its role, though another role of that name is made', async () => {
  const world = await openAccessWorld({ isDev: false });
  const session = await makeSession(world);
  await world.records.write(async (db) => {
    await db.deleteFrom('iam_roles').where('id', '=', session.role.id).execute();
    await insertRole(db, { account: SOURCE, name: 'Backup', trustPolicy: '{}' }, NOW, world.random);
  });
  expect(await world.credentials.find(session.accessKeyId)).toBeUndefined();
});

test('an id that nobody has finds nothing', async () => {
  const world = await openAccessWorld();
  for (const id of ['AKIAAAAAAAAAAAAAAAAA', 'ASIAAAAAAAAAAAAAAAAA', '', '1234', '*']) {
    expect(await world.credentials.find(id)).toBeUndefined();
  }
});

test('the last use of a key is written down, to the quarter of an hour', async () => {
  const world = await openAccessWorld();
  const { accessKeyId } = await makeKey(world);
  const lastUse = () =>
    world.records.read((db) =>
      db
        .selectFrom('iam_access_keys')
        .select(['last_used_at', 'last_used_service', 'last_used_region'])
        .where('id', '=', accessKeyId)
        .executeTakeFirst(),
    );
  const use = async (service: string) =>
    (await world.credentials.find(accessKeyId))?.noteUse?.({ service, region: 'eu-west-1' });
  await use('backup');
  const first = { last_used_at: NOW, last_used_service: 'backup', last_used_region: 'eu-west-1' };
  expect(await lastUse()).toEqual(first);
  world.clock.advance(14 * 60 * 1000);
  await use('kms');
  expect(await lastUse()).toEqual(first);
  world.clock.advance(60 * 1000);
  await use('kms');
  expect(await lastUse()).toMatchObject({ last_used_at: NOW + 15 * 60 * 1000, last_used_service: 'kms' });
});

test("a session's use is its role's", async () => {
  const world = await openAccessWorld();
  const { accessKeyId, role } = await makeSession(world);
  await (await world.credentials.find(accessKeyId))?.noteUse?.({ service: 'sts', region: 'eu-west-1' });
  const row = await world.records.read((db) =>
    db.selectFrom('iam_roles').selectAll().where('id', '=', role.id).executeTakeFirst(),
  );
  expect(row).toMatchObject({ last_used_at: NOW, last_used_region: 'eu-west-1' });
});
