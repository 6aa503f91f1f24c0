import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { notApplicable, smallest, unknown } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, unreadDocument, writtenDocuments } from '../written-documents.ts';

/** No service control policy allows single actions of AWS Backup as if that granted them: an allow there only fails to forbid. */
export const scpAllowsGrantNothing: Check = {
  id: 'scp-allows-grant-nothing',
  gate: 'organization',
  severity: 'remark',
  sources: ['FM-SCP-6'],
  judge(facts) {
    const control = statementsOf(writtenDocuments(facts)).filter(({ document }) => document.kind === 'service-control');
    if (control.length === 0) {
      const unread = unreadDocument(facts, ['service-control'], ['source', 'destination']);
      return unread ? unknown(unread) : notApplicable('no service control policies are known');
    }
    const faults = control.filter(
      ({ statement }) =>
        statement.effect === 'Allow' &&
        !statement.action.isNegated &&
        statement.action.patterns.some(({ written }) => /^backup:(?!\*)/i.test(written)),
    );
    const [first] = faults;
    if (first === undefined) return metWhereRead(facts, ['service-control']);
    return found({
      actor: first.document.actor,
      evidence: faults.map((each) => quoteOf(each)),
      mends: [smallest(first.document.actor, text('mend.scp-allows-grant-nothing'))],
    });
  },
};
