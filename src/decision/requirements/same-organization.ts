import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { SideFacts } from '../facts.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Evidence, Requirement } from '../requirement.ts';
import { atManagement, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * Source and destination accounts belong to one organization.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export const sameOrganization: Requirement = {
  id: 'same-organization',
  gate: 'organization',
  sources: ['FM-ORG-1', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    const { source, destination } = facts;
    if (isUnknown(source.organization)) return unknown(source.organization);
    if (isUnknown(destination.organization)) return unknown(destination.organization);
    if (source.organization !== null && source.organization.id === destination.organization?.id) return met();
    const ruler = source.organization === null ? destination : source;
    return unmet({
      sentence: copyJob.notSameOrganization(),
      actor: atManagement(ruler),
      mends: [smallest(atManagement(ruler), text('mend.same-organization'))],
      evidence: [membershipOf(source), membershipOf(destination)],
    });
  },
};

function membershipOf({ account, organization }: SideFacts): Evidence {
  const isKnown = organization !== null && !isUnknown(organization);
  return { origin: `account ${account}`, place: 'organization', quote: isKnown ? organization.id : 'none' };
}
