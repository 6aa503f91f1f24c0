import { beforeEach, expect, test } from 'vitest';
import { findRole } from '../../../storage/records/iam.ts';
import { attachedPolicies } from '../../../storage/records/iam-policies.ts';
import { effectiveTagPolicy, organizationPath, policiesAlongPath } from '../../../storage/records/organizations.ts';
import {
  MANAGEMENT,
  type OrganizationsWorld,
  OUTSIDER,
  organizationsWorld,
  T0,
} from './testing/organizations-world.ts';

let world: OrganizationsWorld;
let root: string;

beforeEach(async () => {
  world = await organizationsWorld();
  await manage('CreateOrganization');
  root = (await manage('ListRoots')).Roots[0].Id;
});

const manage = (operation: string, input: object = {}) => world.ask(MANAGEMENT, operation, input);

async function refused(answer: Promise<unknown>, code: string, reason?: string) {
  await expect(answer).rejects.toMatchObject({ code, ...(reason && { members: { Reason: reason } }) });
}

async function newAccount(name: string): Promise<string> {
  const { CreateAccountStatus } = await manage('CreateAccount', { AccountName: name, Email: `${name}@example.com` });
  const described = await manage('DescribeCreateAccountStatus', { CreateAccountRequestId: CreateAccountStatus.Id });
  return described.CreateAccountStatus.AccountId;
}

const newUnit = async (Name: string, ParentId = root): Promise<string> =>
  (await manage('CreateOrganizationalUnit', { ParentId, Name })).OrganizationalUnit.Id;

const ids = (list: { Id: string }[]) => list.map(({ Id }) => Id);

