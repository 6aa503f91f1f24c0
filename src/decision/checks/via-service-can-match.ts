import type { Condition } from '../../policy/conditions/condition.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import type { CopyFacts } from '../facts.ts';
import { keyRight, unreadForSourceRight } from '../key-uses.ts';
import { notApplicable, smallest, unknown } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/**
 * Conditions on `kms:ViaService` in the two key policies can fit the service that asks: KMS sends `ec2.REGION.amazonaws.com`, never a
 * name without a Region, and AWS Backup itself asks for fully managed types only.
 */
export const viaServiceCanMatch: Check = {
  id: 'via-service-can-match',
  gate: 'source-key',
  severity: 'risk',
  sources: ['FM-KMS-5'],
  judge(facts) {
    const right = keyRight(facts, 'source');
    const viaService = right?.kind === 'job-grant' ? right.viaService : undefined;
    if (viaService === undefined) {
      const unread = unreadForSourceRight(facts);
      return unread ? unknown(unread) : notApplicable('no service asks for the source key');
    }
    const keys = writtenDocuments(facts).filter(({ kind, side }) => kind === 'key' && side === 'source');
    const faults = statementsOf(keys).flatMap((each) =>
      each.statement.effect === 'Deny'
        ? []
        : each.statement.conditions
            .filter((condition) => cannotMatch(condition, { viaService, facts }))
            .map((condition) => ({ quote: quoteOf(each, condition), actor: each.document.actor })),
    );
    const [first] = faults;
    if (first === undefined) return metWhereRead(facts, ['key'], ['source']);
    return found({
      parts: { service: viaService },
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.via-service-can-match', { service: viaService }))],
    });
  },
};

function cannotMatch(condition: Condition, { viaService }: { viaService: string; facts: CopyFacts }): boolean {
  if (condition.keyLowerCase !== 'kms:viaservice' || condition.name.isNegated) return false;
  return !condition.tests.some((test) => test(viaService, () => undefined));
}
