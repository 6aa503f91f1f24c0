import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount } from '../facts.ts';
import { keyRight, unreadForSourceRight } from '../key-uses.ts';
import { met, notApplicable, smallest, unknown } from '../requirement.ts';
import { quoteOf, statementsOf, unreadDocument, writtenDocuments } from '../written-documents.ts';

/**
 * The source key does not lean on naming the service `backup.amazonaws.com`: it is the destination's service-linked role that asks, and a
 * statement for the service lets that one in no more than anybody else.
 */
export const keyNamesAnAccount: Check = {
  id: 'key-names-an-account',
  gate: 'source-key',
  severity: 'remark',
  sources: ['FM-KMS-6'],
  judge(facts) {
    const { account } = facts.destination;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (keyRight(facts, 'source')?.kind !== 'job-grant') {
      const unread = unreadForSourceRight(facts);
      return unread ? unknown(unread) : notApplicable('nobody asks for the source key');
    }
    const blank = unreadDocument(facts, ['key'], ['source']);
    if (blank !== undefined) return unknown(blank);
    const written = statementsOf(
      writtenDocuments(facts).filter(({ kind, side }) => kind === 'key' && side === 'source'),
    );
    const allows = written.filter(({ statement }) => statement.effect === 'Allow');
    const byService = allows.filter(({ statement }) =>
      statement.principal?.patterns.some(({ type, written: name }) => type === 'service' && name.startsWith('backup.')),
    );
    const [first] = byService;
    const isNamed = allows.some(({ statement }) =>
      statement.principal?.patterns.some(({ type, written: name }) => type === 'everyone' || name.includes(account)),
    );
    if (first === undefined || isNamed) return met();
    return found({
      parts: { account },
      actor: first.document.actor,
      evidence: byService.map((each) => quoteOf(each)),
      mends: [smallest(first.document.actor, text('mend.key-names-an-account', { account }))],
    });
  },
};
