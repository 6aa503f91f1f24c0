import type { DeleteRecoveryPointInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { isRecoveryPointBusy } from '../../../storage/records/jobs.ts';
import { isPointHeld } from '../../../storage/records/legal-holds.ts';
import { deleteRecoveryPoint as removeRecoveryPoint } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { requireUnlocked } from './require-unlocked.ts';
import { tellRefusals } from './tell-refusals.ts';
import { openRecoveryPoint } from './vault-access.ts';

/** Deletes a point unless its vault is locked, a legal hold keeps it or a job is reading it. The bytes go when the vault is pruned. */
export const deleteRecoveryPoint: Operation<DeleteRecoveryPointInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const { point } = await openRecoveryPoint(services, call, {
    action: 'backup:DeleteRecoveryPoint',
    vaultName: input.BackupVaultName,
    recoveryPointArn: input.RecoveryPointArn,
  });
  const deed = { deed: 'DeleteRecoveryPoint', arn: point.arn };
  await tellRefusals(services, call, deed, () =>
    services.records.write(async (db) => {
      await requireUnlocked(db, point.vault_arn);
      if (await isPointHeld(db, point)) throw backup.pointHeld(point.arn);
      if (await isRecoveryPointBusy(db, point.arn)) throw backup.recoveryPointBusy(point.arn);
      await removeRecoveryPoint(db, point.arn, call.now);
    }),
  );
  return {};
};
