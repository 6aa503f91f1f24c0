import * as copyJob from '../../messages/copy-job.ts';
import { isContinuous } from '../../model/recovery-point.ts';
import { text } from '../../words/text.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, smallest, unmet } from '../requirement.ts';

/** StartCopyJob does not copy continuous backups. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartCopyJob.html */
export const pointIsNotContinuous: Requirement = {
  id: 'point-is-not-continuous',
  gate: 'recovery-point',
  sources: ['FM-API-4', 'FM-SIL-10', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartCopyJob.html'],
  judge(facts) {
    const { pointArn } = facts.source;
    if (!isContinuous(pointArn)) return met();
    return unmet({
      sentence: copyJob.pointIsContinuous(),
      actor: atSource(facts),
      mends: [smallest(atSource(facts), text('mend.point-is-not-continuous'))],
      evidence: [{ origin: 'recovery point ARN', quote: pointArn }],
    });
  },
};
