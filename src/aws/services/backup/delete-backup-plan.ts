import type { DeleteBackupPlanInput, DeleteBackupPlanOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { markPlanDeleted } from '../../../storage/records/backup-plans.ts';
import { selectionsOfPlan } from '../../../storage/records/backup-selections.ts';
import type { Operation } from '../operation.ts';
import { openOwnPlan, rereadPlan } from './plan-access.ts';

/** Deletes a plan whose selections are gone. Its versions can still be read, and lists tell it to who asks for deleted ones. */
export const deleteBackupPlan: Operation<DeleteBackupPlanInput, DeleteBackupPlanOutput> = async (
  services,
  input,
  call,
) => {
  const { id } = await openOwnPlan(services, call, { action: 'backup:DeleteBackupPlan', planId: input.BackupPlanId });
  const plan = await services.records.write(async (db) => {
    const there = await rereadPlan(db, id);
    if ((await selectionsOfPlan(db, id)).length > 0) throw backup.planHasSelections();
    await markPlanDeleted(db, there, call.now);
    return there;
  });
  return {
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    DeletionDate: new Date(call.now),
    VersionId: plan.version_id,
  };
};
