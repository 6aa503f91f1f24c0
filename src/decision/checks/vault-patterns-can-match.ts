import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

/** What the ARN of a vault looks like, wildcards and all; a pattern with a slash after `backup-vault` fits none. */
const NEVER = /:backup-vault\/|:vault[:/]/;

/** Patterns for vault ARNs in `backup:CopyTargets` and in resources have the shape of a vault's ARN. */
export const vaultPatternsCanMatch: Check = {
  id: 'vault-patterns-can-match',
  gate: 'organization',
  severity: 'risk',
  sources: ['FM-SCP-4'],
  judge(facts) {
    const faults = statementsOf(writtenDocuments(facts)).flatMap((each) => {
      const { statement } = each;
      const inConditions = statement.conditions.filter(
        ({ keyLowerCase, values }) =>
          keyLowerCase === 'backup:copytargets' && values.some((value) => NEVER.test(value)),
      );
      const inResource = (statement.resource?.patterns ?? []).some(({ written }) => NEVER.test(written));
      const evidence = [
        ...inConditions.map((condition) => quoteOf(each, condition)),
        ...(inResource ? [quoteOf(each)] : []),
      ];
      return evidence.map((quote) => ({ quote, actor: each.document.actor }));
    });
    const [first] = faults;
    if (first === undefined)
      return metWhereRead(facts, ['vault-access', 'key', 'service-control', 'resource-control', 'role']);
    return found({
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.vault-patterns-can-match'))],
    });
  },
};
