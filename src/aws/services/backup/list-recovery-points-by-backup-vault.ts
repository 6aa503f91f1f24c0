import type {
  ListRecoveryPointsByBackupVaultInput,
  ListRecoveryPointsByBackupVaultOutput,
} from '@aws-sdk/client-backup';
import { listRecoveryPoints } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present, toTime } from './present.ts';
import { pointSurroundings, toRecoveryPointShape } from './recovery-point-shape.ts';
import { openVault } from './vault-access.ts';

/** The recovery points of a vault, newest first. None belongs to a composite yet. */
export const listRecoveryPointsByBackupVault: Operation<
  ListRecoveryPointsByBackupVaultInput,
  ListRecoveryPointsByBackupVaultOutput
> = async (services, input, call) => {
  const vault = await openVault(services, call, {
    action: 'backup:ListRecoveryPointsByBackupVault',
    vaultName: input.BackupVaultName,
    account: input.BackupVaultAccountId,
  });
  const page = parsePageRequest(input);
  if (input.ByParentRecoveryPointArn !== undefined) return { RecoveryPoints: [] };
  const filter = {
    vaultArn: vault.arn,
    resourceArn: input.ByResourceArn,
    resourceType: input.ByResourceType,
    planId: input.ByBackupPlanId,
    createdBefore: toTime(input.ByCreatedBefore),
    createdAfter: toTime(input.ByCreatedAfter),
  };
  const { points, surroundings } = await services.records.read(async (db) => {
    const found = await listRecoveryPoints(db, filter, withOneMore(page));
    return { points: found, surroundings: await pointSurroundings(db, found) };
  });
  const { rows, nextToken } = cutPage(points, page.limit, ({ created_at, arn }) => [created_at, arn]);
  return present<ListRecoveryPointsByBackupVaultOutput>({
    RecoveryPoints: rows.map((point) => toRecoveryPointShape(point, surroundings)),
    NextToken: nextToken,
  });
};
