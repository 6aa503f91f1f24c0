import { beforeEach, expect, test } from 'vitest';
import {
  MANAGEMENT,
  type OrganizationsWorld,
  OUTSIDER,
  organizationsWorld,
  T0,
} from './testing/organizations-world.ts';

const OTHER = '888888888888';
let world: OrganizationsWorld;

beforeEach(async () => {
  world = await organizationsWorld();
  await manage('CreateOrganization', { FeatureSet: 'CONSOLIDATED_BILLING' });
});

const manage = (operation: string, input: object = {}, now = T0) => world.ask(MANAGEMENT, operation, input, now);

async function refused(answer: Promise<unknown>, code: string, reason?: string) {
  await expect(answer).rejects.toMatchObject({ code, ...(reason && { members: { Reason: reason } }) });
}

const invite = (Id: string) => manage('InviteAccountToOrganization', { Target: { Id, Type: 'ACCOUNT' } });

async function join(account: string) {
  const { Handshake } = await invite(account);
  await world.ask(account, 'AcceptHandshake', { HandshakeId: Handshake.Id });
}

/** The request for approval that waits for the account. */
async function approvalOf(account: string): Promise<{ HandshakeId: string }> {
  const Filter = { ActionType: 'APPROVE_ALL_FEATURES' };
  const { Handshakes } = await world.ask(account, 'ListHandshakesForAccount', { Filter });
  expect(Handshakes).toHaveLength(1);
  return { HandshakeId: Handshakes[0].Id };
}

const featureSet = async () => (await manage('DescribeOrganization')).Organization.FeatureSet;
const stateOf = async (handshake: object, now = T0) =>
  (await manage('DescribeHandshake', handshake, now)).Handshake.State;

test('without invited members only the management account’s word is missing', async () => {
  await manage('CreateAccount', { AccountName: 'created', Email: 'created@example.com' });
  const { Handshake } = await manage('EnableAllFeatures');
  expect(Handshake).toMatchObject({
    Action: 'ENABLE_ALL_FEATURES',
    State: 'OPEN',
    Parties: [{ Type: 'ORGANIZATION' }],
  });
  expect(Handshake.Arn).toContain('/enable_all_features/h-');
  expect(await featureSet()).toBe('CONSOLIDATED_BILLING');
  const accepted = await manage('AcceptHandshake', { HandshakeId: Handshake.Id });
  expect(accepted.Handshake.State).toBe('ACCEPTED');
  expect(await featureSet()).toBe('ALL');
  await refused(
    manage('EnableAllFeatures'),
    'HandshakeConstraintViolationException',
    'ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
  );
});

test('every invited member approves first', async () => {
  await join(OUTSIDER);
  await join(OTHER);
  const { Handshake } = await manage('EnableAllFeatures');
  const whole = { HandshakeId: Handshake.Id };
  expect(Handshake.State).toBe('REQUESTED');
  await refused(manage('AcceptHandshake', whole), 'InvalidHandshakeTransitionException');
  await refused(
    manage('EnableAllFeatures'),
    'HandshakeConstraintViolationException',
    'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
  );
  await refused(
    invite('777777777777'),
    'HandshakeConstraintViolationException',
    'INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES',
  );
  const children = { Filter: { ParentHandshakeId: Handshake.Id } };
  expect((await manage('ListHandshakesForOrganization', children)).Handshakes).toHaveLength(2);
  await world.ask(OUTSIDER, 'AcceptHandshake', await approvalOf(OUTSIDER));
  expect(await stateOf(whole)).toBe('REQUESTED');
  await world.ask(OTHER, 'AcceptHandshake', await approvalOf(OTHER));
  expect(await stateOf(whole)).toBe('OPEN');
  await refused(world.ask(OTHER, 'AcceptHandshake', whole), 'HandshakeNotFoundException');
  await manage('AcceptHandshake', whole);
  expect(await featureSet()).toBe('ALL');
});

test('a member that leaves is not asked any more', async () => {
  await join(OUTSIDER);
  const whole = { HandshakeId: (await manage('EnableAllFeatures')).Handshake.Id };
  await world.ask(OUTSIDER, 'LeaveOrganization');
  expect(await stateOf(whole)).toBe('OPEN');
});

test('a request that is taken back takes the approvals with it', async () => {
  await join(OUTSIDER);
  const whole = { HandshakeId: (await manage('EnableAllFeatures')).Handshake.Id };
  const approval = await approvalOf(OUTSIDER);
  await manage('CancelHandshake', whole);
  await refused(world.ask(OUTSIDER, 'AcceptHandshake', approval), 'InvalidHandshakeTransitionException');
  await manage('EnableAllFeatures');
});

test('members have ninety days', async () => {
  await join(OUTSIDER);
  const whole = { HandshakeId: (await manage('EnableAllFeatures')).Handshake.Id };
  const later = T0 + 91 * 24 * 3600 * 1000;
  expect(await stateOf(whole, later)).toBe('EXPIRED');
  await manage('EnableAllFeatures', {}, later);
});

test('with consolidated billing only there are no policy types, services and delegates', async () => {
  const RootId = (await manage('ListRoots')).Roots[0].Id;
  const notAvailable = 'PolicyTypeNotAvailableForOrganizationException';
  await refused(manage('EnablePolicyType', { RootId, PolicyType: 'TAG_POLICY' }), notAvailable);
  const mode = ['ConstraintViolationException', 'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'] as const;
  await refused(manage('ListAWSServiceAccessForOrganization'), ...mode);
  await refused(manage('EnableAWSServiceAccess', { ServicePrincipal: 'backup.amazonaws.com' }), ...mode);
  await refused(manage('PutResourcePolicy', { Content: '{}' }), ...mode);
});
