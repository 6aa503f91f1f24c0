import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { isCrossAccount, isUnknown } from '../facts.ts';
import { atSource, met, notApplicable, smallest, unknown } from '../requirement.ts';

/**
 * The key of the recovery point is that of its vault, or its type makes plain which one counts: set-ups often share the vault's key with
 * the destination where the resource's is the one that is asked for.
 */
export const sharedKeyIsTheOneThatCounts: Check = {
  id: 'shared-key-is-the-one-that-counts',
  gate: 'source-key',
  severity: 'remark',
  sources: ['FM-KMS-7'],
  judge(facts) {
    const { point, vault } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (isUnknown(vault)) return unknown(vault);
    if (point === null || vault === null) return notApplicable('point or vault is missing');
    if (isFullyManaged(point.resourceType, point.attributes)) return notApplicable('the key of the vault counts');
    if (isUnknown(point.keyArn)) return unknown(point.keyArn);
    const { keyArn } = point;
    if (keyArn === null || keyArn === vault.keyArn) return met();
    // Worth a word only where the key that counts stays closed: judged by whether the destination is named in it.
    const { key } = facts.source;
    if (isUnknown(key)) return unknown(key);
    const policy = key?.policy;
    if (policy === undefined) return notApplicable('the key is gone');
    if (isUnknown(policy)) return unknown(policy);
    if (policy.includes(facts.destination.account)) return met();
    return found({
      parts: { type: point.resourceType },
      actor: atSource(facts),
      evidence: [
        { origin: `recovery point ${facts.source.pointArn}`, place: 'EncryptionKeyArn', quote: keyArn },
        { origin: `vault ${facts.source.vaultArn}`, place: 'EncryptionKeyArn', quote: vault.keyArn },
      ],
      mends: [smallest(atSource(facts), text('mend.shared-key-is-the-one-that-counts', { key: keyArn }))],
    });
  },
};