const DENY_LEAVING = JSON.stringify({
  Version: '2012-10-17',
  Statement: { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
});

const newPolicy = async (Name: string, Type = 'SERVICE_CONTROL_POLICY', Content = DENY_LEAVING): Promise<string> =>
  (await manage('CreatePolicy', { Name, Type, Content, Description: '' })).Policy.PolicySummary.Id;

const enable = (PolicyType: string) => manage('EnablePolicyType', { RootId: root, PolicyType });

test('a new organization has one root, one account and no policy types', async () => {
  const { Organization } = await manage('DescribeOrganization');
  expect(Organization).toMatchObject({ FeatureSet: 'ALL', MasterAccountId: MANAGEMENT });
  expect(Organization.Id).toMatch(/^o-[a-z0-9]{10}$/);
  expect(Organization.Arn).toBe(`arn:aws:organizations::${MANAGEMENT}:organization/${Organization.Id}`);
  const { Roots } = await manage('ListRoots');
  expect(Roots).toEqual([
    {
      Id: root,
      Name: 'Root',
      PolicyTypes: [],
      Arn: `arn:aws:organizations::${MANAGEMENT}:root/${Organization.Id}/${root}`,
    },
  ]);
  expect(ids((await manage('ListAccounts')).Accounts)).toEqual([MANAGEMENT]);
  await refused(manage('CreateOrganization'), 'AlreadyInOrganizationException');
});

test('outside an organization there is nothing to describe', async () => {
  await refused(world.ask(OUTSIDER, 'DescribeOrganization'), 'AWSOrganizationsNotInUseException');
  await refused(
    world.ask(OUTSIDER, 'DescribePolicy', { PolicyId: 'p-FullAWSAccess' }),
    'AWSOrganizationsNotInUseException',
  );
});

test('a created account comes with a role for the management account', async () => {
  const request = { AccountName: 'backup', Email: 'backup@example.com' };
  const { CreateAccountStatus } = await manage('CreateAccount', request);
  expect(CreateAccountStatus).toMatchObject({ State: 'IN_PROGRESS', AccountName: 'backup' });
  expect(CreateAccountStatus).not.toHaveProperty('AccountId');
  const { CreateAccountStatus: done } = await manage('DescribeCreateAccountStatus', {
    CreateAccountRequestId: CreateAccountStatus.Id,
  });
  expect(done).toMatchObject({ State: 'SUCCEEDED', AccountId: expect.stringMatching(/^\d{12}$/) });
  const account = done.AccountId;
  await world.records.read(async (db) => {
    const role = await findRole(db, account, 'OrganizationAccountAccessRole');
    expect(JSON.parse(role!.trust_policy).Statement[0].Principal).toEqual({ AWS: `arn:aws:iam::${MANAGEMENT}:root` });
    const owner = { account, kind: 'role', name: 'OrganizationAccountAccessRole' } as const;
    expect(await attachedPolicies(db, owner)).toEqual(['arn:aws:iam::aws:policy/AdministratorAccess']);
  });
  expect((await manage('DescribeAccount', { AccountId: account })).Account).toMatchObject({
    Email: 'backup@example.com',
    Status: 'ACTIVE',
    JoinedMethod: 'CREATED',
    JoinedTimestamp: new Date(T0),
  });
});

test('an address that is taken fails the request and makes no account', async () => {
  await newAccount('one');
  const { CreateAccountStatus } = await manage('CreateAccount', { AccountName: 'two', Email: 'one@example.com' });
  const input = { CreateAccountRequestId: CreateAccountStatus.Id };
  expect((await manage('DescribeCreateAccountStatus', input)).CreateAccountStatus).toMatchObject({
    State: 'FAILED',
    FailureReason: 'EMAIL_ALREADY_EXISTS',
  });
  expect((await manage('ListAccounts')).Accounts).toHaveLength(2);
  expect((await manage('ListCreateAccountStatus', { States: ['FAILED'] })).CreateAccountStatuses).toHaveLength(1);
});

test('members may describe the organization and little else', async () => {
  const member = await newAccount('member');
  expect((await world.ask(member, 'DescribeOrganization')).Organization.MasterAccountId).toBe(MANAGEMENT);
  await refused(world.ask(member, 'ListAccounts'), 'AccessDeniedException');
  await refused(
    world.ask(member, 'CreateAccount', { AccountName: 'a', Email: 'a@example.com' }),
    'AccessDeniedException',
  );
});

test('a delegated administrator reads what a member may not', async () => {
  const member = await newAccount('member');
  const delegation = { AccountId: member, ServicePrincipal: 'backup.amazonaws.com' };
  const register = () => manage('RegisterDelegatedAdministrator', delegation);
  await refused(register(), 'ConstraintViolationException', 'SERVICE_ACCESS_NOT_ENABLED');
  await manage('EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' });
  await register();
  await refused(register(), 'AccountAlreadyRegisteredException');
  expect(await world.ask(member, 'ListDelegatedAdministrators')).toMatchObject({
    DelegatedAdministrators: [{ Id: member, DelegationEnabledDate: new Date(T0) }],
  });
  expect((await manage('ListDelegatedServicesForAccount', { AccountId: member })).DelegatedServices).toHaveLength(1);
  await refused(
    manage('RemoveAccountFromOrganization', { AccountId: member }),
    'ConstraintViolationException',
    'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
  );
  await manage('DeregisterDelegatedAdministrator', delegation);
  await refused(manage('DeregisterDelegatedAdministrator', delegation), 'AccountNotRegisteredException');
  await refused(world.ask(member, 'ListDelegatedAdministrators'), 'AccessDeniedException');
});

test('the management account administers nothing for a service', async () => {
  await manage('EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' });
  const delegation = { AccountId: MANAGEMENT, ServicePrincipal: 'backup.amazonaws.com' };
  await refused(
    manage('RegisterDelegatedAdministrator', delegation),
    'ConstraintViolationException',
    'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR',
  );
});

test('service access is listed while it lasts', async () => {
  const service = { ServicePrincipal: 'backup.amazonaws.com' };
  await manage('EnableAWSServiceAccess', service);
  const list = () => manage('ListAWSServiceAccessForOrganization');
  expect((await list()).EnabledServicePrincipals).toEqual([{ ...service, DateEnabled: new Date(T0) }]);
  await manage('DisableAWSServiceAccess', service);
  expect((await list()).EnabledServicePrincipals).toEqual([]);
  await refused(
    manage('EnableAWSServiceAccess', { ServicePrincipal: 'backup' }),
    'InvalidInputException',
    'UNRECOGNIZED_SERVICE_PRINCIPAL',
  );
});

