import { expect, test } from 'vitest';
import type { ServiceError } from '../messages/service-error.ts';
import type { Principal } from '../model/principal.ts';
import { insertRole, type NewRole } from '../storage/records/iam.ts';
import { attachPolicy, putInlinePolicy } from '../storage/records/iam-policies.ts';
import type { AccessQuestion } from './access.ts';
import { managedPolicy } from './managed-policies/managed-policies.ts';
import { mayServiceAssume } from './may-service-assume.ts';
import { type AccessWorld, DESTINATION, NOW, openAccessWorld, SOURCE } from './testing/access-world.ts';

const BACKUP_POLICY = 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup';
const LINKED_POLICY = 'arn:aws:iam::aws:policy/aws-service-role/AWSBackupServiceLinkedRolePolicyForBackup';
const VAULT = `arn:aws:backup:eu-central-1:${SOURCE}:backup-vault:Vault`;
const FOREIGN_VAULT = `arn:aws:backup:eu-central-1:${DESTINATION}:backup-vault:Copies`;
const KEY = `arn:aws:kms:eu-central-1:${SOURCE}:key/11111111-1111-1111-1111-111111111111`;

const allow = (action: string | string[], resource = '*') =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, Resource: resource } });
const deny = (action: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: { Effect: 'Deny', Action: action, Resource: '*' } });

interface RoleShape extends Partial<NewRole> {
  readonly inline?: Readonly<Record<string, string>>;
  readonly attached?: readonly string[];
}

async function session(
  world: AccessWorld,
  { inline = {}, attached = [], ...role }: RoleShape = {},
): Promise<Principal> {
  await world.records.write(async (db) => {
    const row = await insertRole(
      db,
      { account: SOURCE, name: 'Backup', trustPolicy: '{}', ...role },
      NOW,
      world.random,
    );
    const owner = { account: row.account_id, kind: 'role', name: row.name } as const;
    for (const [name, document] of Object.entries(inline)) await putInlinePolicy(db, owner, { name, document });
    for (const arn of attached) await attachPolicy(db, owner, arn, NOW);
  });
  const principal = await world.access.rolePrincipal(`arn:aws:iam::${role.account ?? SOURCE}:role/Backup`, 'night');
  if (principal === undefined) throw new Error('the role was made');
  return principal;
}

const asks = (principal: Principal, action: string, more: Partial<AccessQuestion> = {}): AccessQuestion => ({
  principal,
  action,
  resource: VAULT,
  resourceAccount: SOURCE,
  ...more,
});

async function refusal(world: AccessWorld, question: AccessQuestion): Promise<ServiceError> {
  const error = await world.access.authorize(question).then(
    () => undefined,
    (thrown: ServiceError) => thrown,
  );
  if (error === undefined) throw new Error('nothing was refused');
  return error;
}

const SESSION_ARN = `arn:aws:sts::${SOURCE}:assumed-role/Backup/night`;

test('an inline policy and an attached one allow alike', async () => {
  const world = await openAccessWorld();
  const principal = await session(world, {
    inline: { Describe: allow('backup:DescribeBackupVault') },
    attached: ['arn:aws:iam::aws:policy/AWSBackupOperatorAccess'],
  });
  await world.access.authorize(asks(principal, 'backup:DescribeBackupVault'));
  await world.access.authorize(asks(principal, 'backup:StartCopyJob'));
});

test('without an allow the sentence says that no identity-based policy allows', async () => {
  const world = await openAccessWorld();
  const error = await refusal(world, asks(await session(world), 'backup:CreateBackupVault'));
  expect(error.message).toBe(
    `User: ${SESSION_ARN} is not authorized to perform: backup:CreateBackupVault on resource: ${VAULT} because no identity-based policy allows the backup:CreateBackupVault action`,
  );
  expect([error.code, error.httpStatus]).toEqual(['AccessDeniedException', 403]);
});

test('an explicit deny is named', async () => {
  const world = await openAccessWorld();
  const principal = await session(world, { inline: { A: allow('*'), B: deny('backup:*') } });
  const error = await refusal(world, asks(principal, 'backup:StartCopyJob'));
  expect(error.message).toMatch(/on resource: \S+ with an explicit deny in an identity-based policy$/);
});

test.each([
  ['kms:Decrypt', 'AccessDeniedException', 400],
  ['organizations:ListAccounts', 'AccessDeniedException', 400],
  ['backup:ListBackupVaults', 'AccessDeniedException', 403],
  ['iam:GetRole', 'AccessDenied', 403],
  ['sts:GetAccessKeyInfo', 'AccessDenied', 403],
])('%s is refused with %s and status %i', async (action, code, status) => {
  const world = await openAccessWorld();
  const error = await refusal(world, asks(await session(world), action));
  expect([error.code, error.httpStatus]).toEqual([code, status]);
});

