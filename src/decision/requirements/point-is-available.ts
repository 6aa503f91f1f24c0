import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import { isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, smallest, unknown, unmet } from '../requirement.ts';

const UNAVAILABLE: ReadonlySet<string> = new Set(['CREATING', 'DELETING', 'EXPIRED']);

/** The recovery point is there, whole, and not on its way out: it may have gone between the request and the job. */
export const pointIsAvailable: Requirement = {
  id: 'point-is-available',
  gate: 'recovery-point',
  sources: [
    'FM-API-2',
    'FM-LIF-3',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  ],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point !== null && !UNAVAILABLE.has(point.status)) return met();
    return unmet({
      sentence: copyJob.pointNotFound(pointArn),
      actor: atSource(facts),
      mends: [smallest(atSource(facts), text('mend.point-is-available'))],
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'Status', quote: point?.status ?? 'no such point' }],
    });
  },
};