test('accounts move between units and the path tells where they are', async () => {
  const outer = await newUnit('outer');
  const inner = await newUnit('inner', outer);
  const account = await newAccount('member');
  const move = (SourceParentId: string, DestinationParentId: string) =>
    manage('MoveAccount', { AccountId: account, SourceParentId, DestinationParentId });
  await move(root, inner);
  await refused(move(root, outer), 'SourceParentNotFoundException');
  await refused(move(inner, inner), 'DuplicateAccountException');
  await refused(move(inner, `ou-${root.slice(2)}-00000000`), 'DestinationParentNotFoundException');
  expect(await manage('ListParents', { ChildId: account })).toEqual({
    Parents: [{ Id: inner, Type: 'ORGANIZATIONAL_UNIT' }],
  });
  expect(await manage('ListParents', { ChildId: outer })).toEqual({ Parents: [{ Id: root, Type: 'ROOT' }] });
  expect((await manage('ListChildren', { ParentId: inner, ChildType: 'ACCOUNT' })).Children).toEqual([
    { Id: account, Type: 'ACCOUNT' },
  ]);
  expect(ids((await manage('ListAccountsForParent', { ParentId: root })).Accounts)).toEqual([MANAGEMENT]);
  const { Organization } = await manage('DescribeOrganization');
  const path = await world.records.read((db) => organizationPath(db, account));
  expect((await manage('DescribeAccount', { AccountId: account })).Account.Paths).toEqual([`${path}${account}/`]);
  const units = await manage('ListOrganizationalUnitsForParent', { ParentId: outer });
  expect(units.OrganizationalUnits).toMatchObject([{ Id: inner, Path: path }]);
  expect(path).toBe(`${Organization.Id}/${root}/${outer}/${inner}/`);
  expect(await world.records.read((db) => organizationPath(db, OUTSIDER))).toBeUndefined();
});

test('units nest five deep, have names of their own and go when they are empty', async () => {
  let parent = root;
  for (const name of ['1', '2', '3', '4', '5']) parent = await newUnit(name, parent);
  await refused(newUnit('6', parent), 'ConstraintViolationException', 'OU_DEPTH_LIMIT_EXCEEDED');
  await refused(newUnit('1'), 'DuplicateOrganizationalUnitException');
  await refused(newUnit('x', 'ou-none-00000000'), 'ParentNotFoundException');
  const top = ids((await manage('ListOrganizationalUnitsForParent', { ParentId: root })).OrganizationalUnits)[0]!;
  await refused(
    manage('DeleteOrganizationalUnit', { OrganizationalUnitId: top }),
    'OrganizationalUnitNotEmptyException',
  );
  await manage('DeleteOrganizationalUnit', { OrganizationalUnitId: parent });
  await refused(
    manage('DescribeOrganizationalUnit', { OrganizationalUnitId: parent }),
    'OrganizationalUnitNotFoundException',
  );
  await manage('UpdateOrganizationalUnit', { OrganizationalUnitId: top, Name: 'first' });
  const described = await manage('DescribeOrganizationalUnit', { OrganizationalUnitId: top });
  expect(described.OrganizationalUnit.Name).toBe('first');
});

test('accounts leave, are removed, and are nobody’s afterwards', async () => {
  const leaving = await newAccount('leaving');
  const removed = await newAccount('removed');
  await world.ask(leaving, 'LeaveOrganization');
  await manage('RemoveAccountFromOrganization', { AccountId: removed });
  await refused(world.ask(leaving, 'DescribeOrganization'), 'AWSOrganizationsNotInUseException');
  await refused(manage('DescribeAccount', { AccountId: removed }), 'AccountNotFoundException');
  await refused(manage('RemoveAccountFromOrganization', { AccountId: OUTSIDER }), 'AccountNotFoundException');
  await refused(manage('LeaveOrganization'), 'MasterCannotLeaveOrganizationException');
});

