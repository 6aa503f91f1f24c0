import * as copyJob from '../../messages/copy-job.ts';
import { isKeptByBackup } from '../../model/recovery-point.ts';
import { isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import { aliasesOf, isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atSource, documented, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * A point of a type that AWS Backup does not fully manage leaves its account only under a customer managed key: the policy of an AWS
 * managed key cannot let another account in. https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export const sourceKeyIsCustomerManaged: Requirement = {
  id: 'source-key-is-customer-managed',
  gate: 'source-key',
  sources: ['FM-KMS-8', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  judge(facts) {
    const { key, point, pointArn } = facts.source;
    if (!isCrossAccount(facts)) return notApplicable('the copy stays in its account');
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    if (isFullyManaged(point.resourceType, point.attributes)) return notApplicable('AWS Backup fully manages the type');
    if (isKeptByBackup(pointArn)) return notApplicable('AWS Backup itself keeps the point, in an air-gapped vault');
    if (isUnknown(point.isEncrypted)) return unknown(point.isEncrypted);
    if (!point.isEncrypted) return notApplicable('the recovery point is not encrypted');
    if (isUnknown(key)) return unknown(key);
    if (key === null) return notApplicable('the key is gone');
    if (key.manager === 'CUSTOMER') return met();
    return unmet({
      sentence: copyJob.sourceUsesAwsManagedKey(),
      actor: atSource(facts),
      mends: [
        smallest(atSource(facts), text('mend.source-key-is-customer-managed.two-hops')),
        documented(atSource(facts), text('mend.source-key-is-customer-managed.restore')),
      ],
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
