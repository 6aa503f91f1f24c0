import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/**
 * No allow leans on `ForAllValues` or a negated operator alone: both hold where the key is absent, and let in callers that have no
 * organization at all.
 */
export const allowsHoldOnlyWithKeys: Check = {
  id: 'allows-hold-only-with-keys',
  gate: 'destination-vault',
  severity: 'risk',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  ],
  judge(facts) {
    const documents = writtenDocuments(facts).filter(({ kind }) => kind === 'vault-access' || kind === 'key');
    const faults = statementsOf(documents).flatMap((each) => {
      const { effect, conditions, principal } = each.statement;
      if (effect !== 'Allow' || !principal?.patterns.some(({ type }) => type === 'everyone')) return [];
      const bounding = conditions.filter(({ name }) => name.quantifier !== 'ForAllValues' && !name.isNegated);
      const loose = conditions.filter(
        ({ name, keyLowerCase }) =>
          name.quantifier === 'ForAllValues' && ['aws:principalorgpaths', 'aws:principalorgid'].includes(keyLowerCase),
      );
      return bounding.length > 0
        ? []
        : loose.map((condition) => ({ quote: quoteOf(each, condition), actor: each.document.actor }));
    });
    const [first] = faults;
    if (first === undefined) return metWhereRead(facts, ['vault-access', 'key']);
    return found({
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.allows-hold-only-with-keys'))],
    });
  },
};