test('an organization goes when its members have gone', async () => {
  const member = await newAccount('member');
  await newUnit('unit');
  await refused(manage('DeleteOrganization'), 'OrganizationNotEmptyException');
  await world.ask(member, 'LeaveOrganization');
  await manage('DeleteOrganization');
  await refused(manage('DescribeOrganization'), 'AWSOrganizationsNotInUseException');
  await manage('CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' });
  expect((await manage('DescribeOrganization')).Organization).toMatchObject({
    FeatureSet: 'CONSOLIDATED_BILLING',
    AvailablePolicyTypes: [],
  });
  await refused(
    manage('ListAWSServiceAccessForOrganization'),
    'ConstraintViolationException',
    'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE',
  );
});

test('a closed account is pending closure, then suspended, and cannot be closed again', async () => {
  const account = await newAccount('closing');
  await manage('CloseAccount', { AccountId: account });
  const at = async (now: number) =>
    (await world.ask(MANAGEMENT, 'DescribeAccount', { AccountId: account }, now)).Account;
  expect(await at(T0)).toMatchObject({ Status: 'PENDING_CLOSURE', State: 'PENDING_CLOSURE' });
  expect(await at(T0 + 60_000)).toMatchObject({ Status: 'SUSPENDED', State: 'CLOSED' });
  await refused(manage('CloseAccount', { AccountId: account }), 'AccountAlreadyClosedException');
  await refused(
    manage('CloseAccount', { AccountId: MANAGEMENT }),
    'ConstraintViolationException',
    'CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
  );
});

test('ten accounts may be closed in thirty days', async () => {
  const accounts: string[] = [];
  for (let index = 0; index < 11; index += 1) accounts.push(await newAccount(`closing${index}`));
  const last = { AccountId: accounts.pop() };
  for (const AccountId of accounts) await manage('CloseAccount', { AccountId });
  await refused(manage('CloseAccount', last), 'ConstraintViolationException', 'CLOSE_ACCOUNT_QUOTA_EXCEEDED');
  await world.ask(MANAGEMENT, 'CloseAccount', last, T0 + 31 * 24 * 3600 * 1000);
});

const invite = (Id = OUTSIDER) =>
  manage('InviteAccountToOrganization', { Target: { Id, Type: 'ACCOUNT' }, Notes: 'Come' });

test('an invited account joins when it accepts', async () => {
  const { Handshake } = await invite();
  expect(Handshake).toMatchObject({ State: 'OPEN', Action: 'INVITE', RequestedTimestamp: new Date(T0) });
  await refused(invite(), 'DuplicateHandshakeException');
  const asked = await world.ask(OUTSIDER, 'ListHandshakesForAccount');
  expect(ids(asked.Handshakes)).toEqual([Handshake.Id]);
  const answer = { HandshakeId: Handshake.Id };
  await refused(manage('AcceptHandshake', answer), 'AccessDeniedException');
  expect((await world.ask(OUTSIDER, 'AcceptHandshake', answer)).Handshake.State).toBe('ACCEPTED');
  expect((await manage('DescribeAccount', { AccountId: OUTSIDER })).Account.JoinedMethod).toBe('INVITED');
  await refused(world.ask(OUTSIDER, 'AcceptHandshake', answer), 'HandshakeAlreadyInStateException');
  await refused(manage('CancelHandshake', answer), 'InvalidHandshakeTransitionException');
  await refused(invite(), 'HandshakeConstraintViolationException', 'ALREADY_IN_AN_ORGANIZATION');
});

