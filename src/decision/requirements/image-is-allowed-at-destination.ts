import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * EC2's "Allowed AMIs" of the destination account, where it is on, names the source account.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export const imageIsAllowedAtDestination: Requirement = {
  id: 'image-is-allowed-at-destination',
  gate: 'destination-account',
  sources: ['FM-TYP-6', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    const { allowedImageAccounts, account } = facts.destination;
    const { point } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (point?.resourceType !== 'EC2') return notApplicable('the resource is no EC2 instance');
    if (isUnknown(allowedImageAccounts)) return unknown(allowedImageAccounts);
    if (allowedImageAccounts === null || allowedImageAccounts.includes(facts.source.account)) return met();
    return unmet({
      sentence: copyJob.sourceAmiNotFound(),
      actor: atDestination(facts),
      mends: [
        smallest(
          atDestination(facts),
          text('mend.image-is-allowed-at-destination', { source: facts.source.account, account }),
          {
            kind: 'allow-image-account',
            account,
            region: facts.destination.region,
            imageAccount: facts.source.account,
          },
        ),
      ],
      evidence: [{ origin: `Allowed AMIs of account ${account}`, quote: allowedImageAccounts.join(', ') }],
    });
  },
};
