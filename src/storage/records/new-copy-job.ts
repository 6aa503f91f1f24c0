import type { Lifecycle } from '../../model/lifecycle.ts';
import { recoveryPointArn } from '../../model/recovery-point.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { invariant } from '../../util/invariant.ts';
import { type Random, randomUuid } from '../../util/random.ts';
import type { CopyJobRow } from './copy-jobs.ts';
import type { RecoveryPointRow } from './recovery-points.ts';

/** What a copy is asked for, by a request or by a rule's copy action. */
export interface CopyWish {
  readonly source: RecoveryPointRow;
  /** An ARN that has been accepted. The vault need not be there. */
  readonly destinationVaultArn: string;
  readonly lifecycle?: Lifecycle | undefined;
  /** Whether the destination is a logically air-gapped vault: points have one form of ARN there, whatever their type. */
  readonly isAirGapped: boolean;
  readonly roleArn: string;
  readonly now: number;
  /** The backup job of a plan whose copy action this is. */
  readonly backupJob?: { readonly id: string; readonly created_by: string | null };
}

/** A copy job that waits to be started; its id and the ARN of the copy are drawn here. It belongs to the account of its source. */
export function newCopyJob(wish: CopyWish, random: Random): CopyJobRow {
  const { source, destinationVaultArn, lifecycle, backupJob } = wish;
  const destination = parseVaultArn(destinationVaultArn);
  invariant(destination, 'the ARN of a destination vault has been accepted');
  const id = randomUuid(random).toUpperCase();
  return {
    id,
    account_id: source.account_id,
    region: source.region,
    state: 'CREATED',
    status_message: null,
    message_category: null,
    created_at: wish.now,
    completed_at: null,
    resource_arn: source.resource_arn,
    resource_type: source.resource_type,
    resource_name: source.resource_name,
    iam_role_arn: wish.roleArn,
    percent_done: 0,
    report: null,
    source_vault_arn: source.vault_arn,
    source_recovery_point_arn: source.arn,
    destination_vault_arn: destinationVaultArn,
    destination_recovery_point_arn: recoveryPointArn({
      type: source.resource_type as ResourceType,
      attributes: JSON.parse(source.resource_attributes) as ResourceAttributes,
      account: destination.account,
      region: destination.region,
      resourceArn: source.resource_arn,
      jobId: id,
      isCopy: true,
      isAirGapped: wish.isAirGapped,
      createdAt: source.created_at,
      random,
    }),
    backup_size_bytes: source.backup_size_bytes,
    lifecycle: lifecycle === undefined ? null : JSON.stringify(lifecycle),
    created_by: backupJob?.created_by ?? null,
    created_by_backup_job_id: backupJob?.id ?? null,
  };
}
