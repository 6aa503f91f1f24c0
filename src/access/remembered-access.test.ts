import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { setAccessKeyStatus } from '../storage/records/access-keys.ts';
import { ensureAccount } from '../storage/records/accounts.ts';
import { findUser, insertUser } from '../storage/records/iam.ts';
import { attachPolicy, detachPolicy, putInlinePolicy } from '../storage/records/iam-policies.ts';
import { openSqlite } from '../storage/records/sqlite.ts';
import { createAccess } from './create-access.ts';
import { createCredentials } from './create-credentials.ts';
import { toUserPrincipal } from './development-administrator.ts';
import { issueAccessKey } from './issue-access-key.ts';
import { NOW, openAccessWorld, SOURCE } from './testing/access-world.ts';

// What is remembered until the next commit, on records in a file: those in memory remember nothing.

async function openWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'crossvault-access-'));
  const records = await openSqlite(join(folder, 'records.sqlite'));
  onTestFinished(async () => {
    await records.close();
    rmSync(folder, { recursive: true });
  });
  const { clock, sealer, random } = await openAccessWorld();
  await records.write(async (db) => {
    await ensureAccount(db, SOURCE, NOW);
    await insertUser(db, { account: SOURCE, name: 'me', id: 'AIDAMEMEMEMEMEMEMEMEM' }, NOW);
  });
  const access = createAccess({ records, clock });
  const user = await records.read((db) => findUser(db, SOURCE, 'me'));
  const principal = toUserPrincipal(user!);
  const owner = { account: SOURCE, kind: 'user', name: 'me' } as const;
  const question = { principal, action: 'backup:ListBackupVaults', resource: '*', resourceAccount: SOURCE };
  return {
    records,
    owner,
    issue: () =>
      records.write((db) => issueAccessKey(db, { sealer, random, now: NOW }, { account: SOURCE, name: 'me' })),
    credentials: createCredentials({ records, sealer, clock, isDev: false }),
    may: async () => (await access.evaluate(question)).isAllowed,
  };
}

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const deny = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';

test('a policy that is attached, overruled or detached counts with the next question', async () => {
  const { records, owner, may } = await openWorld();
  expect([await may(), await may()]).toEqual([false, false]);
  await records.write((db) => attachPolicy(db, owner, ADMINISTRATOR, NOW));
  expect([await may(), await may()]).toEqual([true, true]);
  await records.write((db) => putInlinePolicy(db, owner, { name: 'stop', document: deny }));
  expect([await may(), await may()]).toEqual([false, false]);
  await records.write(async (db) => {
    await db.deleteFrom('iam_inline_policies').execute();
    await detachPolicy(db, owner, ADMINISTRATOR);
  });
  expect([await may(), await may()]).toEqual([false, false]);
});

test('a question asked while a change is under way is answered by what holds, and the next by the change', async () => {
  const { records, owner, may } = await openWorld();
  await records.write((db) => attachPolicy(db, owner, ADMINISTRATOR, NOW));
  const under = { way: [] as boolean[] };
  await records.write(async (db) => {
    await detachPolicy(db, owner, ADMINISTRATOR);
    under.way = [await may(), await may()];
  });
  expect(under.way).toEqual([true, true]);
  expect([await may(), await may()]).toEqual([false, false]);
});

test('an access key that is switched off or on is so for the next request', async () => {
  const { records, issue, credentials } = await openWorld();
  const { accessKeyId } = await issue();
  const isActive = async () => (await credentials.find(accessKeyId))?.isActive;
  expect([await isActive(), await isActive()]).toEqual([true, true]);
  await records.write((db) => setAccessKeyStatus(db, accessKeyId, 'Inactive'));
  expect([await isActive(), await isActive()]).toEqual([false, false]);
  await records.write((db) => db.deleteFrom('iam_access_keys').execute());
  expect(await credentials.find(accessKeyId)).toBeUndefined();
});
