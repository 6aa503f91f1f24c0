import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { isAbout, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** No deny in the access policy keeps everybody, its administrators too, from changing that policy. */
export const vaultPolicyCanBeChanged: Check = {
  id: 'vault-policy-can-be-changed',
  gate: 'destination-vault',
  severity: 'risk',
  sources: ['FM-VLT-8'],
  judge(facts) {
    const { vault } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null && isUnknown(vault.accessPolicy)) return unknown(vault.accessPolicy);
    const policy = writtenDocuments(facts).filter(
      ({ kind, side }) => kind === 'vault-access' && side === 'destination',
    );
    if (policy.length === 0) return notApplicable('the vault has no access policy');
    const faults = statementsOf(policy).filter(
      ({ statement }) =>
        statement.effect === 'Deny' &&
        statement.conditions.length === 0 &&
        statement.principal?.isNegated === false &&
        statement.principal.patterns.some(({ type }) => type === 'everyone') &&
        isAbout(statement, 'backup:PutBackupVaultAccessPolicy'),
    );
    if (faults.length === 0) return met();
    return found({
      actor: atDestination(facts),
      evidence: faults.map((each) => quoteOf(each)),
      mends: [smallest(atDestination(facts), text('mend.vault-policy-can-be-changed'))],
    });
  },
};
