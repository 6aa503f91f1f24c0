import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { met, nobody, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/** Images from AWS Marketplace stay in their account. https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html */
export const imageMayLeaveAccount: Requirement = {
  id: 'image-may-leave-account',
  gate: 'recovery-point',
  sources: ['FM-TYP-7', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html'],
  judge(facts) {
    const { point } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (point?.resourceType !== 'EC2') return notApplicable('the resource is no EC2 instance');
    const blank = point.unknownAttributes?.isMarketplace;
    if (blank !== undefined) return unknown(blank);
    if (!point.attributes.isMarketplace) return met();
    return unmet({
      sentence: copyJob.marketplaceImage(),
      actor: nobody,
      mends: [smallest(nobody, text('mend.image-may-leave-account'))],
      evidence: [{ origin: `recovery point ${facts.source.pointArn}`, place: 'ProductCodes', quote: 'marketplace' }],
    });
  },
};
