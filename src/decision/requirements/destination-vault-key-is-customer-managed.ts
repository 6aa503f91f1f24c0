import * as copyJob from '../../messages/copy-job.ts';
import { awsManagedKeyAliasOf, isFullyManaged } from '../../model/resource-type.ts';
import { text } from '../../words/text.ts';
import type { CopyFacts, KeyFacts, PointFacts } from '../facts.ts';
import { aliasesOf, isCrossAccount, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * Types that AWS Backup does not fully manage go only into vaults under a customer managed key; within an account the key of the owning
 * service (`aws/ebs` for a volume) will do as well. Fully managed types go into any vault: the encryption page says so, the security
 * notes of the cross-account page still deny it; the newer text is followed. Logically air-gapped vaults take all, also under their default key.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 */
export const destinationVaultKeyIsCustomerManaged: Requirement = {
  id: 'destination-vault-key-is-customer-managed',
  gate: 'destination-key',
  sources: ['FM-VLT-9', 'FM-VLT-10', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html'],
  judge(facts) {
    const { key, vault, vaultArn } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point === null) return notApplicable('there is no recovery point');
    const { resourceType, attributes } = point;
    if (isFullyManaged(resourceType, attributes)) return notApplicable('AWS Backup fully manages the type');
    if (resourceType === 'Storage Gateway') return notApplicable('Storage Gateway has a requirement of its own');
    if (!isUnknown(vault) && vault?.type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT')
      return notApplicable('an air-gapped vault takes copies under the key that AWS owns');
    if (isUnknown(key)) return unknown(key);
    if (key === null) return notApplicable('vault or key is missing');
    if (key.manager === 'CUSTOMER' || isOwningServicesKey(facts, { key, point })) return met();
    if (!isCrossAccount(facts) && isUnknown(key.aliases)) return unknown(key.aliases);
    return unmet({
      sentence: copyJob.destinationUsesDefaultKey(),
      actor: atDestination(facts),
      mends: [smallest(atDestination(facts), text('mend.destination-vault-key-is-customer-managed'))],
      evidence: [
        { origin: `vault ${vaultArn}`, place: 'EncryptionKeyArn', quote: [key.arn, ...aliasesOf(key)].join(' ') },
      ],
    });
  },
};

function isOwningServicesKey(facts: CopyFacts, { key, point }: { key: KeyFacts; point: PointFacts }): boolean {
  return !isCrossAccount(facts) && aliasesOf(key).includes(awsManagedKeyAliasOf(point.resourceType));
}
