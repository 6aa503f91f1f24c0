import type { JobMessage } from '../../messages/job-message.ts';
import type { CopyAction } from '../../model/backup-plan.ts';
import type { Lifecycle } from '../../model/lifecycle.ts';
import type { PlanCreator } from '../../model/plan-creator.ts';
import { recoveryPointArn } from '../../model/recovery-point.ts';
import { isFullyManaged, type ResourceAttributes, type ResourceType } from '../../model/resource-type.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import type { BackupJobRow } from './backup-jobs.ts';
import type { ResourceRow } from './resources.ts';
import type { Tags } from './tags.ts';
import { DELETE_AFTER_COPY } from './temporary-points.ts';

/** What a backup is asked for, by a request or by a rule. */
export interface BackupWish {
  readonly resource: ResourceRow;
  /** Of the resource as it is backed up now. */
  readonly attributes: ResourceAttributes;
  readonly roleArn: string;
  readonly vault: { readonly arn: string; readonly name: string; readonly keyArn: string | null };
  readonly lifecycle?: Lifecycle | undefined;
  readonly tags: Tags;
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Until when it must have started, and be complete. */
  readonly startBy: number;
  readonly completeBy: number;
  readonly createdAt: number;
  /** What follows the backup. */
  readonly copyActions?: readonly CopyAction[];
  readonly deletesAfterCopy?: boolean;
  /** What of the wish is known not to be done; the job says so when it has completed. */
  readonly remark?: JobMessage | undefined;
  readonly plan?: {
    readonly creator: PlanCreator;
    /** Absent for a run by hand. */
    readonly scheduledAt?: number | undefined;
  };
}

/** A backup job that waits to be started; its id and the ARN of its recovery point are drawn here. */
export function newBackupJob(wish: BackupWish, random: Random): BackupJobRow {
  const { resource, attributes, vault, plan, createdAt, copyActions = [], remark } = wish;
  const id = randomUuid(random).toUpperCase();
  const type = resource.type as ResourceType;
  return {
    id,
    account_id: resource.account_id,
    region: resource.region,
    state: 'CREATED',
    status_message: null,
    message_category: null,
    created_at: createdAt,
    completed_at: null,
    resource_arn: resource.arn,
    resource_type: type,
    resource_name: resource.name,
    iam_role_arn: wish.roleArn,
    percent_done: 0,
    report: null,
    vault_arn: vault.arn,
    vault_name: vault.name,
    key_arn: isFullyManaged(type, attributes) ? vault.keyArn : resource.kms_key_arn,
    recovery_point_arn: recoveryPointArn({
      type,
      attributes,
      account: resource.account_id,
      region: resource.region,
      resourceArn: resource.arn,
      jobId: id,
      isCopy: false,
      createdAt,
      random,
    }),
    backup_size_bytes: null,
    bytes_transferred: null,
    lifecycle: wish.lifecycle === undefined ? null : JSON.stringify(wish.lifecycle),
    recovery_point_tags: JSON.stringify(wish.tags),
    backup_options: wish.options === undefined ? null : JSON.stringify(wish.options),
    start_by: wish.startBy,
    expected_completion_at: wish.completeBy,
    initiated_at: createdAt,
    plan_id: plan?.creator.BackupPlanId ?? null,
    rule_id: plan?.creator.BackupRuleId ?? null,
    scheduled_at: plan?.scheduledAt ?? null,
    created_by: plan === undefined ? null : JSON.stringify(plan.creator),
    copy_actions: copyActions.length === 0 ? null : JSON.stringify(copyActions),
    delete_after_event: wish.deletesAfterCopy === true ? DELETE_AFTER_COPY : null,
    remark: remark === undefined ? null : JSON.stringify({ text: remark.text, category: remark.category }),
  };
}
