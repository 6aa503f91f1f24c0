import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

const DAY_MS = 86_400_000;

/** A copy may wait behind others and be tried again for hours: AWS advises to keep the source for a week. */
const ADVISED_DAYS = 7;

/** The source is kept long enough for its copy to be made, also when that one has to wait. */
export const pointStaysLongEnough: Check = {
  id: 'point-stays-long-enough',
  gate: 'recovery-point',
  severity: 'risk',
  sources: [
    'FM-LIF-3',
    'FM-KMS-18',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  ],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const days = point.deleteAfterDays;
    if (days === null || days < 0) return met();
    const left = (point.createdAt + days * DAY_MS - facts.now) / DAY_MS;
    const isGoing = left < 1;
    if (days >= ADVISED_DAYS && !isGoing) return met();
    return found({
      severity: isGoing ? 'will-block' : 'risk',
      parts: { moment: new Date(point.createdAt + days * DAY_MS).toISOString() },
      actor: atSource(facts),
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'DeleteAfterDays', quote: String(days) }],
      mends: [smallest(atSource(facts), text('mend.point-stays-long-enough', { days: String(ADVISED_DAYS) }))],
    });
  },
};
