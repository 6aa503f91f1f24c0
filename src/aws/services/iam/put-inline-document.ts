import * as messages from '../../../messages/iam.ts';
import {
  inlinePolicies,
  type NamedDocument,
  type PolicyOwner,
  putInlinePolicy,
} from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import { checkIdentityPolicy, countedSize } from './check-policy-document.ts';
import { INLINE_POLICIES_SIZE_MAX } from './limits.ts';

/** Writes or replaces an inline policy. Throws MalformedPolicyDocument, and LimitExceeded where all of the owner's together grow too long. */
export async function putInlineDocument(db: Database, owner: PolicyOwner, policy: NamedDocument): Promise<void> {
  const max = INLINE_POLICIES_SIZE_MAX[owner.kind];
  const others = (await inlinePolicies(db, owner)).filter(({ name }) => name !== policy.name);
  const size = [...others, policy].reduce((sum, { document }) => sum + countedSize(document), 0);
  if (size > max) throw messages.inlinePoliciesTooLarge({ kind: owner.kind, name: owner.name, max });
  checkIdentityPolicy(policy.document, 'inline-identity');
  await putInlinePolicy(db, owner, policy);
}
