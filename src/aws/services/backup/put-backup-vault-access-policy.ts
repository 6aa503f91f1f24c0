import type { PutBackupVaultAccessPolicyInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { setVaultAccessPolicy } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { acceptVaultPolicy } from './accept-vault-policy.ts';
import { openVault } from './vault-access.ts';

/** Writes a vault's access policy; it reads back as it was given. */
export const putBackupVaultAccessPolicy: Operation<PutBackupVaultAccessPolicyInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const vault = await openVault(services, call, {
    action: 'backup:PutBackupVaultAccessPolicy',
    vaultName: input.BackupVaultName,
  });
  const policy = input.Policy;
  if (policy === undefined) throw backup.memberMissing('Policy');
  await services.records.write(async (db) => {
    await acceptVaultPolicy(db, vault, policy);
    await setVaultAccessPolicy(db, vault.arn, policy, call.now);
  });
  return {};
};
