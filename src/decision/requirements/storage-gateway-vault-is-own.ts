import * as copyJob from '../../messages/copy-job.ts';
import { text } from '../../words/text.ts';
import type { KeyFacts, VaultFacts } from '../facts.ts';
import { aliasesOf, isUnknown } from '../facts.ts';
import type { Requirement } from '../requirement.ts';
import { atDestination, met, notApplicable, smallest, unknown, unmet } from '../requirement.ts';

/**
 * Storage Gateway volumes go into a vault that a user made, under a key that a user chose.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html
 */
export const storageGatewayVaultIsOwn: Requirement = {
  id: 'storage-gateway-vault-is-own',
  gate: 'destination-vault',
  sources: ['FM-VLT-14', 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html'],
  judge(facts) {
    const { key, vault, vaultArn } = facts.destination;
    const { point } = facts.source;
    if (isUnknown(point)) return unknown(point);
    if (point?.resourceType !== 'Storage Gateway') return notApplicable('the resource is no Storage Gateway volume');
    if (isUnknown(vault)) return unknown(vault);
    if (isUnknown(key)) return unknown(key);
    if (vault === null || key === null) return notApplicable('vault or key is missing');
    if (isOwn(vault, key)) return met();
    return unmet({
      sentence: copyJob.storageGatewayNeedsOwnVault(),
      actor: atDestination(facts),
      mends: [smallest(atDestination(facts), text('mend.storage-gateway-vault-is-own'))],
      evidence: [
        { origin: `vault ${vaultArn}`, place: 'EncryptionKeyArn', quote: [key.arn, ...aliasesOf(key)].join(' ') },
      ],
    });
  },
};

const isOwn = ({ name }: VaultFacts, { manager }: KeyFacts): boolean =>
  name !== 'Default' && !name.startsWith('aws/') && manager === 'CUSTOMER';
