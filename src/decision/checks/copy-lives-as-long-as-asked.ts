import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

const DAY_MS = 86_400_000;

/** A copy counts its days from the source's creation: one that is made late lives shorter than was asked, or not at all. */
export const copyLivesAsLongAsAsked: Check = {
  id: 'copy-lives-as-long-as-asked',
  gate: 'life-cycle',
  severity: 'risk',
  sources: ['FM-LIF-1', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    const days = facts.requestedLifecycle?.deleteAfterDays;
    if (days === undefined || days < 0) return notApplicable('the copy asks for no days of its own');
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const age = Math.floor((facts.now - point.createdAt) / DAY_MS);
    if (age < 1) return met();
    const left = Math.max(0, days - age);
    return found({
      severity: left === 0 ? 'will-block' : age * 10 >= days ? 'risk' : 'remark',
      parts: { days: String(days), left: String(left) },
      actor: atSource(facts),
      evidence: [
        { origin: `recovery point ${pointArn}`, place: 'CreationDate', quote: new Date(point.createdAt).toISOString() },
      ],
      mends: [smallest(atSource(facts), text('mend.copy-lives-as-long-as-asked', { days: String(days + age) }))],
    });
  },
};
