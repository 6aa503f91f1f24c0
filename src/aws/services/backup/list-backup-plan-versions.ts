import type { ListBackupPlanVersionsInput, ListBackupPlanVersionsOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { listPlanVersions } from '../../../storage/records/backup-plans.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { toPlanListShape } from './list-backup-plans.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { findPlan } from './plan-access.ts';
import { present } from './present.ts';

/** The versions of a plan, deleted or not, newest first. */
export const listBackupPlanVersions: Operation<ListBackupPlanVersionsInput, ListBackupPlanVersionsOutput> = async (
  services,
  input,
  call,
) => {
  const plan = await findPlan(services, call, {
    action: 'backup:ListBackupPlanVersions',
    planId: input.BackupPlanId,
  });
  if (plan === undefined) throw backup.planNotFound();
  const page = parsePageRequest(input);
  const versions = await services.records.read((db) => listPlanVersions(db, plan.id, withOneMore(page)));
  const { rows, nextToken } = cutPage(versions, page.limit, ({ place, version_id }) => [place, version_id]);
  return present<ListBackupPlanVersionsOutput>({
    NextToken: nextToken,
    BackupPlanVersionsList: rows.map(({ version_id, document, created_at }) =>
      toPlanListShape({ ...plan, version_id, document, created_at }),
    ),
  });
};
