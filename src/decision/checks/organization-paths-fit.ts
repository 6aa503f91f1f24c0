import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { smallest } from '../requirement.ts';
import { metWhereRead, quoteOf, statementsOf, writtenDocuments } from '../written-documents.ts';

const KEYS: ReadonlySet<string> = new Set([
  'backup:copytargetorgpaths',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
]);

/** `o-…/r-…/ou-…/`: a path ends with a slash, so a pattern must end with `/`, `*` or a variable to fit one. */
const isFit = (pattern: string): boolean => /^(?:o-|\*|\$\{)/.test(pattern) && /[/*}]$/.test(pattern);

/** Patterns for organization paths have the shape of one. */
export const organizationPathsFit: Check = {
  id: 'organization-paths-fit',
  gate: 'organization',
  severity: 'risk',
  sources: ['FM-SCP-2', 'FM-VLT-2'],
  judge(facts) {
    const faults = statementsOf(writtenDocuments(facts)).flatMap((each) =>
      each.statement.conditions
        .filter(({ keyLowerCase, values }) => KEYS.has(keyLowerCase) && values.some((value) => !isFit(value)))
        .map((condition) => ({ quote: quoteOf(each, condition), actor: each.document.actor })),
    );
    const [first] = faults;
    if (first === undefined)
      return metWhereRead(facts, ['vault-access', 'key', 'service-control', 'resource-control', 'role']);
    return found({
      actor: first.actor,
      evidence: faults.map(({ quote }) => quote),
      mends: [smallest(first.actor, text('mend.organization-paths-fit'))],
    });
  },
};
