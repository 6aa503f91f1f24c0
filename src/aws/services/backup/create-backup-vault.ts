import type { CreateBackupVaultInput, CreateBackupVaultOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { makeVault } from './make-vault.ts';

/** Makes an ordinary vault. */
export const createBackupVault: Operation<CreateBackupVaultInput, CreateBackupVaultOutput> = async (
  services,
  input,
  call,
) => {
  const { name, arn, created_at } = await makeVault(services, call, {
    action: 'backup:CreateBackupVault',
    name: input.BackupVaultName,
    tags: acceptTags(input.BackupVaultTags),
    keyId: input.EncryptionKeyArn,
    creatorRequestId: input.CreatorRequestId,
  });
  return { BackupVaultName: name, BackupVaultArn: arn, CreationDate: new Date(created_at) };
};
