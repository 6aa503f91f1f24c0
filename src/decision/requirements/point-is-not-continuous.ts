import * as copyJob from '../../messages/copy-job.ts';
import { isContinuous } from '../../model/recovery-point.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, unmet } from '../requirement.ts';

/** StartCopyJob does not copy continuous backups. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartCopyJob.html */
export const pointIsNotContinuous: Requirement = {
  id: 'point-is-not-continuous',
  judge(facts) {
    const { pointArn } = facts.source;
    if (!isContinuous(pointArn)) return met();
    return unmet({
      sentence: copyJob.pointIsContinuous(),
      actor: atSource(facts),
      mend: 'Copy a snapshot of the resource: a plan rule with a copy action takes one beside the continuous backup.',
      evidence: [{ origin: 'recovery point ARN', quote: pointArn }],
    });
  },
};
