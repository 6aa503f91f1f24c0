import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import { atManagement, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { switchOn } from '../requirements/cross-account-copy-enabled.ts';

/** "up to 15 minutes", Developer Guide and knowledge center. */
const LAG_MS = 15 * 60_000;

/** The switch for cross-account copies was not changed just now: for a quarter of an hour either state may hold. */
export const switchHasSettled: Check = {
  id: 'switch-has-settled',
  gate: 'organization',
  severity: 'risk',
  sources: ['FM-ORG-3'],
  judge(facts) {
    const { crossAccountCopy, now, source } = facts;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(crossAccountCopy)) return unknown(crossAccountCopy);
    if (crossAccountCopy === null) return notApplicable('the source account is in no organization');
    const { changedAt, isEnabled } = crossAccountCopy;
    if (changedAt === null || now - changedAt >= LAG_MS || now < changedAt) return met();
    const settled = new Date(changedAt + LAG_MS).toISOString();
    return found({
      severity: isEnabled ? 'risk' : 'will-block',
      parts: { settled },
      actor: atManagement(source),
      evidence: [
        {
          origin: 'global settings of the organization',
          place: 'LastUpdateTime',
          quote: `${new Date(changedAt).toISOString()} isCrossAccountBackupEnabled=${isEnabled}`,
        },
      ],
      mends: [
        isEnabled
          ? smallest(atManagement(source), text('mend.switch-wait', { settled }))
          : smallest(atManagement(source), text('mend.cross-account-copy-enabled'), switchOn(facts)),
      ],
    });
  },
};
