import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isUnknown, knownOf } from '../facts.ts';
import { ownerOf } from '../mend-key.ts';
import { met, notApplicable, smallest, unknown } from '../requirement.ts';

/** A key is no multi-Region key: each replica has a policy of its own, and a change to the primary's reaches none of them. */
export const replicasHaveTheSamePolicy: Check = {
  id: 'replicas-have-the-same-policy',
  gate: 'source-key',
  severity: 'remark',
  sources: ['FM-KMS-17', 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  judge(facts) {
    const both = [facts.source.key, facts.destination.key];
    const keys = both.map(knownOf).filter((key) => key !== undefined);
    const replicated = keys.find(({ multiRegion = null }) => multiRegion !== null);
    if (replicated === undefined) {
      const unread = both.find(isUnknown);
      if (unread !== undefined) return unknown(unread);
      return keys.length === 0 ? notApplicable('there is no key') : met();
    }
    const actor = ownerOf(facts, replicated);
    return found({
      actor,
      evidence: [
        { origin: `key ${replicated.arn}`, place: 'MultiRegionKeyType', quote: String(replicated.multiRegion) },
      ],
      mends: [smallest(actor, text('mend.replicas-have-the-same-policy', { key: replicated.arn }))],
    });
  },
};
