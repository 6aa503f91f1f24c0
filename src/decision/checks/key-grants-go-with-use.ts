import type { Statement } from '../../policy/document.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount } from '../facts.ts';
import { keyRight, unreadForSourceRight } from '../key-uses.ts';
import { met, notApplicable, smallest, unknown } from '../requirement.ts';
import { isAbout, quoteOf, statementsOf, unreadDocument, writtenDocuments } from '../written-documents.ts';

/** A key policy that lets the destination use the key also lets it make grants for AWS resources: use alone copies nothing. */
export const keyGrantsGoWithUse: Check = {
  id: 'key-grants-go-with-use',
  gate: 'source-key',
  severity: 'remark',
  sources: ['FM-KMS-4'],
  judge(facts) {
    const { account } = facts.destination;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (keyRight(facts, 'source')?.kind !== 'job-grant') {
      const unread = unreadForSourceRight(facts);
      return unread ? unknown(unread) : notApplicable('no grant is made on the source key');
    }
    const blank = unreadDocument(facts, ['key'], ['source']);
    if (blank !== undefined) return unknown(blank);
    const written = statementsOf(
      writtenDocuments(facts).filter(({ kind, side }) => kind === 'key' && side === 'source'),
    );
    const named = written.filter(({ statement }) => statement.effect === 'Allow' && names(statement, account));
    const uses = named.filter(({ statement }) => isAbout(statement, 'kms:Decrypt'));
    const [first] = uses;
    if (first === undefined) return notApplicable('the key policy does not name the destination');
    if (named.some(({ statement }) => isAbout(statement, 'kms:CreateGrant'))) return met();
    return found({
      parts: { account },
      actor: first.document.actor,
      evidence: uses.map((each) => quoteOf(each)),
      mends: [smallest(first.document.actor, text('mend.key-grants-go-with-use', { account }))],
    });
  },
};

const names = ({ principal }: Statement, account: string): boolean =>
  principal?.patterns.some(({ written, type }) => type === 'everyone' || written.includes(account)) === true;
