import { beforeEach, expect, test } from 'vitest';
import { MANAGEMENT, type OrganizationsWorld, OUTSIDER, organizationsWorld } from './testing/organizations-world.ts';

let world: OrganizationsWorld;

beforeEach(async () => {
  world = await organizationsWorld();
  await manage('CreateOrganization');
  const { Handshake } = await manage('InviteAccountToOrganization', { Target: { Id: OUTSIDER, Type: 'ACCOUNT' } });
  await world.ask(OUTSIDER, 'AcceptHandshake', { HandshakeId: Handshake.Id });
});

const manage = (operation: string, input: object = {}) => world.ask(MANAGEMENT, operation, input);

const refused = (answer: Promise<unknown>, code: string, reason?: string) =>
  expect(answer).rejects.toMatchObject({ code, ...(reason && { members: { Reason: reason } }) });

const delegation = (Action: string[], Condition?: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: OUTSIDER },
      Action,
      Resource: '*',
      ...(Condition && { Condition }),
    },
  });

const put = (...terms: Parameters<typeof delegation>) => manage('PutResourcePolicy', { Content: delegation(...terms) });

test('a resource policy is written, replaced under its id, and deleted', async () => {
  await refused(manage('DescribeResourcePolicy'), 'ResourcePolicyNotFoundException');
  const Tags = [{ Key: 'team', Value: 'red' }];
  const Content = delegation(['organizations:ListRoots']);
  const { ResourcePolicy } = await manage('PutResourcePolicy', { Content, Tags });
  const { Id, Arn } = ResourcePolicy.ResourcePolicySummary;
  expect(Arn).toMatch(new RegExp(`^arn:aws:organizations::${MANAGEMENT}:resourcepolicy/o-[a-z0-9]+/${Id}$`));
  expect(Id).toMatch(/^rp-[a-z0-9]{10}$/);
  expect(await manage('ListTagsForResource', { ResourceId: Id })).toEqual({ Tags });
  const second = await put(['organizations:ListAccounts']);
  expect(second.ResourcePolicy.ResourcePolicySummary.Id).toBe(Id);
  expect((await manage('DescribeResourcePolicy')).ResourcePolicy.Content).toBe(
    delegation(['organizations:ListAccounts']),
  );
  await manage('DeleteResourcePolicy');
  await refused(manage('DeleteResourcePolicy'), 'ResourcePolicyNotFoundException');
  await refused(manage('ListTagsForResource', { ResourceId: Id }), 'TargetNotFoundException');
});

test('a resource policy that cannot be read is refused', () =>
  refused(manage('PutResourcePolicy', { Content: '{' }), 'InvalidInputException', 'INVALID_RESOURCE_POLICY_JSON'));

test('members do what the resource policy hands to them, and no more', async () => {
  await refused(world.ask(OUTSIDER, 'ListAccounts'), 'AccessDeniedException');
  await put(['organizations:ListAccounts', 'organizations:CreateAccount']);
  expect((await world.ask(OUTSIDER, 'ListAccounts')).Accounts).toHaveLength(2);
  await refused(world.ask(OUTSIDER, 'ListRoots'), 'AccessDeniedException');
  const created = { AccountName: 'created', Email: 'created@example.com' };
  await refused(world.ask(OUTSIDER, 'CreateAccount', created), 'AccessDeniedException');
  await manage('DeleteResourcePolicy');
  await refused(world.ask(OUTSIDER, 'ListAccounts'), 'AccessDeniedException');
});

test('a delegation may be bound to a type of policy', async () => {
  await put(['organizations:CreatePolicy'], { StringEquals: { 'organizations:PolicyType': 'TAG_POLICY' } });
  const create = (Type: string) =>
    world.ask(OUTSIDER, 'CreatePolicy', { Name: Type, Description: '', Type, Content: '{}' });
  expect((await create('TAG_POLICY')).Policy.PolicySummary.Type).toBe('TAG_POLICY');
  await refused(create('BACKUP_POLICY'), 'AccessDeniedException');
});