test('KMS does not tell a stranger whether the key is there', async () => {
  const world = await openAccessWorld();
  const principal = await session(world, { inline: { All: allow('kms:*') } });
  const document = JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { AWS: DESTINATION }, Action: 'kms:*', Resource: '*' },
  });
  const resourcePolicy = { origin: 'key policy', document, rules: 'key' } as const;
  const error = await refusal(
    world,
    asks(principal, 'kms:Decrypt', { resource: KEY, resourceAccount: DESTINATION, resourcePolicy }),
  );
  expect(error.message).toBe(
    `User: ${SESSION_ARN} is not authorized to perform: kms:Decrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );
});

test('a change of policy holds at once', async () => {
  const world = await openAccessWorld();
  const principal = await session(world, { inline: { All: allow('*') } });
  await world.access.authorize(asks(principal, 'backup:StartCopyJob'));
  await world.records.write((db) =>
    putInlinePolicy(db, { account: SOURCE, kind: 'role', name: 'Backup' }, { name: 'All', document: deny('*') }),
  );
  await refusal(world, asks(principal, 'backup:StartCopyJob'));
});

test('a boundary is an upper bound, and one whose policy is gone allows nothing', async () => {
  const world = await openAccessWorld();
  const bounded = await session(world, {
    inline: { All: allow('*') },
    boundaryArn: 'arn:aws:iam::aws:policy/AWSBackupOperatorAccess',
  });
  await world.access.authorize(asks(bounded, 'backup:StartCopyJob'));
  const error = await refusal(world, asks(bounded, 'backup:DeleteBackupVault'));
  expect(error.message).toContain('because no permissions boundary allows the backup:DeleteBackupVault action');
  await world.records.write((db) =>
    db
      .updateTable('iam_roles')
      .set({ boundary_arn: `arn:aws:iam::${SOURCE}:policy/Gone` })
      .execute(),
  );
  await refusal(world, asks(bounded, 'backup:StartCopyJob'));
});

test('the session of a deleted role may nothing, though a role of that name is made anew', async () => {
  const world = await openAccessWorld();
  const old = await session(world, { inline: { All: allow('*') } });
  await world.records.write((db) => db.deleteFrom('iam_roles').execute());
  const young = await session(world);
  await refusal(world, asks(old, 'backup:StartCopyJob'));
  await world.access.authorize(asks(young, 'backup:StartCopyJob'));
});

async function organization(world: AccessWorld, policy: { type: string; content: string; target: string }) {
  await world.records.write(async (db) => {
    const organization_id = 'o-exampleorg1';
    await db
      .insertInto('organizations')
      .values({
        id: organization_id,
        root_id: 'r-root',
        management_account_id: SOURCE,
        feature_set: 'ALL',
        created_at: NOW,
      })
      .execute();
    await db.updateTable('accounts').set({ organization_id, parent_id: 'r-root' }).execute();
    const { type, content, target } = policy;
    await db.insertInto('organization_policy_types').values({ organization_id, type }).execute();
    const documents = { 'p-all': allow('*'), 'p-own': content };
    for (const [id, document] of Object.entries(documents)) {
      await db
        .insertInto('organization_policies')
        .values({ id, organization_id, type, name: id, description: '', content: document, created_at: NOW })
        .execute();
    }
    for (const target_id of ['r-root', SOURCE, DESTINATION]) {
      await db
        .insertInto('organization_policy_attachments')
        .values({ organization_id, policy_id: 'p-all', target_id })
        .execute();
    }
    await db
      .insertInto('organization_policy_attachments')
      .values({ organization_id, policy_id: 'p-own', target_id: target })
      .execute();
  });
}

const member = (action: string, principal: Principal): AccessQuestion =>
  asks(principal, action, { resource: FOREIGN_VAULT, resourceAccount: DESTINATION });

test('a service control policy binds a member account, its administrator included', async () => {
  const world = await openAccessWorld();
  const target = DESTINATION;
  await organization(world, { type: 'SERVICE_CONTROL_POLICY', content: deny('backup:DeleteBackupVault'), target });
  const administrator = await world.administrator(DESTINATION);
  const error = await refusal(world, member('backup:DeleteBackupVault', administrator));
  expect(error.message).toMatch(
    /with an explicit deny in a service control policy: arn:aws:organizations::\d{12}:policy\/o-\w+\/service_control_policy\/p-\w+$/,
  );
  await world.access.authorize(member('backup:DescribeBackupVault', administrator));
});

test('a service control policy does not bind the management account or a service-linked role', async () => {
  const world = await openAccessWorld();
  await organization(world, { type: 'SERVICE_CONTROL_POLICY', content: deny('*'), target: 'r-root' });
  await world.access.authorize(asks(await world.administrator(SOURCE), 'backup:DeleteBackupVault'));
  const linked = await session(world, {
    account: DESTINATION,
    linkedService: 'backup.amazonaws.com',
    inline: { All: allow('*') },
  });
  await world.access.authorize(member('backup:DeleteBackupVault', linked));
});

test('a resource control policy binds keys but not what its service does not offer it for', async () => {
  const world = await openAccessWorld();
  await organization(world, { type: 'RESOURCE_CONTROL_POLICY', content: RCP, target: DESTINATION });
  const administrator = await world.administrator(DESTINATION);
  const error = await refusal(world, member('kms:DescribeKey', administrator));
  expect(error.message).toMatch(
    /with an explicit deny in a resource control policy: arn:aws:organizations::\d{12}:policy\/o-\w+\/resource_control_policy\/p-\w+$/,
  );
  await world.access.authorize(member('backup:DescribeBackupVault', administrator));
  await world.access.authorize({ ...member('kms:DescribeKey', administrator), isAwsManaged: true });
  await world.access.authorize(member('kms:RetireGrant', administrator));
});

const RCP = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
});

test('conditions see organization, tags and time', async () => {
  const world = await openAccessWorld();
  await organization(world, { type: 'SERVICE_CONTROL_POLICY', content: allow('*'), target: 'r-root' });
  const principal = await session(world, { account: DESTINATION });
  await world.records.write((db) =>
    db.insertInto('tags').values({ resource_arn: principal.arn, key: 'team', value: 'blue' }).execute(),
  );
  expect(await world.access.contextFor(principal, SOURCE)).toEqual({
    'aws:CurrentTime': '2026-11-21T12:00:00.000Z',
    'aws:EpochTime': String(NOW / 1000),
    'aws:PrincipalOrgID': 'o-exampleorg1',
    'aws:PrincipalOrgPaths': ['o-exampleorg1/r-root/'],
    'aws:ResourceOrgID': 'o-exampleorg1',
    'aws:ResourceOrgPaths': ['o-exampleorg1/r-root/'],
    'aws:PrincipalTag/team': 'blue',
  });
});

test('nothing in a request speaks over what we know of the caller', async () => {
  const world = await openAccessWorld();
  await organization(world, { type: 'SERVICE_CONTROL_POLICY', content: allow('*'), target: 'r-root' });
  const onlyFromTheirs = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-theirs' } },
    },
  });
  const principal = await session(world, { inline: { Theirs: onlyFromTheirs } });
  for (const key of ['aws:PrincipalOrgID', 'AWS:principalorgid']) {
    await refusal(world, asks(principal, 'backup:ListBackupVaults', { context: { [key]: 'o-theirs' } }));
  }
});

const trustFor = (service: string) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
  });

test('a service takes on a role only where the trust policy names it', () => {
  const role = { arn: `arn:aws:iam::${SOURCE}:role/Backup`, account: SOURCE };
  const trusts = (trustPolicy: string) => mayServiceAssume({ ...role, trustPolicy }, 'backup.amazonaws.com');
  expect(trusts(trustFor('backup.amazonaws.com'))).toBe(true);
  expect(trusts(trustFor('ec2.amazonaws.com'))).toBe(false);
  expect(trusts(trustFor('backup.amazonaws.com').replace('Allow', 'Deny'))).toBe(false);
  expect(trusts('{}')).toBe(false);
});

test('the backup policy of AWS covers the source side of a copy, and the copying itself only for its own snapshots', async () => {
  const world = await openAccessWorld();
  const role = await session(world, { attached: [BACKUP_POLICY] });
  const may = async (action: string, resource: string, context = {}) =>
    (await world.access.evaluate(asks(role, action, { resource, context }))).isAllowed;
  const snapshot = 'arn:aws:ec2:eu-central-1::snapshot/snap-1';
  expect(await may('backup:CopyFromBackupVault', snapshot)).toBe(true);
  expect(await may('backup:CopyIntoBackupVault', VAULT)).toBe(true);
  expect(await may('ec2:ModifySnapshotAttribute', snapshot)).toBe(false);
  expect(
    await may('ec2:ModifySnapshotAttribute', snapshot, { 'aws:ResourceTag/aws:backup:source-resource': 'x' }),
  ).toBe(true);
  expect(await may('kms:CreateGrant', KEY, { 'kms:GrantIsForAWSResource': 'true' })).toBe(true);
  expect(await may('kms:CreateGrant', KEY)).toBe(false);
  expect(await may('kms:Decrypt', KEY)).toBe(false);
});

test.each([
  ['ec2', true],
  ['rds', true],
  ['fsx', true],
  ['backup', true],
  ['s3', false],
])('the service-linked role makes grants by way of %s: %s', async (service, isAllowed) => {
  const world = await openAccessWorld();
  const role = await session(world, { attached: [LINKED_POLICY], linkedService: 'backup.amazonaws.com' });
  const context = { 'kms:GrantIsForAWSResource': 'true', 'kms:ViaService': `${service}.eu-central-1.amazonaws.com` };
  const answer = await world.access.evaluate(asks(role, 'kms:CreateGrant', { resource: KEY, context }));
  expect(answer.isAllowed).toBe(isAllowed);
});

test('what differs from a document of AWS is said', () => {
  const added = managedPolicy(LINKED_POLICY)?.statements.filter(({ Sid }) => Sid?.startsWith('Inferred')) ?? [];
  expect(added).toHaveLength(2);
  expect(managedPolicy(LINKED_POLICY)?.difference).toContain('Sid begins with Inferred');
});
