import { managedPolicy } from '../../../access/managed-policies/managed-policies.ts';
import * as messages from '../../../messages/iam.ts';
import { findPolicy } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';

/** Throws NoSuchEntity unless the policy can bound users and roles of `account`: one of its own, or AWS's. */
export async function checkBoundary(db: Database, account: string, arn: string): Promise<void> {
  if (managedPolicy(arn) !== undefined) return;
  const policy = await findPolicy(db, arn);
  if (policy?.account_id !== account) throw messages.boundaryNotFound(arn);
}
