import type {
  CreateLogicallyAirGappedBackupVaultInput,
  CreateLogicallyAirGappedBackupVaultOutput,
} from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { RETENTION_DAYS_MAX } from '../../../model/lifecycle.ts';
import type { Operation, Validated } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { AIR_GAPPED_DAYS_MIN } from './limits.ts';
import { makeVault } from './make-vault.ts';

/**
 * Makes a logically air-gapped vault: in compliance mode from its first moment. Without a key of the customer's, AWS seals it with a key
 * of its own; here the account's `aws/backup` key stands in for that one. It takes a minute to three until it is AVAILABLE; copies may start before.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
 */
export const createLogicallyAirGappedBackupVault: Operation<
  CreateLogicallyAirGappedBackupVaultInput,
  CreateLogicallyAirGappedBackupVaultOutput
> = async (services, input, call) => {
  const { name, arn, created_at } = await makeVault(services, call, {
    action: 'backup:CreateLogicallyAirGappedBackupVault',
    name: input.BackupVaultName,
    tags: acceptTags(input.BackupVaultTags),
    keyId: input.EncryptionKeyArn,
    creatorRequestId: input.CreatorRequestId,
    airGap: acceptDays(input),
  });
  return { BackupVaultName: name, BackupVaultArn: arn, CreationDate: new Date(created_at), VaultState: 'CREATING' };
};

function acceptDays({
  MinRetentionDays: minDays,
  MaxRetentionDays: maxDays,
}: Validated<CreateLogicallyAirGappedBackupVaultInput>) {
  for (const [member, days] of Object.entries({ MinRetentionDays: minDays, MaxRetentionDays: maxDays })) {
    if (days < AIR_GAPPED_DAYS_MIN || days > RETENTION_DAYS_MAX) {
      const range = `less than ${AIR_GAPPED_DAYS_MIN} or more than ${RETENTION_DAYS_MAX} days`;
      throw backup.airGappedDaysInvalid(`${member} cannot be ${range}.`);
    }
  }
  if (minDays > maxDays) {
    throw backup.airGappedDaysInvalid('MinRetentionDays cannot be greater than MaxRetentionDays.');
  }
  return { minDays, maxDays };
}
