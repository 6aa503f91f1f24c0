import { createHash } from 'node:crypto';
import { UNIQUE_ID_ALPHABET } from '../../storage/records/iam.ts';
import { administratorAccess } from './administrator-access.ts';
import { backupFullAccess, backupOperatorAccess, backupOrganizationAdminAccess } from './backup-people.ts';
import { backupServiceLinkedRole } from './backup-service-linked-role.ts';
import { backupServiceRole } from './backup-service-role.ts';
import { everydayPolicies } from './everyday-policies.ts';
import { type ManagedPolicy, managedPolicyArn } from './managed-policy.ts';
import { restoreServiceRole } from './restore-service-role.ts';
import { s3BackupServiceRole, s3RestoreServiceRole } from './s3-service-roles.ts';

/** AWS's own policies that Crossvault knows: those about backups, and those that are attached every day. AWS has some 1,500. */
export const MANAGED_POLICIES: readonly ManagedPolicy[] = [
  administratorAccess,
  backupFullAccess,
  backupOperatorAccess,
  backupOrganizationAdminAccess,
  backupServiceLinkedRole,
  backupServiceRole,
  restoreServiceRole,
  s3BackupServiceRole,
  s3RestoreServiceRole,
  ...everydayPolicies,
];

const BY_ARN: ReadonlyMap<string, ManagedPolicy> = new Map(
  MANAGED_POLICIES.map((policy) => [managedPolicyArn(policy), policy]),
);

const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  MANAGED_POLICIES.map((policy) => [
    managedPolicyArn(policy),
    JSON.stringify({ Version: '2012-10-17', Statement: policy.statements }),
  ]),
);

/** Nothing for an ARN that AWS has not given out, or that we do not know. */
export const managedPolicy = (arn: string): ManagedPolicy | undefined => BY_ARN.get(arn);

/** The document of one of AWS's own policies. */
export const managedPolicyDocument = (arn: string): string | undefined => DOCUMENTS.get(arn);

/** `ANPA…` of one of AWS's own policies. Ours, drawn from the name: clients only ask that it be there and stay. */
export function managedPolicyId({ name }: ManagedPolicy): string {
  const digest = createHash('sha256').update(name).digest();
  return `ANPA${Array.from(digest.subarray(0, 17), (byte) => UNIQUE_ID_ALPHABET[byte % 32]).join('')}`;
}