test('an invitation can be declined, taken back, and runs out', async () => {
  const first = { HandshakeId: (await invite()).Handshake.Id };
  await world.ask(OUTSIDER, 'DeclineHandshake', first);
  const second = { HandshakeId: (await invite()).Handshake.Id };
  await manage('CancelHandshake', second);
  await refused(world.ask(OUTSIDER, 'AcceptHandshake', second), 'InvalidHandshakeTransitionException');
  const third = { HandshakeId: (await invite()).Handshake.Id };
  const later = T0 + 16 * 24 * 3600 * 1000;
  await refused(world.ask(OUTSIDER, 'AcceptHandshake', third, later), 'InvalidHandshakeTransitionException');
  expect((await world.ask(OUTSIDER, 'DescribeHandshake', third, later)).Handshake.State).toBe('EXPIRED');
  expect((await manage('ListHandshakesForOrganization')).Handshakes).toHaveLength(3);
  await refused(world.ask('888888888888', 'DescribeHandshake', third), 'HandshakeNotFoundException');
});

test('with service control policies on, every target holds full access', async () => {
  const unit = await newUnit('unit');
  const before = await newAccount('before');
  const { Root } = await enable('SERVICE_CONTROL_POLICY');
  expect(Root.PolicyTypes).toEqual([{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }]);
  await refused(enable('SERVICE_CONTROL_POLICY'), 'PolicyTypeAlreadyEnabledException');
  const later = await newUnit('later');
  const after = await newAccount('after');
  const { Targets } = await manage('ListTargetsForPolicy', { PolicyId: 'p-FullAWSAccess' });
  const targets = Targets.map(({ TargetId }: { TargetId: string }) => TargetId);
  expect(targets.toSorted()).toEqual([MANAGEMENT, root, unit, before, later, after].toSorted());
  const attached = await manage('ListPoliciesForTarget', { TargetId: after, Filter: 'SERVICE_CONTROL_POLICY' });
  expect(attached.Policies).toEqual([
    {
      Id: 'p-FullAWSAccess',
      Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
      Name: 'FullAWSAccess',
      Description: 'Allows access to every operation',
      Type: 'SERVICE_CONTROL_POLICY',
      AwsManaged: true,
    },
  ]);
});

