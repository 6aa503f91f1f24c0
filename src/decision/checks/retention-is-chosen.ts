import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** The copy has a retention of its own: none, or "for ever", inherits the source's end, which is seldom what is meant. */
export const retentionIsChosen: Check = {
  id: 'retention-is-chosen',
  gate: 'life-cycle',
  severity: 'remark',
  sources: ['FM-LIF-1', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    const asked = facts.requestedLifecycle?.deleteAfterDays;
    if (asked !== undefined && asked > 0) return met();
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const days = point.deleteAfterDays;
    if (days === null || days < 0) return met();
    return found({
      // Asking for "for ever" and getting days is worse than not asking.
      severity: asked === -1 ? 'risk' : 'remark',
      parts: { days: String(days) },
      actor: atSource(facts),
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'DeleteAfterDays', quote: String(days) }],
      mends: [smallest(atSource(facts), text('mend.retention-is-chosen'))],
    });
  },
};
