import type { PolicyType } from '@aws-sdk/client-organizations';
import type { Fact, MembershipFacts, PolicyLevels, SwitchFacts } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { SourcedDocument } from '../../policy/evaluation.ts';
import type { AccountRecord, Answer } from '../fact-source.ts';
import { PATH_DEPTH_MAX } from '../limits.ts';
import type { OpenDoor } from './doors.ts';
import { allKnown, listed, toFact, toFactOr } from './live-calls.ts';
import { doorOf, type Reader } from './reader.ts';

/** What an account's organization lays upon it. Of what only the management account may read, nothing is guessed without it. */
export async function readAccount(reader: Reader, account: string): Promise<Answer<AccountRecord>> {
  const organization = await readMembership(reader, account);
  const [crossAccountCopy, serviceControl, resourceControl, tagPolicy, linkedServices] = await Promise.all([
    readSwitch(reader, account, organization),
    readLevels(reader, { account, organization, type: 'SERVICE_CONTROL_POLICY' }),
    readLevels(reader, { account, organization, type: 'RESOURCE_CONTROL_POLICY' }),
    readTagPolicy(reader, account, organization),
    readLinkedServices(reader, account),
  ]);
  return { organization, crossAccountCopy, serviceControl, resourceControl, tagPolicy, linkedServices };
}

/** Names of services whose service-linked roles the account has: they stand in the roles' paths. */
async function readLinkedServices(reader: Reader, account: string): Promise<Fact<readonly string[]>> {
  const door = doorOf(reader, account);
  if (door === undefined) return unknownFor('iam:ListRoles');
  const roles = await door.askAll('iam:ListRoles', door.homeRegion, { PathPrefix: '/aws-service-role/' }, (page) => ({
    items: page.Roles,
    next: page.IsTruncated === true && page.Marker !== undefined ? { Marker: page.Marker } : undefined,
  }));
  return toFactOr(roles, (list) => list.flatMap(({ Path }) => Path?.split('/')[2] ?? []), []);
}

type Membership = Fact<MembershipFacts | null>;

/** By the account itself, which may always ask; else by the others' word: a management account sees its members. */
async function readMembership(reader: Reader, account: string): Promise<Membership> {
  const own = doorOf(reader, account);
  const named = own === undefined ? undefined : await readOrganization(own);
  if (named === null) return null;
  if (named !== undefined && !isUnknown(named)) return { ...named, path: await readPath(reader, account, named) };
  const seen = await Promise.all(reader.doors.map((door) => readMember(door, account)));
  const member = seen.find((each) => each !== undefined && !isUnknown(each));
  return member ?? named ?? unknownFor('organizations:DescribeOrganization');
}

type Named = Pick<MembershipFacts, 'id' | 'managementAccount'>;

async function readOrganization(door: OpenDoor): Promise<Fact<Named | null>> {
  const answer = await door.ask('organizations:DescribeOrganization', door.homeRegion, {});
  return toFact(answer, ({ Organization: { Id = '', MasterAccountId = '' } = {} }) => ({
    id: Id,
    managementAccount: MasterAccountId,
  }));
}

/**
 * What the organization behind a door says of an account. `null` where it has no such member: then the account is in another
 * organization or in none, which is the same to a copy. Nothing where the door may not ask.
 */
async function readMember(door: OpenDoor, account: string): Promise<Membership | undefined> {
  const organization = await readOrganization(door);
  if (organization === null || isUnknown(organization)) return undefined;
  // Otherwise known: the management account belongs to what it manages, even where nobody may describe it.
  const answer = await door.ask('organizations:DescribeAccount', door.homeRegion, { AccountId: account });
  if (answer.kind === 'refused') {
    const isManagement = organization.managementAccount === account;
    return isManagement ? { ...organization, path: unknownFor('organizations:ListParents') } : undefined;
  }
  if (answer.kind === 'missing') return null;
  return { ...organization, path: await pathThrough(door, account, organization.id) };
}

/** Through whichever door may ask; the management account's first. */
async function readPath(reader: Reader, account: string, { id, managementAccount }: Named): Promise<Fact<string>> {
  for (const door of organizationDoors(reader, managementAccount)) {
    const path = await pathThrough(door, account, id);
    if (!isUnknown(path)) return path;
  }
  return unknownFor('organizations:ListParents');
}

/** The management account's door first; a delegated administrator may read much as well, and others are told no. */
function organizationDoors({ doors }: Reader, managementAccount: string): readonly OpenDoor[] {
  const isFirst = (door: OpenDoor): boolean => door.account === managementAccount;
  return [...doors.filter(isFirst), ...doors.filter((door) => !isFirst(door))];
}

async function pathThrough(door: OpenDoor, account: string, organizationId: string): Promise<Fact<string>> {
  const steps: string[] = [];
  let child = account;
  for (let depth = 0; depth < PATH_DEPTH_MAX; depth += 1) {
    const answer = await door.ask('organizations:ListParents', door.homeRegion, { ChildId: child });
    if (answer.kind === 'refused') return answer.unknown;
    const parent = answer.kind === 'missing' ? undefined : answer.value.Parents?.[0];
    if (parent?.Id === undefined) return unknownFor('organizations:ListParents');
    steps.unshift(parent.Id);
    if (parent.Type === 'ROOT') return [organizationId, ...steps, ''].join('/');
    child = parent.Id;
  }
  return unknownFor('organizations:ListParents');
}

