import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/** Points in cold storage are not copied. https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html */
export const pointIsWarm: Requirement = {
  id: 'point-is-warm',
  gate: 'recovery-point',
  sources: ['FM-TYP-5', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (point.storageClass === 'WARM') return met();
    return unmet({
      sentence: copyJob.pointIsCold(),
      actor: atSource(facts),
      mends: [smallest(atSource(facts), text('mend.point-is-warm'))],
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'StorageClass', quote: point.storageClass }],
    });
  },
};
