import type { UpdateBackupPlanInput, UpdateBackupPlanOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { addPlanVersion, countPlanVersions, newVersionId } from '../../../storage/records/backup-plans.ts';
import type { Operation } from '../operation.ts';
import { acceptPlan } from './accept-plan.ts';
import { PLAN_VERSIONS_MAX } from './limits.ts';
import { newestDocument, openOwnPlan, rereadPlan } from './plan-access.ts';
import { toAdvancedSettings } from './plan-shape.ts';
import { present, toDate } from './present.ts';

/** Gives a plan a new document, as a new version; the older ones can still be read. What has been backed up stays as it is. */
export const updateBackupPlan: Operation<UpdateBackupPlanInput, UpdateBackupPlanOutput> = async (
  services,
  input,
  call,
) => {
  const { id } = await openOwnPlan(services, call, { action: 'backup:UpdateBackupPlan', planId: input.BackupPlanId });
  const { random } = services;
  const versionId = newVersionId(random);
  const { plan, document } = await services.records.write(async (db) => {
    const there = await rereadPlan(db, id);
    const wanted = acceptPlan(input.BackupPlan, { random, before: await newestDocument(db, there) });
    if ((await countPlanVersions(db, id)) >= PLAN_VERSIONS_MAX) throw backup.tooManyPlanVersions(PLAN_VERSIONS_MAX);
    await addPlanVersion(db, there, { versionId, document: wanted, now: call.now });
    return { plan: there, document: wanted };
  });
  return present<UpdateBackupPlanOutput>({
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    CreationDate: toDate(call.now),
    VersionId: versionId,
    AdvancedBackupSettings: toAdvancedSettings(document),
    ScanSettings: undefined,
  });
};
