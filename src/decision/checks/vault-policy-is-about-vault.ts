import { matchesTemplate } from '../../policy/matching/template.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { isAbout, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** Statements of the destination's access policy that let copies in are about this vault, and not about another. */
export const vaultPolicyIsAboutVault: Check = {
  id: 'vault-policy-is-about-vault',
  gate: 'destination-vault',
  severity: 'remark',
  sources: ['FM-VLT-4'],
  judge(facts) {
    const { vault, vaultArn } = facts.destination;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null && isUnknown(vault.accessPolicy)) return unknown(vault.accessPolicy);
    const policy = writtenDocuments(facts).filter(
      ({ kind, side }) => kind === 'vault-access' && side === 'destination',
    );
    if (policy.length === 0) return notApplicable('the vault has no access policy');
    const faults = statementsOf(policy).filter(
      ({ statement }) =>
        statement.effect === 'Allow' &&
        isAbout(statement, 'backup:CopyIntoBackupVault') &&
        statement.resource !== undefined &&
        statement.resource.patterns.some((pattern) => matchesTemplate(pattern, vaultArn, () => undefined)) ===
          statement.resource.isNegated,
    );
    if (faults.length === 0) return met();
    return found({
      actor: atDestination(facts),
      evidence: faults.map((each) => quoteOf(each)),
      mends: [smallest(atDestination(facts), text('mend.vault-policy-is-about-vault', { vault: vaultArn }))],
    });
  },
};
