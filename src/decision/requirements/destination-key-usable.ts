import { text } from '../../words/text.ts';
import type { CopyFacts, PointFacts } from '../facts.ts';
import { isUnknown } from '../facts.ts';
import { judgeKey } from '../judge-key.ts';
import { destinationKeyUnusable } from '../key-sentences.ts';
import { actingRole, keyRight } from '../key-uses.ts';
import type { Answer, Requirement } from '../requirement.ts';
import { atDestination, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * The destination vault's key exists, is enabled, and admits whoever writes the copy.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export const destinationKeyUsable: Requirement = {
  id: 'destination-key-usable',
  gate: 'destination-key',
  sources: [
    'FM-KMS-9',
    'FM-KMS-12',
    'FM-KMS-15',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
  ],
  judge(facts) {
    const { key, vault } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (isUnknown(vault)) return unknown(vault);
    if (point === null || vault === null) return notApplicable('point or vault is missing');
    if (isUnknown(key)) return unknown(key);
    const right = keyRight(facts, 'destination');
    if (right?.kind === 'none') return notApplicable('the copy stays unencrypted');
    const sentence = destinationKeyUnusable(point.resourceType, vault.keyArn);
    if (key === null) {
      return unmet({
        sentence,
        actor: atDestination(facts),
        mends: [smallest(atDestination(facts), text('mend.destination-key-gone'))],
        evidence: [{ origin: `vault ${facts.destination.vaultArn}`, place: 'EncryptionKeyArn', quote: vault.keyArn }],
      });
    }
    if (right === undefined) return noRight(facts, point);
    return judgeKey({ facts, side: 'destination', key, right, sentence });
  },
};

function noRight(facts: CopyFacts, { isEncrypted }: PointFacts): Answer {
  if (isUnknown(isEncrypted)) return unknown(isEncrypted);
  const actor = actingRole(facts);
  if (isUnknown(actor)) return unknown(actor);
  return notApplicable('nobody would write with it: the acting role is missing, or the type is never copied');
}
