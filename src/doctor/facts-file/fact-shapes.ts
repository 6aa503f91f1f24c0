import type {
  CopyFacts,
  DestinationFacts,
  GrantFacts,
  KeyFacts,
  LoadFacts,
  MembershipFacts,
  PointFacts,
  RoleFacts,
  SourceFacts,
  SwitchFacts,
  Unknown,
  VaultFacts,
} from '../../decision/facts.ts';
import type { Lifecycle } from '../../model/lifecycle.ts';
import type { Principal } from '../../model/principal.ts';
import type { ResourceAttributes } from '../../model/resource-type.ts';
import { isResourceType } from '../../model/resource-type.ts';
import type { SourcedDocument } from '../../policy/evaluation.ts';
import type { AccountRecord, PlaceRecord } from '../fact-source.ts';
import type { RoleAdditions } from '../overlay.ts';
import {
  document,
  fact,
  flag,
  kindOf,
  listOf,
  number,
  oneOf,
  orNull,
  record,
  type Shape,
  text,
  texts,
} from './shape.ts';

function namesOf<Thing extends object>(members: Thing, ...optional: readonly string[]): (keyof Thing & string)[] {
  return (Object.keys(members) as (keyof Thing & string)[]).filter((name) => !optional.includes(name));
}

/** Shapes of all facts, a member each: the types hold them to `decision/facts.ts`. */
const sourced = record<SourcedDocument>({ origin: text, document, arn: text }, ['origin', 'document']);
const levels = listOf(listOf(sourced));

const unknown: Shape<Unknown> = (value, at) =>
  fact<never>(() => {
    throw new Error('not reached');
  })(value, at);

const membership = record<MembershipFacts>({ id: text, path: fact(text), managementAccount: text }, [
  'id',
  'path',
  'managementAccount',
]);

const switchFacts = record<SwitchFacts>({ isEnabled: flag, changedAt: orNull(number) }, ['isEnabled', 'changedAt']);

export const lifecycle = record<Lifecycle>(
  { moveToColdAfterDays: number, deleteAfterDays: number, optInToArchive: flag },
  [],
);

const principal = record<Principal>(
  {
    kind: oneOf('root', 'user', 'role', 'federated-user', 'service'),
    account: text,
    arn: text,
    userId: text,
    sessionArn: text,
    sessionName: text,
    sessionPolicies: listOf(document),
    sessionTags: texts,
    transitiveTagKeys: listOf(text),
    sourceIdentity: text,
    isTemporary: flag,
    issuedAt: number,
    issuer: record({ kind: oneOf('user', 'root'), arn: text, userId: text }, ['kind', 'arn', 'userId']),
    isServiceLinked: flag,
  },
  ['kind', 'account', 'arn', 'userId'],
);

const attributes = record<ResourceAttributes>(
  {
    isMultiAzCluster: flag,
    fsxType: oneOf('LUSTRE', 'WINDOWS', 'ONTAP', 'OPENZFS'),
    isAdvanced: flag,
    isMarketplace: flag,
  },
  [],
);

const unknownAttributes = record<NonNullable<PointFacts['unknownAttributes']>>(
  { isMultiAzCluster: unknown, fsxType: unknown, isAdvanced: unknown, isMarketplace: unknown },
  [],
);

const grant = record<GrantFacts>(
  {
    id: text,
    name: orNull(text),
    grantee: text,
    operations: listOf(text),
    encryptionContextEquals: texts,
    encryptionContextSubset: texts,
  },
  ['id', 'name', 'grantee', 'operations'],
);

const roleMembers = {
  principal,
  tags: fact(texts),
  trustPolicy: document,
  identity: fact(listOf(sourced)),
  boundary: fact(orNull(sourced)),
};

const vaultMembers = {
  name: text,
  type: text,
  keyArn: text,
  accessPolicy: fact(orNull(document)),
  minRetentionDays: orNull(number),
  maxRetentionDays: orNull(number),
  tags: fact(texts),
  state: text,
  lockDate: orNull(number),
};

const keyMembers = {
  arn: text,
  account: text,
  region: text,
  manager: oneOf('CUSTOMER', 'AWS'),
  state: text,
  aliases: fact(listOf(text)),
  policy: fact(document),
  grants: fact(listOf(grant)),
  multiRegion: orNull(oneOf('PRIMARY', 'REPLICA')),
  tags: fact(texts),
};

