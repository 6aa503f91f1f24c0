import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { atManagement, met, notApplicable, smallest, unknown } from '../requirement.ts';
import { writtenDocuments } from '../written-documents.ts';

const NARROWING = ['backup:copytargets', 'backup:copytargetorgpaths'];

/** Some service control policy says where copies may go: the switch opens every account of the organization to every other. */
export const destinationsAreNarrowed: Check = {
  id: 'destinations-are-narrowed',
  gate: 'organization',
  severity: 'remark',
  sources: ['FM-SIL-9'],
  judge(facts) {
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    const { serviceControl } = facts.source;
    // Where nobody looked at the account, its policies are those that stand above the role.
    if (serviceControl === undefined && isUnknown(facts.role.found)) return unknown(facts.role.found);
    const levels = serviceControl ?? knownOf(facts.role.found)?.serviceControl;
    if (levels === undefined) return notApplicable('nobody looked at the policies above the source');
    if (isUnknown(levels)) return unknown(levels);
    const control = writtenDocuments(facts).filter(({ kind, side }) => kind === 'service-control' && side === 'source');
    if (control.some(({ text: written }) => NARROWING.some((key) => written.toLowerCase().includes(key)))) return met();
    const { account } = facts.source;
    return found({
      actor: atManagement(facts.source),
      evidence: [
        {
          origin: `service control policies above account ${account}`,
          quote: control.map(({ origin }) => origin).join(', ') || 'none apply',
        },
      ],
      mends: [
        smallest(
          atManagement(facts.source),
          text('mend.destinations-are-narrowed', { vault: facts.destination.vaultArn }),
        ),
      ],
    });
  },
};
