import type { DeleteBackupVaultAccessPolicyInput } from '@aws-sdk/client-backup';
import { setVaultAccessPolicy } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { openVault } from './vault-access.ts';

/** Removes a vault's access policy, if it has one. */
export const deleteBackupVaultAccessPolicy: Operation<
  DeleteBackupVaultAccessPolicyInput,
  Record<string, never>
> = async (services, input, call) => {
  const vault = await openVault(services, call, {
    action: 'backup:DeleteBackupVaultAccessPolicy',
    vaultName: input.BackupVaultName,
  });
  await services.records.write((db) => setVaultAccessPolicy(db, vault.arn, null, call.now));
  return {};
};
