import { matchPrincipal } from '../../policy/matching/principal.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { roleNamed } from '../expected-roles.ts';
import { isUnknown } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { isAbout, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** Where the access policy names roles of the source account, the role of this copy is among them. */
export const vaultPolicyNamesRole: Check = {
  id: 'vault-policy-names-role',
  gate: 'destination-vault',
  severity: 'remark',
  sources: ['FM-VLT-6'],
  judge(facts) {
    const { vault } = facts.destination;
    const { found: role, arn } = facts.role;
    if (isUnknown(vault)) return unknown(vault);
    if (vault !== null && isUnknown(vault.accessPolicy)) return unknown(vault.accessPolicy);
    if (isUnknown(role)) return unknown(role);
    const { principal } = role ?? roleNamed(facts);
    const policy = writtenDocuments(facts).filter(
      ({ kind, side }) => kind === 'vault-access' && side === 'destination',
    );
    const admitting = statementsOf(policy).filter(
      ({ statement }) => statement.effect === 'Allow' && isAbout(statement, 'backup:CopyIntoBackupVault'),
    );
    const patterns = admitting.flatMap(({ statement }) => statement.principal?.patterns ?? []);
    if (matchPrincipal(patterns, principal) !== 'none') return met();
    const others = admitting.filter(({ statement }) =>
      statement.principal?.patterns.some(
        ({ type, written }) => type === 'arn' && written.includes(`:${facts.source.account}:`),
      ),
    );
    if (others.length === 0) return notApplicable('the policy names no role of the source account');
    return found({
      actor: atDestination(facts),
      evidence: others.map((each) => quoteOf(each)),
      mends: [smallest(atDestination(facts), text('mend.vault-policy-names-role', { role: arn }))],
    });
  },
};
