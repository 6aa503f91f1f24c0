import type { DeleteBackupSelectionInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { deleteSelection, selectionOfPlan } from '../../../storage/records/backup-selections.ts';
import type { Operation } from '../operation.ts';
import { openSelectionPlan, requireOwn } from './plan-access.ts';

/** Takes a selection from its plan. What has been backed up for it stays. */
export const deleteBackupSelection: Operation<DeleteBackupSelectionInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const plan = await openSelectionPlan(services, call, {
    action: 'backup:DeleteBackupSelection',
    planId: input.BackupPlanId,
  });
  requireOwn(plan);
  await services.records.write(async (db) => {
    const row = await selectionOfPlan(db, { planId: plan.id, selectionId: input.SelectionId });
    if (row === undefined) throw backup.selectionToDeleteNotFound(input.SelectionId);
    await deleteSelection(db, row.id);
  });
  return {};
};
