import { hasColdTier } from '../../model/cold-tier.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

const DAY_MS = 86_400_000;

/** Copies wait in line and are tried again for two hours; a day leaves room for both. */
const MARGIN_MS = DAY_MS;

/** The recovery point does not go cold before a copy that starts now, or tomorrow, has read it. */
export const pointStaysWarm: Check = {
  id: 'point-stays-warm',
  gate: 'recovery-point',
  severity: 'will-block',
  sources: ['FM-TYP-5'],
  judge(facts) {
    const { point, pointArn } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const { moveToColdAfterDays: days, resourceType, attributes, createdAt } = point;
    const isTiered = hasColdTier(resourceType, { attributes, lifecycle: { optInToArchive: days !== null } });
    if (days === null || days < 0 || !isTiered || point.storageClass !== 'WARM') return met();
    const coldAt = createdAt + days * DAY_MS;
    if (coldAt - facts.now > MARGIN_MS) return met();
    const moment = new Date(coldAt).toISOString();
    return found({
      parts: { moment },
      actor: atSource(facts),
      evidence: [{ origin: `recovery point ${pointArn}`, place: 'MoveToColdStorageAfterDays', quote: String(days) }],
      mends: [smallest(atSource(facts), text('mend.point-is-warm'))],
    });
  },
};
