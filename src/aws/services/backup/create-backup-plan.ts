import type { CreateBackupPlanInput, CreateBackupPlanOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { BackupPlan } from '../../../model/backup-plan.ts';
import {
  type BackupPlanRow,
  countPlans,
  findLikePlan,
  insertPlan,
  newVersionId,
} from '../../../storage/records/backup-plans.ts';
import { ensureServiceLinkedRole } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { acceptPlan } from './accept-plan.ts';
import { BACKUP_SERVICE } from './accept-role.ts';
import { acceptTags } from './accept-tags.ts';
import { PLANS_PER_REGION_MAX } from './limits.ts';
import { newestDocument, planArnOf } from './plan-access.ts';
import { toAdvancedSettings } from './plan-shape.ts';
import { present, toDate } from './present.ts';
import { authorizeOn, requestTags } from './vault-access.ts';

/**
 * Writes a plan. One with the same document there already is refused, unless the creator request id is the same too: then that one is
 * the answer. Two plans of one name are two plans.
 */
export const createBackupPlan: Operation<CreateBackupPlanInput, CreateBackupPlanOutput> = async (
  services,
  input,
  call,
) => {
  const tags = acceptTags(input.BackupPlanTags);
  await authorizeOn(services, call, {
    action: 'backup:CreateBackupPlan',
    resource: planArnOf(call, '*'),
    context: requestTags(tags),
  });
  const document = acceptPlan(input.BackupPlan, services);
  const { plan, settings } = await services.records.write(async (db) => {
    const made = await insertOnce(db, services, call, { document, tags, requestId: input.CreatorRequestId });
    return { plan: made, settings: toAdvancedSettings(await newestDocument(db, made)) };
  });
  return present<CreateBackupPlanOutput>({
    BackupPlanId: plan.id,
    BackupPlanArn: plan.arn,
    CreationDate: toDate(plan.created_at),
    VersionId: plan.version_id,
    AdvancedBackupSettings: settings,
  });
};

interface NewPlanRequest {
  readonly document: BackupPlan;
  readonly tags: Tags;
  readonly requestId: string | undefined;
}

async function insertOnce(
  db: Database,
  { random }: Services,
  call: Call,
  { document, tags, requestId }: NewPlanRequest,
): Promise<BackupPlanRow> {
  const place = { account: call.principal.account, region: call.region };
  const alike = await findLikePlan(db, place, { document });
  const replayed = requestId === undefined ? undefined : await findLikePlan(db, place, { creatorRequestId: requestId });
  if (alike !== undefined && alike.creator_request_id === (requestId ?? '')) return alike;
  const there = alike ?? replayed;
  if (there !== undefined) throw backup.planExists({ arn: there.arn, creatorRequestId: there.creator_request_id });
  if ((await countPlans(db, place)) >= PLANS_PER_REGION_MAX) throw backup.tooManyPlans(PLANS_PER_REGION_MAX);
  await ensureServiceLinkedRole(db, place.account, BACKUP_SERVICE, call.now, random);
  const id = randomUuid(random);
  const ids = { id, arn: planArnOf(call, id), account_id: place.account, region: place.region, managed_by: null };
  const version = { version_id: newVersionId(random), document, now: call.now };
  return await insertPlan(db, { ...ids, ...version, creatorRequestId: requestId ?? null }, tags);
}
