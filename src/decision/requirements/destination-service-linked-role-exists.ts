import { text } from '../../words/text.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import { sourceKeyUnusable } from '../key-sentences.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * `AWSServiceRoleForBackup` exists in the destination account: it is the one that copies. AWS makes it on first use, so an account that
 * never used AWS Backup may lack it. No source quotes what AWS says then; the role cannot reach the key, so we say that.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles.html
 */
export const destinationServiceLinkedRoleExists: Requirement = {
  id: 'destination-service-linked-role-exists',
  gate: 'destination-account',
  sources: [
    'FM-ROLE-2',
    'FM-KMS-11',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles.html',
  ],
  judge(facts) {
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    const { serviceLinkedRole, account } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(serviceLinkedRole)) return unknown(serviceLinkedRole);
    if (serviceLinkedRole !== null) return met();
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    return unmet({
      sentence: sourceKeyUnusable(point.resourceType),
      actor: atDestination(facts),
      mends: [
        smallest(atDestination(facts), text('mend.destination-service-linked-role-exists', { account }), {
          kind: 'create-service-linked-role',
          account,
        }),
      ],
      evidence: [{ origin: `account ${account}`, place: 'AWSServiceRoleForBackup', quote: 'no such role' }],
    });
  },
};
