import * as backup from '../../../messages/backup.ts';
import { printArn } from '../../../model/arn.ts';
import type { BackupPlan } from '../../../model/backup-plan.ts';
import { partitionOf } from '../../../model/region.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { type BackupPlanRow, planById, planVersion } from '../../../storage/records/backup-plans.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import { invariant } from '../../../util/invariant.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeOn, resourceTags } from './vault-access.ts';

export interface PlanQuestion {
  /** `backup:GetBackupPlan` */
  readonly action: string;
  readonly planId: string;
  readonly context?: RequestContext;
}

/** The ARN that a plan's id means for this caller; `*` for a plan that has no id yet. */
export const planArnOf = ({ principal, region }: Call, planId: string): string =>
  printArn({
    partition: partitionOf(region),
    service: 'backup',
    region,
    account: principal.account,
    resource: `backup-plan:${planId}`,
  });

/** The plan, deleted or not, once the caller may do `action` with it; nothing where there is none in this account and Region. */
export async function findPlan(
  services: Services,
  call: Call,
  { action, planId, context }: PlanQuestion,
): Promise<BackupPlanRow | undefined> {
  const arn = planArnOf(call, planId);
  const { plan, tags } = await services.records.read(async (db) => ({
    plan: await planById(db, planId),
    tags: await tagsOf(db, arn),
  }));
  await authorizeOn(services, call, { action, resource: arn, context: { ...context, ...resourceTags(tags) } });
  return plan?.arn === arn ? plan : undefined;
}

/** The plan that is not deleted. Throws ResourceNotFoundException where there is none. */
export async function openPlan(services: Services, call: Call, question: PlanQuestion): Promise<BackupPlanRow> {
  const plan = await findPlan(services, call, question);
  if (plan === undefined || plan.deleted_at !== null) throw backup.planNotFound();
  return plan;
}

/** The same, for who changes it: nobody in the account changes the plans of a backup policy. */
export async function openOwnPlan(services: Services, call: Call, question: PlanQuestion): Promise<BackupPlanRow> {
  const plan = await openPlan(services, call, question);
  requireOwn(plan);
  return plan;
}

/** Throws for a plan that a backup policy of the organization makes. */
export function requireOwn({ managed_by }: BackupPlanRow): void {
  if (managed_by !== null) throw backup.planIsPolicys();
}

/** The plan that is not deleted, for operations on its selections, which have another word for one that is not there. */
export async function openSelectionPlan(
  services: Services,
  call: Call,
  question: PlanQuestion,
): Promise<BackupPlanRow> {
  const plan = await findPlan(services, call, question);
  if (plan === undefined || plan.deleted_at !== null) throw backup.selectionPlanNotFound(question.planId);
  return plan;
}

/** The plan as it is now, inside the transaction that changes it. Throws where it has been deleted meanwhile. */
export async function rereadPlan(db: Database, planId: string): Promise<BackupPlanRow> {
  const plan = await planById(db, planId);
  if (plan === undefined || plan.deleted_at !== null) throw backup.planNotFound();
  return plan;
}

/** The newest document of a plan. */
export async function newestDocument(db: Database, { id, version_id }: BackupPlanRow): Promise<BackupPlan> {
  const version = await planVersion(db, { planId: id, versionId: version_id });
  invariant(version, 'a plan has the version that it names');
  return JSON.parse(version.document) as BackupPlan;
}
