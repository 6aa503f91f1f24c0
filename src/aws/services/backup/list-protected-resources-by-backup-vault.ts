import type {
  ListProtectedResourcesByBackupVaultInput,
  ListProtectedResourcesByBackupVaultOutput,
} from '@aws-sdk/client-backup';
import { listProtectedResources } from '../../../storage/records/protected-resources.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { toProtectedResourceShape } from './protected-resource-shape.ts';
import { openVault } from './vault-access.ts';

/** Resources that have recovery points in one vault, those backed up last first. */
export const listProtectedResourcesByBackupVault: Operation<
  ListProtectedResourcesByBackupVaultInput,
  ListProtectedResourcesByBackupVaultOutput
> = async (services, input, call) => {
  const vault = await openVault(services, call, {
    action: 'backup:ListProtectedResourcesByBackupVault',
    vaultName: input.BackupVaultName,
    account: input.BackupVaultAccountId,
  });
  const page = parsePageRequest(input);
  const filter = { account: vault.account_id, region: vault.region, vaultArn: vault.arn };
  const resources = await services.records.read((db) => listProtectedResources(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(resources, page.limit, (row) => [row.last_backup_at, row.resource_arn]);
  return present<ListProtectedResourcesByBackupVaultOutput>({
    Results: rows.map(toProtectedResourceShape),
    NextToken: nextToken,
  });
};
