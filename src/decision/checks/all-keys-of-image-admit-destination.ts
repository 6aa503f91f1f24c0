import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import type { CopyFacts, KeyFacts } from '../facts.ts';
import { isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { judgeKey } from '../judge-key.ts';
import { keyRight, unreadForSourceRight } from '../key-uses.ts';
import type { Answer } from '../requirement.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** An image has a snapshot for each volume, each perhaps under a key of its own: all of them let the destination read. */
export const allKeysOfImageAdmitDestination: Check = {
  id: 'all-keys-of-image-admit-destination',
  gate: 'source-key',
  severity: 'blocks',
  sources: ['FM-KMS-3'],
  judge(facts) {
    if (isUnknown(facts.source.point)) return unknown(facts.source.point);
    const point = knownOf(facts.source.point);
    if (point?.resourceType !== 'EC2') return notApplicable('the resource is no EC2 instance');
    const keys = point.otherKeys;
    if (keys === undefined) return notApplicable('nobody looked at the other snapshots of the image');
    if (isUnknown(keys)) return unknown(keys);
    const answers = keys.map((key) => judge(facts, key));
    const refused = answers.filter((answer) => answer.outcome === 'unmet');
    const [first] = refused;
    if (first !== undefined) {
      return found({
        actor: first.actor,
        sentence: first.sentence,
        evidence: refused.flatMap(({ evidence }) => evidence),
        mends: refused.flatMap(({ mends }) => mends),
      });
    }
    return answers.find(({ outcome }) => outcome === 'unknown') ?? met();
  },
};

function judge(facts: CopyFacts, key: KeyFacts): Answer {
  if (key.manager === 'AWS' && isCrossAccount(facts)) {
    return {
      outcome: 'unmet',
      sentence: copyJob.sourceUsesAwsManagedKey(),
      actor: atSource(facts),
      evidence: [{ origin: `key ${key.arn}`, place: 'KeyManager', quote: key.manager }],
      mends: [smallest(atSource(facts), text('mend.source-key-is-customer-managed.restore'))],
    };
  }
  const right = keyRight(facts, 'source');
  if (right === undefined || right.kind !== 'job-grant') {
    const unread = unreadForSourceRight(facts);
    return unread ? unknown(unread) : met();
  }
  const sentence = copyJob.amiSnapshotKeyNotAccessible();
  return judgeKey({ facts, side: 'source', key, right: { ...right, keyArn: key.arn }, sentence });
}
