import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** What the access policy allows other accounts is copying in, which is all that AWS Backup lets a policy give them. */
export const vaultPolicyGrantsOnlyCopies: Check = {
  id: 'vault-policy-grants-only-copies',
  gate: 'destination-vault',
  severity: 'remark',
  sources: ['FM-VLT-7', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html'],
  judge(facts) {
    const { vault, account } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null && isUnknown(vault.accessPolicy)) return unknown(vault.accessPolicy);
    const policy = writtenDocuments(facts).filter(
      ({ kind, side }) => kind === 'vault-access' && side === 'destination',
    );
    if (policy.length === 0) return notApplicable('the vault has no access policy');
    const faults = statementsOf(policy).filter(({ statement }) => {
      const { effect, action, principal } = statement;
      const isForOthers = principal?.patterns.some(
        ({ type, written }) => type === 'everyone' || (type !== 'service' && !written.includes(account)),
      );
      const isMore =
        action.isNegated || action.patterns.some(({ written }) => !/^backup:CopyIntoBackupVault$/i.test(written));
      return effect === 'Allow' && isForOthers === true && isMore;
    });
    if (faults.length === 0) return met();
    return found({
      actor: atDestination(facts),
      evidence: faults.map((each) => quoteOf(each)),
      mends: [smallest(atDestination(facts), text('mend.vault-policy-grants-only-copies'))],
    });
  },
};
