import { GetBackupVaultAccessPolicyCommand, PutBackupVaultAccessPolicyCommand } from '@aws-sdk/client-backup';
import {
  CreatePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { GetKeyPolicyCommand, PutKeyPolicyCommand } from '@aws-sdk/client-kms';
import { DescribePolicyCommand, UpdatePolicyCommand } from '@aws-sdk/client-organizations';
import type { PolicyPlace } from '../../decision/remedy.ts';
import { parseArn } from '../../model/arn.ts';
import { SourceError } from '../source-error.ts';
import type { Hand } from './hands.ts';
import { orNull } from './or-null.ts';
import type { Target } from './target.ts';

/** The documents of policies, wherever they stand. */
export function policyTarget(place: PolicyPlace, hand: Hand): Target {
  switch (place.kind) {
    case 'vault-access':
      return vaultAccessPolicy(place.vaultArn, hand);
    case 'key':
      return keyPolicy(place.keyArn, hand);
    case 'trust':
      return trustPolicy(place.roleArn, hand);
    case 'role-inline':
      return inlinePolicy(place, hand);
    case 'managed-policy':
      return managedPolicy(place.policyArn, hand);
    case 'organization-policy':
      return organizationPolicy(place, hand);
  }
}

export function vaultAccessPolicy(vaultArn: string, hand: Hand): Target {
  const { region, BackupVaultName } = vaultNamed(vaultArn);
  const client = hand.backup(region);
  return {
    name: `access policy of ${vaultArn}`,
    calls: ['backup:PutBackupVaultAccessPolicy'],
    read: () =>
      orNull(async () => (await client.send(new GetBackupVaultAccessPolicyCommand({ BackupVaultName }))).Policy),
    async write(Policy) {
      await client.send(new PutBackupVaultAccessPolicyCommand({ BackupVaultName, Policy }));
    },
  };
}

export function keyPolicy(KeyId: string, hand: Hand): Target {
  const client = hand.kms(regionOf(KeyId));
  const PolicyName = 'default';
  return {
    name: `key policy of ${KeyId}`,
    calls: ['kms:PutKeyPolicy'],
    read: () => orNull(async () => (await client.send(new GetKeyPolicyCommand({ KeyId, PolicyName }))).Policy),
    async write(Policy) {
      await client.send(new PutKeyPolicyCommand({ KeyId, PolicyName, Policy }));
    },
  };
}

export function trustPolicy(roleArn: string, { iam }: Hand): Target {
  const RoleName = roleName(roleArn);
  return {
    name: `trust policy of ${roleArn}`,
    calls: ['iam:UpdateAssumeRolePolicy'],
    read: () =>
      orNull(async () => decoded((await iam.send(new GetRoleCommand({ RoleName }))).Role?.AssumeRolePolicyDocument)),
    async write(PolicyDocument) {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    },
  };
}

export function inlinePolicy(
  { roleArn, policyName: PolicyName }: { readonly roleArn: string; readonly policyName: string },
  { iam }: Hand,
): Target {
  const RoleName = roleName(roleArn);
  return {
    name: `inline policy ${PolicyName} of ${roleArn}`,
    calls: ['iam:PutRolePolicy'],
    read: () =>
      orNull(async () => decoded((await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument)),
    async write(PolicyDocument) {
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName, PolicyDocument }));
    },
  };
}

function managedPolicy(PolicyArn: string, { iam }: Hand): Target {
  return {
    name: `policy ${PolicyArn}`,
    calls: ['iam:CreatePolicyVersion'],
    read: () =>
      orNull(async () => {
        const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
        const VersionId = Policy?.DefaultVersionId;
        return decoded((await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))).PolicyVersion?.Document);
      }),
    // Of five versions IAM keeps; the sixth is refused, and which old one may go is not ours to say.
    async write(PolicyDocument) {
      await iam.send(new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument, SetAsDefault: true }));
    },
  };
}

function organizationPolicy(
  { policyId: PolicyId, origin }: Extract<PolicyPlace, { kind: 'organization-policy' }>,
  { organizations }: Hand,
): Target {
  if (PolicyId === null) {
    throw new SourceError(
      'not-found',
      `The facts do not tell the id of the policy "${origin}": it must be changed by hand.`,
    );
  }
  return {
    name: `policy ${PolicyId} of the organization (${origin})`,
    calls: ['organizations:UpdatePolicy'],
    read: () => orNull(async () => (await organizations.send(new DescribePolicyCommand({ PolicyId }))).Policy?.Content),
    async write(Content) {
      await organizations.send(new UpdatePolicyCommand({ PolicyId, Content }));
    },
  };
}

export function vaultNamed(vaultArn: string): { readonly region: string; readonly BackupVaultName: string } {
  return { region: regionOf(vaultArn), BackupVaultName: vaultArn.split(':').at(-1) ?? vaultArn };
}

export const roleName = (roleArn: string): string => roleArn.split('/').at(-1) ?? roleArn;

export function regionOf(arn: string): string {
  const region = parseArn(arn)?.region;
  if (!region) throw new SourceError('malformed', `${arn} names no Region.`);
  return region;
}

/** IAM hands out documents percent-encoded. */
const decoded = (document: string | undefined): string | undefined =>
  document === undefined || document.trimStart().startsWith('{') ? document : decodeURIComponent(document);
