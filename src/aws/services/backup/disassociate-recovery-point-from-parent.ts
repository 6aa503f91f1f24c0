import type { DisassociateRecoveryPointFromParentInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { Operation } from '../operation.ts';
import { openRecoveryPoint } from './vault-access.ts';

/** Would take a point out of a composite one. There are no composites here: no point has a parent, and AWS refuses one without. */
export const disassociateRecoveryPointFromParent: Operation<
  DisassociateRecoveryPointFromParentInput,
  Record<string, never>
> = async (services, input, call) => {
  const { point } = await openRecoveryPoint(services, call, {
    action: 'backup:DisassociateRecoveryPointFromParent',
    vaultName: input.BackupVaultName,
    recoveryPointArn: input.RecoveryPointArn,
  });
  throw backup.pointHasNoParent(point.arn);
};
