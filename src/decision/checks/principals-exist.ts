import { parsePolicyDocument } from '../../policy/document.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/**
 * Principals in vault and key policies are whole ARNs of somebody who exists. A stray space (`123456789012 :root`, as the printed example of
 * the knowledge-center article has it) names nobody; `AROA…` is what is left of a role that was deleted, also when it was made again.
 */
export const principalsExist: Check = {
  id: 'principals-exist',
  gate: 'destination-vault',
  severity: 'risk',
  sources: ['FM-VLT-2', 'FM-VLT-5', 'https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy'],
  judge(facts) {
    const documents = writtenDocuments(facts).filter(({ kind }) => kind === 'vault-access' || kind === 'key');
    const malformed = documents.flatMap((document) =>
      parsePolicyDocument(document.text)
        .findings.filter(({ code }) => code === 'invalid-principal')
        .map(({ span, statement }) => ({
          actor: document.actor,
          evidence: {
            origin: document.origin,
            place: `statement ${(statement ?? 0) + 1}`,
            quote: span === undefined ? document.text : document.text.slice(span.start, span.end),
          },
        })),
    );
    const orphaned = statementsOf(documents)
      .filter(({ statement }) => statement.principal?.patterns.some(({ type }) => type === 'unique-id'))
      .map((each) => ({ actor: each.document.actor, evidence: quoteOf(each) }));
    const faults = [...malformed, ...orphaned];
    const [first] = faults;
    if (first === undefined) return metWhereRead(facts, ['vault-access', 'key']);
    return found({
      actor: first.actor,
      evidence: faults.map(({ evidence }) => evidence),
      mends: [smallest(first.actor, text('mend.principals-exist'))],
    });
  },
};