test('the last service control policy stays', async () => {
  await enable('SERVICE_CONTROL_POLICY');
  const target = { PolicyId: 'p-FullAWSAccess', TargetId: root };
  await refused(
    manage('DetachPolicy', target),
    'ConstraintViolationException',
    'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  );
  await manage('AttachPolicy', { PolicyId: await newPolicy('other'), TargetId: root });
  await manage('DetachPolicy', target);
  await refused(manage('DetachPolicy', target), 'PolicyNotAttachedException');
});

const levels = (id: string) => world.records.read((db) => policiesAlongPath(db, id, 'SERVICE_CONTROL_POLICY'));

test('service control policies come level by level, and not for the management account', async () => {
  const account = await newAccount('member');
  expect(await levels(account)).toBeUndefined();
  await enable('SERVICE_CONTROL_POLICY');
  const policy = await newPolicy('stay');
  await manage('AttachPolicy', { PolicyId: policy, TargetId: account });
  const origins = (await levels(account))!.map((level) => level.map(({ origin }) => origin).toSorted());
  const full = 'service control policy FullAWSAccess (p-FullAWSAccess) on';
  expect(origins).toEqual([
    [`${full} ${root}`],
    [`${full} ${account}`, `service control policy stay (${policy}) on ${account}`],
  ]);
  expect(await levels(MANAGEMENT)).toBeUndefined();
  await manage('DisablePolicyType', { RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' });
  expect(await levels(account)).toBeUndefined();
  await enable('SERVICE_CONTROL_POLICY');
  expect((await levels(account))!.flat()).toHaveLength(2);
});

test('a policy lives from creation to deletion', async () => {
  const id = await newPolicy('stay');
  await refused(newPolicy('stay'), 'DuplicatePolicyException');
  await refused(newPolicy('broken', 'SERVICE_CONTROL_POLICY', '{}'), 'MalformedPolicyDocumentException');
  await refused(manage('AttachPolicy', { PolicyId: id, TargetId: root }), 'PolicyTypeNotEnabledException');
  await enable('SERVICE_CONTROL_POLICY');
  await manage('AttachPolicy', { PolicyId: id, TargetId: root });
  await refused(manage('AttachPolicy', { PolicyId: id, TargetId: root }), 'DuplicatePolicyAttachmentException');
  await refused(manage('AttachPolicy', { PolicyId: id, TargetId: OUTSIDER }), 'TargetNotFoundException');
  await refused(manage('DeletePolicy', { PolicyId: id }), 'PolicyInUseException');
  await manage('UpdatePolicy', { PolicyId: id, Name: 'renamed' });
  expect((await manage('DescribePolicy', { PolicyId: id })).Policy).toMatchObject({
    PolicySummary: { Name: 'renamed', AwsManaged: false },
    Content: DENY_LEAVING,
  });
  expect(ids((await manage('ListPolicies', { Filter: 'SERVICE_CONTROL_POLICY' })).Policies)).toEqual([
    'p-FullAWSAccess',
    id,
  ]);
  await manage('DetachPolicy', { PolicyId: id, TargetId: root });
  await manage('DeletePolicy', { PolicyId: id });
  await refused(manage('DescribePolicy', { PolicyId: id }), 'PolicyNotFoundException');
  await refused(manage('DeletePolicy', { PolicyId: 'p-FullAWSAccess' }), 'InvalidInputException', 'IMMUTABLE_POLICY');
});

test('a target takes five service control policies', async () => {
  await enable('SERVICE_CONTROL_POLICY');
  for (const name of ['1', '2', '3', '4']) {
    await manage('AttachPolicy', { PolicyId: await newPolicy(name), TargetId: root });
  }
  await refused(
    manage('AttachPolicy', { PolicyId: await newPolicy('5'), TargetId: root }),
    'ConstraintViolationException',
    'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED',
  );
});

test('full access for resource control policies cannot be detached', async () => {
  await enable('RESOURCE_CONTROL_POLICY');
  await refused(
    manage('DetachPolicy', { PolicyId: 'p-RCPFullAWSAccess', TargetId: root }),
    'ConstraintViolationException',
  );
});

const values = (operators: object) => JSON.stringify({ tags: { costcenter: { tag_value: operators } } });
const merged = (...tag_value: string[]) => JSON.stringify({ tags: { costcenter: { tag_value } } });

test('tag policies merge from the root to the account, the management account too', async () => {
  const account = await newAccount('member');
  const effective = (TargetId?: string) => manage('DescribeEffectivePolicy', { PolicyType: 'TAG_POLICY', TargetId });
  await refused(effective(account), 'EffectivePolicyNotFoundException');
  await enable('TAG_POLICY');
  const above = await newPolicy('above', 'TAG_POLICY', values({ '@@assign': ['100'] }));
  const below = await newPolicy('below', 'TAG_POLICY', values({ '@@append': ['200'] }));
  await manage('AttachPolicy', { PolicyId: above, TargetId: root });
  await manage('AttachPolicy', { PolicyId: below, TargetId: account });
  expect((await effective(account)).EffectivePolicy).toMatchObject({
    PolicyContent: merged('100', '200'),
    TargetId: account,
  });
  expect((await effective()).EffectivePolicy.PolicyContent).toBe(merged('100'));
  expect(await world.records.read((db) => effectiveTagPolicy(db, account))).toBe(merged('100', '200'));
  const own = { PolicyType: 'TAG_POLICY' };
  expect((await world.ask(account, 'DescribeEffectivePolicy', own)).EffectivePolicy.TargetId).toBe(account);
  await refused(
    world.ask(account, 'DescribeEffectivePolicy', { ...own, TargetId: MANAGEMENT }),
    'AccessDeniedException',
  );
});

test('an effective policy says when policies of its type last changed', async () => {
  const account = await newAccount('member');
  await enable('AISERVICES_OPT_OUT_POLICY');
  const content = JSON.stringify({ services: { default: { opt_out_policy: { '@@assign': 'optOut' } } } });
  const policy = { PolicyId: await newPolicy('out', 'AISERVICES_OPT_OUT_POLICY', content), TargetId: root };
  await world.ask(MANAGEMENT, 'AttachPolicy', policy, T0 + 1000);
  const asked = { PolicyType: 'AISERVICES_OPT_OUT_POLICY' };
  expect((await world.ask(account, 'DescribeEffectivePolicy', asked, T0 + 5000)).EffectivePolicy).toMatchObject({
    PolicyContent: JSON.stringify({ services: { default: { opt_out_policy: 'optOut' } } }),
    LastUpdatedTimestamp: new Date(T0 + 1000),
  });
});

test('tags are put, replaced, taken off and bounded', async () => {
  const account = await newAccount('member');
  const tag = (...keys: string[]) =>
    manage('TagResource', { ResourceId: account, Tags: keys.map((Key) => ({ Key, Value: 'v' })) });
  await tag('a', 'b');
  await manage('UntagResource', { ResourceId: account, TagKeys: ['a'] });
  expect((await manage('ListTagsForResource', { ResourceId: account })).Tags).toEqual([{ Key: 'b', Value: 'v' }]);
  await refused(tag('aws:x'), 'InvalidInputException', 'INVALID_SYSTEM_TAGS_PARAMETER');
  await refused(tag('c', 'c'), 'InvalidInputException', 'DUPLICATE_TAG_KEY');
  const many = Array.from({ length: 50 }, (_, index) => `k${index}`);
  await refused(tag(...many), 'ConstraintViolationException', 'MAX_TAG_LIMIT_EXCEEDED');
  await refused(manage('ListTagsForResource', { ResourceId: OUTSIDER }), 'TargetNotFoundException');
});

test('lists come in pages that follow one another', async () => {
  const made = [MANAGEMENT, await newAccount('a'), await newAccount('b')];
  const first = await manage('ListAccounts', { MaxResults: 2 });
  const second = await manage('ListAccounts', { MaxResults: 2, NextToken: first.NextToken });
  expect([...ids(first.Accounts), ...ids(second.Accounts)]).toEqual(made.toSorted());
  expect(second).not.toHaveProperty('NextToken');
  await refused(
    manage('ListRoots', { NextToken: first.NextToken }),
    'InvalidInputException',
    'INVALID_PAGINATION_TOKEN',
  );
});

test('every operation asks for its own permission first', async () => {
  world.denied.add('organizations:CreatePolicy');
  await refused(newPolicy('stay'), 'AccessDeniedException');
  const account = await newAccount('member');
  world.asked.length = 0;
  await manage('DescribeAccount', { AccountId: account });
  const { Organization } = await manage('DescribeOrganization');
  expect(world.asked.map(({ action, resource }) => [action, resource])).toEqual([
    ['organizations:DescribeAccount', `arn:aws:organizations::${MANAGEMENT}:account/${Organization.Id}/${account}`],
    ['organizations:DescribeOrganization', '*'],
  ]);
});

test('the evaluator hears what a request says of policy types, services and tags', async () => {
  const written = { Name: 'p', Description: '', Type: 'SERVICE_CONTROL_POLICY', Content: DENY_LEAVING };
  const { Policy } = await manage('CreatePolicy', { ...written, Tags: [{ Key: 'team', Value: 'red' }] });
  expect(world.asked.at(-1)?.context).toMatchObject({
    'organizations:PolicyType': 'SERVICE_CONTROL_POLICY',
    'aws:RequestTag/team': 'red',
    'aws:TagKeys': ['team'],
  });
  await manage('EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' });
  expect(world.asked.at(-1)?.context).toMatchObject({ 'organizations:ServicePrincipal': 'backup.amazonaws.com' });
  await manage('EnablePolicyType', { RootId: root, PolicyType: 'SERVICE_CONTROL_POLICY' });
  await manage('AttachPolicy', { PolicyId: Policy.PolicySummary.Id, TargetId: root });
  const [policy, target] = world.asked.slice(-2).map(({ resource }) => resource);
  expect([policy, target]).toEqual([Policy.PolicySummary.Arn, expect.stringMatching(`:root/o-\\w+/${root}$`)]);
});
