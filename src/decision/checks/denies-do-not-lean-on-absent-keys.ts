import type { Statement } from '../../policy/document.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import { isAbout, metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** Actions of a copy that never carry these keys. Service authorization reference, "Condition keys for AWS Backup". */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  'backup:copytargets': ['backup:CopyIntoBackupVault', 'backup:StartCopyJob'],
  'backup:copytargetorgpaths': ['backup:CopyIntoBackupVault', 'backup:StartCopyJob'],
};

/**
 * No deny asks in the negative (`StringNotEquals`) for a key that its action never carries: an absent key makes that true, and the deny
 * holds always.
 */
export const deniesDoNotLeanOnAbsentKeys: Check = {
  id: 'denies-do-not-lean-on-absent-keys',
  gate: 'organization',
  severity: 'risk',
  sources: ['FM-SCP-5'],
  judge(facts) {
    const faults = statementsOf(writtenDocuments(facts)).flatMap((each) =>
      absentKeys(each.statement).map((condition) => ({ quote: quoteOf(each, condition), actor: each.document.actor })),
    );
    const [first] = faults;
    if (first === undefined)
      return metWhereRead(facts, ['vault-access', 'key', 'service-control', 'resource-control', 'role']);
    return found({
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.denies-do-not-lean-on-absent-keys'))],
    });
  },
};

function absentKeys(statement: Statement): Statement['conditions'] {
  if (statement.effect !== 'Deny') return [];
  return statement.conditions.filter(({ keyLowerCase, name }) => {
    const holdsWhenAbsent = name.quantifier === 'ForAllValues' || (name.isNegated && name.quantifier === undefined);
    return holdsWhenAbsent && (LACKING[keyLowerCase] ?? []).some((action) => isAbout(statement, action));
  });
}
