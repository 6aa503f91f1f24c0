import * as copyJob from '../../messages/copy-job.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, unknown, unmet } from '../requirement.ts';

/** Points in cold storage are not copied. https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html */
export const pointIsWarm: Requirement = {
  id: 'point-is-warm',
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (point.storageClass === 'WARM') return met();
    return unmet({
      sentence: copyJob.pointIsCold(),
      actor: atSource(facts),
      mend: 'Copy a warm recovery point, and plan copies before the move to cold storage.',
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'StorageClass', quote: point.storageClass }],
    });
  },
};