const key = record<KeyFacts>(keyMembers, namesOf(keyMembers, 'multiRegion'));

const pointMembers = {
  resourceArn: text,
  resourceType: kindOf(isResourceType, 'a resource type of AWS Backup'),
  attributes,
  unknownAttributes,
  status: text,
  storageClass: text,
  isEncrypted: fact(flag),
  keyArn: fact(orNull(text)),
  createdAt: number,
  moveToColdAfterDays: orNull(number),
  deleteAfterDays: orNull(number),
  tags: fact(texts),
  engine: fact(orNull(text)),
  persistentOptions: fact(listOf(text)),
  otherKeys: fact(listOf(key)),
};

// Things of an estate may be told in part: another source tells the rest.
export const accountPart = record<Partial<AccountRecord>>(
  {
    organization: fact(orNull(membership)),
    crossAccountCopy: fact(orNull(switchFacts)),
    serviceControl: fact(orNull(levels)),
    resourceControl: fact(orNull(levels)),
    tagPolicy: fact(orNull(document)),
    linkedServices: fact(listOf(text)),
  },
  [],
);

const load = record<LoadFacts>(
  { runningCopies: number, points: number, rdsSnapshots: number, rdsSnapshotsMax: number },
  [],
);

export const placePart = record<Partial<PlaceRecord>>(
  { allowedImageAccounts: fact(orNull(listOf(text))), isRegionEnabled: fact(flag), load: fact(load) },
  [],
);
export const rolePart = record<RoleAdditions>({ ...roleMembers, addedIdentity: fact(listOf(sourced)) }, []);
export const vaultPart = record<Partial<VaultFacts>>(vaultMembers, []);
export const keyPart = record<Partial<KeyFacts>>(keyMembers, []);
export const pointPart = record<Partial<PointFacts>>(pointMembers, []);

export const point = record<PointFacts>(
  pointMembers,
  namesOf(pointMembers, 'unknownAttributes', 'engine', 'persistentOptions', 'otherKeys'),
);
const vault = record<VaultFacts>(vaultMembers, namesOf(vaultMembers, 'state', 'lockDate'));
const roleWhole = { ...roleMembers, serviceControl: fact(orNull(levels)) };
const role = record<RoleFacts>(roleWhole, namesOf(roleWhole));

const sideMembers = {
  account: text,
  region: text,
  vaultArn: text,
  organization: fact(orNull(membership)),
  resourceControl: fact(orNull(levels)),
  serviceControl: fact(orNull(levels)),
  isRegionEnabled: fact(flag),
  vault: fact(orNull(vault)),
  key: fact(orNull(key)),
};
const sourceMembers = {
  ...sideMembers,
  pointArn: text,
  point: fact(orNull(point)),
  serviceLinkedRole: fact(orNull(role)),
};
const destinationMembers = {
  ...sideMembers,
  serviceLinkedRole: fact(orNull(role)),
  tagPolicy: fact(orNull(document)),
  allowedImageAccounts: fact(orNull(listOf(text))),
  linkedServices: fact(listOf(text)),
  load: fact(load),
};
const SIDE_EXTRAS = ['serviceControl', 'isRegionEnabled'];

/** The facts of one copy, whole. */
export const copyFacts = record<CopyFacts>(
  {
    now: number,
    asOf: orNull(number),
    role: record<CopyFacts['role']>({ arn: text, found: fact(orNull(role)) }, ['arn', 'found']),
    requestedLifecycle: orNull(lifecycle),
    caller: fact(orNull(role)),
    crossAccountCopy: fact(orNull(switchFacts)),
    source: record<SourceFacts>(sourceMembers, namesOf(sourceMembers, ...SIDE_EXTRAS, 'serviceLinkedRole')),
    destination: record<DestinationFacts>(
      destinationMembers,
      namesOf(destinationMembers, ...SIDE_EXTRAS, 'linkedServices', 'load'),
    ),
  },
  ['now', 'asOf', 'role', 'requestedLifecycle', 'crossAccountCopy', 'source', 'destination'],
);
