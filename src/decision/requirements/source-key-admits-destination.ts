import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, PointFacts } from '../facts.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import { judgeKey } from '../judge-key.ts';
import { sourceKeyUnusable } from '../key-sentences.ts';
import { actingRole, keyRight } from '../key-uses.ts';
import type { Answer, Requirement } from '../requirement.ts';
import { atSource, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * The key that seals the point exists, is enabled, and admits whoever reads it for the copy: across accounts the destination's
 * service-linked role, to read and to pass the use on by grant.
 * https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy
 */
export const sourceKeyAdmitsDestination: Requirement = {
  id: 'source-key-admits-destination',
  gate: 'source-key',
  sources: [
    'FM-KMS-1',
    'FM-KMS-2',
    'FM-KMS-3',
    'FM-KMS-4',
    'FM-KMS-5',
    'FM-KMS-6',
    'FM-KMS-7',
    'FM-KMS-9',
    'FM-KMS-12',
    'https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy',
  ],
  judge(facts) {
    const { key, point } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (isUnknown(point.isEncrypted)) return unknown(point.isEncrypted);
    if (!point.isEncrypted) return notApplicable('the recovery point is not encrypted');
    if (isUnknown(key)) return unknown(key);
    if (key === null) return keyIsGone(facts, point);
    const isManaged = isFullyManaged(point.resourceType, point.attributes);
    if (key.manager === 'AWS' && isCrossAccount(facts) && !isManaged) {
      return notApplicable('an AWS managed key never leaves its account');
    }
    if (isUnknown(point.keyArn)) return unknown(point.keyArn);
    const right = keyRight(facts, 'source');
    if (right === undefined || right.kind === 'none') return noRight(facts);
    return judgeKey({ facts, side: 'source', key, right, sentence: sourceKeyUnusable(point.resourceType) });
  },
};

function keyIsGone(facts: CopyFacts, { keyArn, resourceType }: PointFacts): Answer {
  return unmet({
    sentence: sourceKeyUnusable(resourceType),
    actor: atSource(facts),
    mends: [smallest(atSource(facts), text('mend.source-key-gone'))],
    evidence: [
      {
        origin: `recovery point ${facts.source.pointArn}`,
        place: 'EncryptionKeyArn',
        quote: isUnknown(keyArn) ? 'unknown' : (keyArn ?? 'none'),
      },
    ],
  });
}

function noRight(facts: CopyFacts): Answer {
  const { vault } = facts.destination;
  if (isUnknown(vault)) return unknown(vault);
  const actor = actingRole(facts);
  if (isUnknown(actor)) return unknown(actor);
  return notApplicable('nobody would read it: the vault or the acting role is missing, or the type is never copied');
}
