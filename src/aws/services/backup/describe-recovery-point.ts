import type { DescribeRecoveryPointInput, DescribeRecoveryPointOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { pointSurroundings, toRecoveryPointDetails } from './recovery-point-shape.ts';
import { openRecoveryPoint } from './vault-access.ts';

export const describeRecoveryPoint: Operation<DescribeRecoveryPointInput, DescribeRecoveryPointOutput> = async (
  services,
  input,
  call,
) => {
  const { point } = await openRecoveryPoint(services, call, {
    action: 'backup:DescribeRecoveryPoint',
    vaultName: input.BackupVaultName,
    account: input.BackupVaultAccountId,
    recoveryPointArn: input.RecoveryPointArn,
  });
  const surroundings = await services.records.read((db) => pointSurroundings(db, [point]));
  return toRecoveryPointDetails(point, surroundings);
};
