import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, SwitchFacts } from '../facts.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import type { Remedy } from '../remedy.ts';
import type { Requirement } from '../requirement.ts';
import { atManagement, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/** Copies may still start for so long after the switch went off ("up to 15 minutes", Developer Guide and knowledge center). */
const SWITCH_OFF_LAG_MS = 15 * 60_000;

/**
 * The organization's management account has switched cross-account backup on.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 */
export const crossAccountCopyEnabled: Requirement = {
  id: 'cross-account-copy-enabled',
  gate: 'organization',
  sources: ['FM-ORG-2', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    const { crossAccountCopy, source, now } = facts;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(crossAccountCopy)) return unknown(crossAccountCopy);
    if (crossAccountCopy === null) return notApplicable('the source account is in no organization');
    if (crossAccountCopy.isEnabled || isWithinLag(crossAccountCopy, now)) return met();
    return unmet({
      sentence: copyJob.crossAccountCopyDisabled(),
      actor: atManagement(source),
      mends: [smallest(atManagement(source), text('mend.cross-account-copy-enabled'), switchOn(facts))],
      evidence: [
        { origin: 'global settings of the organization', place: 'isCrossAccountBackupEnabled', quote: 'false' },
      ],
    });
  },
};

const isWithinLag = ({ changedAt }: SwitchFacts, now: number): boolean =>
  changedAt !== null && now - changedAt < SWITCH_OFF_LAG_MS;

/** The write that mends it, wherever a finding wants the switch on. Nothing where the management account is not known. */
export function switchOn({ source: { organization } }: CopyFacts): Remedy | undefined {
  if (organization === null || isUnknown(organization)) return undefined;
  return { kind: 'enable-cross-account-copy', managementAccount: organization.managementAccount };
}
