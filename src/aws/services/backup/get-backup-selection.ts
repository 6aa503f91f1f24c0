import type { GetBackupSelectionInput, GetBackupSelectionOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { BackupSelection } from '../../../model/backup-selection.ts';
import { selectionOfPlan } from '../../../storage/records/backup-selections.ts';
import type { Operation } from '../operation.ts';
import { openSelectionPlan } from './plan-access.ts';
import { present, toDate } from './present.ts';
import { toSelectionShape } from './selection-shape.ts';

/** A selection as it was written. An unknown plan is an invalid parameter here, an oddity kept on purpose. */
export const getBackupSelection: Operation<GetBackupSelectionInput, GetBackupSelectionOutput> = async (
  services,
  input,
  call,
) => {
  const { id } = await openSelectionPlan(services, call, {
    action: 'backup:GetBackupSelection',
    planId: input.BackupPlanId,
  });
  const row = await services.records.read((db) => selectionOfPlan(db, { planId: id, selectionId: input.SelectionId }));
  if (row === undefined) throw backup.selectionNotFound(input.SelectionId);
  return present<GetBackupSelectionOutput>({
    BackupSelection: toSelectionShape(JSON.parse(row.document) as BackupSelection),
    SelectionId: row.id,
    BackupPlanId: row.plan_id,
    CreationDate: toDate(row.created_at),
    CreatorRequestId: row.creator_request_id,
  });
};
