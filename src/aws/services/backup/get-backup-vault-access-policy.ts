import type { GetBackupVaultAccessPolicyInput, GetBackupVaultAccessPolicyOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** The policy as it was put. Throws ResourceNotFoundException where the vault has none. */
export const getBackupVaultAccessPolicy: Operation<
  GetBackupVaultAccessPolicyInput,
  GetBackupVaultAccessPolicyOutput
> = async (services, input, call) => {
  const { name, arn, access_policy } = await openVault(services, call, {
    action: 'backup:GetBackupVaultAccessPolicy',
    vaultName: input.BackupVaultName,
  });
  if (access_policy === null) throw backup.policyNotFound(name);
  return { BackupVaultName: name, BackupVaultArn: arn, Policy: access_policy };
};
