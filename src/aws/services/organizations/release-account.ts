import * as messages from '../../../messages/organizations.ts';
import { findMember, leaveOrganization } from '../../../storage/records/organization-members.ts';
import { isDelegatedAdministrator } from '../../../storage/records/organization-services.ts';
import type { OrganizationRow } from '../../../storage/records/organizations.ts';
import { reconcilePolicyPlans } from '../../../storage/records/policy-plans.ts';
import type { Database } from '../../../storage/records/records.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Random } from '../../../util/random.ts';
import { withdrawApproval } from './all-features.ts';
import { accountArn } from './arns.ts';

/**
 * Takes a member account out of its organization, whoever wants it. AWS also asks for payment details and a waiting period of four
 * days after creation; neither means anything here.
 */
export async function releaseAccount(
  db: Database,
  {
    organization,
    account,
    now,
    random,
  }: { organization: OrganizationRow; account: string; now: number; random: Random },
): Promise<void> {
  if (account === organization.management_account_id) throw messages.masterCannotLeave();
  if (!(await findMember(db, organization.id, account))) throw messages.accountNotFound();
  if (await isDelegatedAdministrator(db, organization.id, account)) {
    throw messages.constraintViolation('CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG');
  }
  await withdrawApproval(db, { organization, account, now });
  await leaveOrganization(db, organization.id, account);
  await reconcilePolicyPlans(db, organization.id, { now, random });
  await removeAllTags(db, accountArn(organization, account));
}
