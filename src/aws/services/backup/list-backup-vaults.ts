import type { ListBackupVaultsInput, ListBackupVaultsOutput } from '@aws-sdk/client-backup';
import { keyManagers } from '../../../storage/records/key-managers.ts';
import { countRecoveryPoints, listVaults } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';
import { toVaultShape } from './vault-shape.ts';
import { vaultState } from './vault-state.ts';

/** The caller's own vaults, oldest first. Nobody shares vaults here, so that `ByShared` finds none. */
export const listBackupVaults: Operation<ListBackupVaultsInput, ListBackupVaultsOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:ListBackupVaults');
  const page = parsePageRequest(input);
  if (input.ByShared === true) return { BackupVaultList: [] };
  const filter = { account: call.principal.account, region: call.region, type: input.ByVaultType };
  const { rows, nextToken, counts, managers } = await services.records.read(async (db) => {
    const cut = cutPage(await listVaults(db, filter, withOneMore(page)), page.limit, ({ created_at, arn }) => [
      created_at,
      arn,
    ]);
    const arns = cut.rows.map(({ arn }) => arn);
    const keyArns = cut.rows.map(({ key_arn }) => key_arn);
    return { ...cut, counts: await countRecoveryPoints(db, arns), managers: await keyManagers(db, keyArns) };
  });
  return present<ListBackupVaultsOutput>({
    BackupVaultList: rows.map((vault) =>
      toVaultShape(vault, {
        state: vaultState(vault, services),
        recoveryPoints: counts.get(vault.arn) ?? 0,
        managers,
      }),
    ),
    NextToken: nextToken,
  });
};
