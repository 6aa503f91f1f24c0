import * as copyJob from '../../messages/copy-job.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { met, nobody, notApplicable, unknown, unmet } from '../requirement.ts';

/** Images from AWS Marketplace stay in their account. https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html */
export const imageMayLeaveAccount: Requirement = {
  id: 'image-may-leave-account',
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
      mend: 'Back up the volumes of the instance (EBS) and copy those, or rebuild it from an image of your own.',
      evidence: [{ origin: `recovery point ${facts.source.pointArn}`, place: 'ProductCodes', quote: 'marketplace' }],
    });
  },
};
