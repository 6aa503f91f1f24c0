import { managedPolicy } from '../../../access/managed-policies/managed-policies.ts';
import * as messages from '../../../messages/iam.ts';
import { attachedPolicies, attachPolicy, findPolicy, type PolicyOwner } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import { ATTACHED_POLICIES_MAX } from './limits.ts';

/**
 * Attaches one of AWS's policies or one of the account's own; once more is no error. Throws NoSuchEntity, PolicyNotAttachable for what
 * belongs to service-linked roles, LimitExceeded.
 */
export async function attachManagedPolicy(
  db: Database,
  owner: PolicyOwner,
  { arn, now }: { arn: string; now: number },
): Promise<void> {
  const ofAws = managedPolicy(arn);
  if (ofAws?.path.startsWith('/aws-service-role/')) throw messages.serviceRolePolicyNotAttachable();
  if (ofAws === undefined && (await findPolicy(db, arn))?.account_id !== owner.account) {
    throw messages.policyNotAttachable(arn);
  }
  const attached = await attachedPolicies(db, owner);
  if (!attached.includes(arn) && attached.length >= ATTACHED_POLICIES_MAX) {
    throw messages.quotaExceeded({ quota: QUOTAS[owner.kind], max: ATTACHED_POLICIES_MAX });
  }
  await attachPolicy(db, owner, arn, now);
}

const QUOTAS = { role: 'PoliciesPerRole', user: 'PoliciesPerUser', group: 'PoliciesPerGroup' } as const;
