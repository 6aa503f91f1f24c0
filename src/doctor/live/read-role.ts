import type { Fact } from '../../decision/facts.ts';
import { isUnknown } from '../../decision/facts.ts';
import { parseArn } from '../../model/arn.ts';
import type { Principal } from '../../model/principal.ts';
import type { SourcedDocument } from '../../policy/evaluation.ts';
import type { Answer, RoleRecord } from '../fact-source.ts';
import type { OpenDoor } from './doors.ts';
import { allKnown, toFact } from './live-calls.ts';
import { doorOf, noDoor, type Reader } from './reader.ts';

/** A role with its policies. `null` as well where the role of that name is another: its path is part of its ARN. */
export async function readRole(reader: Reader, arn: string): Promise<Answer<RoleRecord>> {
  const name = parseArn(arn);
  if (name?.service !== 'iam' || !name.resource.startsWith('role/')) return undefined;
  const door = doorOf(reader, name.account);
  if (door === undefined) return noDoor('iam:GetRole');
  const RoleName = name.resource.slice(name.resource.lastIndexOf('/') + 1);
  const [found, identity] = await Promise.all([
    door.ask('iam:GetRole', door.homeRegion, { RoleName }),
    readIdentity(door, RoleName),
  ]);
  if (found.kind === 'missing') return null;
  if (found.kind === 'refused') return found.unknown;
  const { Role: role } = found.value;
  if (role?.Arn !== arn) return null;
  const boundaryArn = role.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    principal: backupSession({ arn, account: name.account, id: role.RoleId ?? '', roleName: RoleName }),
    tags: Object.fromEntries((role.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
    trustPolicy: decodeURIComponent(role.AssumeRolePolicyDocument ?? ''),
    identity,
    boundary: boundaryArn === undefined ? null : await readBoundary(door, RoleName, boundaryArn),
  };
}

/** The session in which AWS Backup takes a role on. */
export function backupSession(role: Record<'arn' | 'account' | 'id' | 'roleName', string>): Principal {
  const { arn, account, id, roleName } = role;
  const partition = parseArn(arn)?.partition ?? 'aws';
  return {
    kind: 'role',
    account,
    arn,
    userId: `${id}:AWSBackup`,
    sessionName: 'AWSBackup',
    sessionArn: `arn:${partition}:sts::${account}:assumed-role/${roleName}/AWSBackup`,
    ...(arn.includes(':role/aws-service-role/') && { isServiceLinked: true }),
  };
}

async function readIdentity(door: OpenDoor, roleName: string): Promise<Fact<readonly SourcedDocument[]>> {
  const [inline, attached] = await Promise.all([readInline(door, roleName), readAttached(door, roleName)]);
  if (isUnknown(inline)) return inline;
  return isUnknown(attached) ? attached : [...inline, ...attached];
}

const byMarker = ({ Marker, IsTruncated }: { Marker?: string | undefined; IsTruncated?: boolean | undefined }) =>
  IsTruncated === true && Marker !== undefined ? { Marker } : undefined;

async function readInline(door: OpenDoor, RoleName: string): Promise<Fact<readonly SourcedDocument[]>> {
  const names = await door.askAll('iam:ListRolePolicies', door.homeRegion, { RoleName }, (page) => ({
    items: page.PolicyNames,
    next: byMarker(page),
  }));
  if (names.kind !== 'answered') return names.kind === 'missing' ? [] : names.unknown;
  return allKnown(
    await Promise.all(
      names.value.map(async (PolicyName): Promise<Fact<SourcedDocument>> => {
        const policy = await door.ask('iam:GetRolePolicy', door.homeRegion, { RoleName, PolicyName });
        const document = toFact(policy, ({ PolicyDocument = '' }) => decodeURIComponent(PolicyDocument));
        if (isUnknown(document)) return document;
        return { origin: `role/${RoleName} inline policy ${PolicyName}`, document: document ?? ALLOWS_NOTHING };
      }),
    ),
  );
}

async function readAttached(door: OpenDoor, RoleName: string): Promise<Fact<readonly SourcedDocument[]>> {
  const list = await door.askAll('iam:ListAttachedRolePolicies', door.homeRegion, { RoleName }, (page) => ({
    items: page.AttachedPolicies,
    next: byMarker(page),
  }));
  if (list.kind !== 'answered') return list.kind === 'missing' ? [] : list.unknown;
  return allKnown(
    await Promise.all(
      list.value.map(async ({ PolicyArn: arn = '' }): Promise<Fact<SourcedDocument>> => {
        const document = await readManagedPolicy(door, arn);
        return isUnknown(document) ? document : { origin: `role/${RoleName} policy ${arn}`, document, arn };
      }),
    ),
  );
}

async function readBoundary(door: OpenDoor, roleName: string, arn: string): Promise<Fact<SourcedDocument>> {
  const document = await readManagedPolicy(door, arn);
  return isUnknown(document) ? document : { origin: `role/${roleName} permissions boundary ${arn}`, document, arn };
}

/** The version in force. A policy that has gone meanwhile allows nothing. */
async function readManagedPolicy(door: OpenDoor, PolicyArn: string): Promise<Fact<string>> {
  const policy = await door.ask('iam:GetPolicy', door.homeRegion, { PolicyArn });
  if (policy.kind === 'refused') return policy.unknown;
  const VersionId = policy.kind === 'missing' ? undefined : policy.value.Policy?.DefaultVersionId;
  if (VersionId === undefined) return ALLOWS_NOTHING;
  const version = await door.ask('iam:GetPolicyVersion', door.homeRegion, { PolicyArn, VersionId });
  const document = toFact(version, ({ PolicyVersion }) => decodeURIComponent(PolicyVersion?.Document ?? ''));
  return document === null ? ALLOWS_NOTHING : document;
}

const ALLOWS_NOTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"none:Nothing","Resource":"*"}}';