/** The management account reads what it wrote; whether members may read it, AWS's pages disagree, so they are asked after it. */
async function readSwitch(
  reader: Reader,
  account: string,
  organization: Membership,
): Promise<Fact<SwitchFacts | null>> {
  if (organization === null) return null;
  const doors = isUnknown(organization)
    ? reader.doors.filter((door) => door.account === account)
    : (await sameOrganization(reader, organization)).filter(
        (door) => door.account === account || isManagement(door, organization),
      );
  for (const door of doors) {
    const answer = await door.ask('backup:DescribeGlobalSettings', door.homeRegion, {});
    const settings = toFact(answer, ({ GlobalSettings = {}, LastUpdateTime }) => ({
      isEnabled: GlobalSettings.isCrossAccountBackupEnabled === 'true',
      changedAt: LastUpdateTime?.getTime() ?? null,
    }));
    if (settings !== null && !isUnknown(settings)) return settings;
  }
  return unknownFor('backup:DescribeGlobalSettings');
}

const isManagement = ({ account }: OpenDoor, { managementAccount }: MembershipFacts): boolean =>
  account === managementAccount;

async function sameOrganization(reader: Reader, { id, managementAccount }: Named): Promise<readonly OpenDoor[]> {
  const doors = organizationDoors(reader, managementAccount);
  const named = await Promise.all(doors.map(readOrganization));
  return doors.filter((_, index) => {
    const each = named[index];
    return each !== undefined && each !== null && !isUnknown(each) && each.id === id;
  });
}

interface LevelsQuestion {
  readonly account: string;
  readonly organization: Membership;
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
}

/** A level each from the root to the account. `null` where none apply: no organization, its management account, a type that is not in force. */
async function readLevels(
  reader: Reader,
  { account, organization, type }: LevelsQuestion,
): Promise<Fact<PolicyLevels | null>> {
  if (organization === null) return null;
  const blank = unknownFor('organizations:ListPoliciesForTarget');
  if (isUnknown(organization)) return blank;
  if (organization.managementAccount === account) return null;
  const { path } = organization;
  if (isUnknown(path)) return blank;
  const targets = [...path.split('/').slice(1, -1), account];
  for (const door of await sameOrganization(reader, organization)) {
    const levels = await levelsThrough(door, targets, type);
    if (!isUnknown(levels)) return levels;
  }
  return blank;
}

async function levelsThrough(
  door: OpenDoor,
  targets: readonly string[],
  type: LevelsQuestion['type'],
): Promise<Fact<PolicyLevels | null>> {
  const [isInForce, levels] = await Promise.all([
    readIsInForce(door, type),
    Promise.all(targets.map((target) => policiesOn(door, target, type))),
  ]);
  if (isUnknown(isInForce)) return isInForce;
  return isInForce ? allKnown(levels) : null;
}

async function readIsInForce(door: OpenDoor, type: string): Promise<Fact<boolean>> {
  const roots = await door.ask('organizations:ListRoots', door.homeRegion, {});
  const types = toFact(roots, ({ Roots = [] }) => Roots.flatMap(({ PolicyTypes = [] }) => PolicyTypes));
  if (types === null || isUnknown(types)) return types ?? false;
  return types.some(({ Type, Status }) => Type === type && Status === 'ENABLED');
}

const LABELS: Readonly<Record<LevelsQuestion['type'], string>> = {
  SERVICE_CONTROL_POLICY: 'service control policy',
  RESOURCE_CONTROL_POLICY: 'resource control policy',
};

async function policiesOn(
  door: OpenDoor,
  TargetId: string,
  type: LevelsQuestion['type'],
): Promise<Fact<readonly SourcedDocument[]>> {
  const Filter: PolicyType = type;
  const list = await door.askAll(
    'organizations:ListPoliciesForTarget',
    door.homeRegion,
    { TargetId, Filter },
    ({ Policies, NextToken }) => ({ items: Policies, next: listed(NextToken) }),
  );
  if (list.kind !== 'answered') return list.kind === 'missing' ? [] : list.unknown;
  return allKnown(
    await Promise.all(
      list.value.map(async ({ Id: id = '', Name = '', Arn: arn, AwsManaged }): Promise<Fact<SourcedDocument>> => {
        const policy = await door.ask('organizations:DescribePolicy', door.homeRegion, { PolicyId: id });
        const document = toFact(policy, ({ Policy }) => Policy?.Content ?? '');
        if (document === null) return unknownFor('organizations:DescribePolicy');
        if (isUnknown(document)) return document;
        return {
          origin: `${LABELS[type]} ${Name} (${id}) on ${TargetId}`,
          document,
          ...(arn !== undefined && AwsManaged !== true && { arn }),
        };
      }),
    ),
  );
}

/** A member may ask about itself, the management account about all. */
async function readTagPolicy(
  reader: Reader,
  account: string,
  organization: Membership,
): Promise<AccountRecord['tagPolicy']> {
  if (organization === null) return null;
  const own = doorOf(reader, account);
  const others = isUnknown(organization) ? [] : await sameOrganization(reader, organization);
  for (const door of [...(own === undefined ? [] : [own]), ...others]) {
    const target = door.account === account ? {} : { TargetId: account };
    const answer = await door.ask('organizations:DescribeEffectivePolicy', door.homeRegion, {
      PolicyType: 'TAG_POLICY',
      ...target,
    });
    const content = toFact(answer, ({ EffectivePolicy }) => EffectivePolicy?.PolicyContent ?? null);
    if (!isUnknown(content)) return content;
  }
  return unknownFor('organizations:DescribeEffectivePolicy');
}
