import * as messages from '../../../messages/iam.ts';
import { attachedPolicies, inlinePolicies, type PolicyOwner } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';

/** Throws DeleteConflict while policies hang on a user or role. */
export async function checkHasNoPolicies(db: Database, owner: PolicyOwner): Promise<void> {
  if ((await attachedPolicies(db, owner)).length > 0) throw messages.hasAttachedPolicies();
  if ((await inlinePolicies(db, owner)).length > 0) throw messages.hasInlinePolicies();
}
