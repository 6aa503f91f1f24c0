import type { Fact, KeyFacts, PointFacts, VaultFacts } from '../decision/facts.ts';
import { isUnknown, unknownFor } from '../decision/facts.ts';
import type { AccountRecord, Answer, PlaceRecord, RoleRecord } from './fact-source.ts';

/**
 * What is said of a thing where no source told a member: unknown, with the IAM action that would have told. Members without an action here
 * must be told by somebody, else nothing is known of the thing.
 */
interface Gaps<Thing> {
  /** The action that reads the thing itself. */
  readonly whole: string;
  readonly members: Readonly<Partial<Record<keyof Thing, string>>>;
  readonly needed: readonly (keyof Thing)[];
}

const gapsOf = <Thing>(gaps: Gaps<Thing>): Gaps<Thing> => gaps;

export const ACCOUNT = gapsOf<AccountRecord>({
  whole: 'organizations:DescribeOrganization',
  members: {
    organization: 'organizations:DescribeOrganization',
    crossAccountCopy: 'backup:DescribeGlobalSettings',
    serviceControl: 'organizations:ListPoliciesForTarget',
    resourceControl: 'organizations:ListPoliciesForTarget',
    tagPolicy: 'organizations:DescribeEffectivePolicy',
  },
  needed: [],
});

export const PLACE = gapsOf<PlaceRecord>({
  whole: 'ec2:GetAllowedImagesSettings',
  members: { allowedImageAccounts: 'ec2:GetAllowedImagesSettings' },
  needed: [],
});

export const ROLE = gapsOf<RoleRecord>({
  whole: 'iam:GetRole',
  members: { tags: 'iam:GetRole', identity: 'iam:ListAttachedRolePolicies', boundary: 'iam:GetRole' },
  needed: ['principal', 'trustPolicy'],
});

export const VAULT = gapsOf<VaultFacts>({
  whole: 'backup:DescribeBackupVault',
  members: { accessPolicy: 'backup:GetBackupVaultAccessPolicy', tags: 'backup:ListTags' },
  needed: ['name', 'type', 'keyArn', 'minRetentionDays', 'maxRetentionDays'],
});

export const KEY = gapsOf<KeyFacts>({
  whole: 'kms:DescribeKey',
  members: {
    aliases: 'kms:ListAliases',
    policy: 'kms:GetKeyPolicy',
    grants: 'kms:ListGrants',
    tags: 'kms:ListResourceTags',
  },
  needed: ['arn', 'account', 'region', 'manager', 'state'],
});

export const POINT = gapsOf<PointFacts>({
  whole: 'backup:DescribeRecoveryPoint',
  members: {
    isEncrypted: 'backup:DescribeRecoveryPoint',
    keyArn: 'backup:DescribeRecoveryPoint',
    tags: 'backup:ListTags',
  },
  needed: [
    'resourceArn',
    'resourceType',
    'attributes',
    'status',
    'storageClass',
    'createdAt',
    'moveToColdAfterDays',
    'deleteAfterDays',
  ],
});

/** The thing with all its members, unknown where nobody told. */
export function complete<Thing extends object>(answer: Answer<Thing>, gaps: Gaps<Thing>): Fact<Thing | null> {
  if (answer === undefined) return unknownFor(gaps.whole);
  if (answer === null || isUnknown(answer)) return answer;
  const told: Partial<Thing> = answer;
  if (gaps.needed.some((member) => told[member] === undefined)) return unknownFor(gaps.whole);
  const untold = Object.entries(gaps.members).filter(([member]) => told[member as keyof Thing] === undefined);
  if (untold.length === 0) return told as Thing;
  return {
    ...told,
    ...Object.fromEntries(untold.map(([member, grant]) => [member, unknownFor(grant as string)])),
  } as Thing;
}

/** The same of what is always there, an account or a place: where nothing is known, each member is unknown. */
export function completeRecord<Thing extends object>(answer: Answer<Thing>, gaps: Gaps<Thing>): Thing {
  const isTold = answer !== undefined && answer !== null && !isUnknown(answer);
  return complete(isTold ? answer : {}, gaps) as Thing;
}
