import type { BackupPlansListMember, ListBackupPlansInput, ListBackupPlansOutput } from '@aws-sdk/client-backup';
import type { BackupPlan } from '../../../model/backup-plan.ts';
import { listPlans, type PlanWithDocument, planPlace } from '../../../storage/records/backup-plans.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { toAdvancedSettings } from './plan-shape.ts';
import { present, toDate } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** The caller's plans, oldest first; deleted ones where they are asked for. */
export const listBackupPlans: Operation<ListBackupPlansInput, ListBackupPlansOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:ListBackupPlans');
  const page = parsePageRequest(input);
  const filter = {
    account: call.principal.account,
    region: call.region,
    withDeleted: input.IncludeDeleted === true,
  };
  const plans = await services.records.read((db) => listPlans(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(plans, page.limit, (plan) => [plan.created_at, planPlace(plan)]);
  return present<ListBackupPlansOutput>({ NextToken: nextToken, BackupPlansList: rows.map(toPlanListShape) });
};

/** A plan, or one version of it, as the lists tell it. */
export const toPlanListShape = (plan: PlanWithDocument): BackupPlansListMember => {
  const document = JSON.parse(plan.document) as BackupPlan;
  return present<BackupPlansListMember>({
    BackupPlanArn: plan.arn,
    BackupPlanId: plan.id,
    CreationDate: toDate(plan.created_at),
    DeletionDate: toDate(plan.deleted_at),
    VersionId: plan.version_id,
    BackupPlanName: document.name,
    CreatorRequestId: plan.creator_request_id,
    LastExecutionDate: toDate(plan.last_execution_at),
    AdvancedBackupSettings: toAdvancedSettings(document),
  });
};
