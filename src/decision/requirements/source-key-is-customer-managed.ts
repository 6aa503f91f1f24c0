import * as copyJob from '../../messages/copy-job.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { aliasesOf, isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, met, notApplicable, unknown, unmet } from '../requirement.ts';

/**
 * A point of a type that AWS Backup does not fully manage leaves its account only under a customer managed key: the policy of an AWS
 * managed key cannot let another account in. https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export const sourceKeyIsCustomerManaged: Requirement = {
  id: 'source-key-is-customer-managed',
  judge(facts) {
    const { key, point, pointArn } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (isFullyManaged(point.resourceType, point.attributes)) return notApplicable('AWS Backup fully manages the type');
    if (isUnknown(point.isEncrypted)) return unknown(point.isEncrypted);
    if (!point.isEncrypted) return notApplicable('the recovery point is not encrypted');
    if (isUnknown(key)) return unknown(key);
    if (key === null) return notApplicable('the key is gone');
    if (key.manager === 'CUSTOMER') return met();
    return unmet({
      sentence: copyJob.sourceUsesAwsManagedKey(),
      actor: atSource(facts),
      mend: 'Restore the resource under a customer managed key, back it up again and copy that; or copy the point into a vault with a customer managed key in its own account first, and that copy across.',
      evidence: [
        {
          origin: `recovery point ${pointArn}`,
          place: 'EncryptionKeyArn',
          quote: [key.arn, ...aliasesOf(key)].join(' '),
        },
      ],
    });
  },
};
