import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown } from '../facts.ts';
import { met, notApplicable, smallest, unknown } from '../requirement.ts';

/** Both accounts have their Region switched on. https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
export const regionsAreEnabled: Check = {
  id: 'regions-are-enabled',
  gate: 'destination-account',
  severity: 'blocks',
  sources: ['FM-REG-2', 'https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html'],
  judge(facts) {
    const sides = (['destination', 'source'] as const).map((side) => ({ side, ...facts[side] }));
    const off = sides.find(({ isRegionEnabled }) => isRegionEnabled === false);
    if (off !== undefined) {
      const actor = { side: off.side, account: off.account };
      const parts = { region: off.region, account: off.account };
      return found({
        parts,
        actor,
        evidence: [{ origin: `account ${off.account}`, place: `Region ${off.region}`, quote: 'DISABLED' }],
        mends: [smallest(actor, text('mend.regions-are-enabled', parts))],
      });
    }
    const looked = sides.flatMap(({ isRegionEnabled }) => (isRegionEnabled === undefined ? [] : [isRegionEnabled]));
    if (looked.length === 0) return notApplicable('nobody looked at the Regions');
    const blank = looked.find(isUnknown);
    return blank === undefined ? met() : unknown(blank);
  },
};
