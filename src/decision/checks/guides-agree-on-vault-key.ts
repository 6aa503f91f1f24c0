import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { Check } from '../check.ts';
import { found } from '../check.ts';
import { aliasesOf, isCrossAccount, isUnknown, knownOf } from '../facts.ts';
import { atDestination, met, notApplicable, smallest, unknown } from '../requirement.ts';

/** The destination is under a customer managed key also where it need not be: of AWS's pages one allows its own key, another denies it. */
export const guidesAgreeOnVaultKey: Check = {
  id: 'guides-agree-on-vault-key',
  gate: 'destination-key',
  severity: 'remark',
  sources: ['FM-VLT-10', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  judge(facts) {
    const { key, vaultArn } = facts.destination;
    const { point } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (isUnknown(key)) return unknown(key);
    const managed = knownOf(point);
    if (managed === undefined || key === null) return notApplicable('point or key is missing');
    if (!isFullyManaged(managed.resourceType, managed.attributes)) return notApplicable('the type needs such a key');
    if (key.manager === 'CUSTOMER') return met();
    return found({
      actor: atDestination(facts),
      evidence: [
        { origin: `vault ${vaultArn}`, place: 'EncryptionKeyArn', quote: [key.arn, ...aliasesOf(key)].join(' ') },
      ],
      mends: [smallest(atDestination(facts), text('mend.destination-vault-key-is-customer-managed'))],
    });
  },
};
