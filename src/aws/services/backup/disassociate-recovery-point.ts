import type { DisassociateRecoveryPointInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { Operation } from '../operation.ts';
import { openRecoveryPoint } from './vault-access.ts';

/** Would hand a continuous backup back to its service. There are none here, so that every point is refused as AWS refuses a snapshot. */
export const disassociateRecoveryPoint: Operation<DisassociateRecoveryPointInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const { point } = await openRecoveryPoint(services, call, {
    action: 'backup:DisassociateRecoveryPoint',
    vaultName: input.BackupVaultName,
    recoveryPointArn: input.RecoveryPointArn,
  });
  throw backup.pointIsNotContinuous(point.arn);
};
