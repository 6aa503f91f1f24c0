import type { Database } from './records.ts';
import type { BackupJobsTable, CopyJobsTable } from './schema.ts';

/** One run of a rule for one resource. */
export interface RunOfRule {
  readonly planId: string;
  readonly ruleId: string;
  readonly resourceArn: string;
  readonly at: number;
}

type Outcome = 'id' | 'account_id' | 'region' | 'state' | 'status_message' | 'created_at' | 'completed_at';

/** The backup job that a run of a rule made for a resource, or nothing. */
export async function backupJobOfRun(
  db: Database,
  { planId, ruleId, resourceArn, at }: RunOfRule,
): Promise<Pick<BackupJobsTable, Outcome | 'expected_completion_at'> | undefined> {
  return await db
    .selectFrom('backup_jobs')
    .select(['id', 'account_id', 'region', 'state', 'status_message', 'created_at', 'completed_at'])
    .select('expected_completion_at')
    .where('plan_id', '=', planId)
    .where('rule_id', '=', ruleId)
    .where('resource_arn', '=', resourceArn)
    .where('scheduled_at', '=', at)
    .executeTakeFirst();
}

/** The copy job that followed a plan's backup job into a vault, or nothing. */
export async function copyJobOfBackup(
  db: Database,
  backup: Pick<BackupJobsTable, 'id' | 'account_id' | 'region' | 'created_at'>,
  destinationVaultArn: string,
): Promise<Pick<CopyJobsTable, Outcome> | undefined> {
  return await db
    .selectFrom('copy_jobs')
    .select(['id', 'account_id', 'region', 'state', 'status_message', 'created_at', 'completed_at'])
    .where('account_id', '=', backup.account_id)
    .where('region', '=', backup.region)
    .where('created_at', '>=', backup.created_at)
    .where('created_by_backup_job_id', '=', backup.id)
    .where('destination_vault_arn', '=', destinationVaultArn)
    .executeTakeFirst();
}

/** The plans that are not deleted, all or an account's, a Region's, oldest first. */
export async function allLivingPlans(
  db: Database,
  filter: { readonly account?: string | undefined; readonly region?: string | undefined } = {},
) {
  let query = db.selectFrom('backup_plans').selectAll().where('deleted_at', 'is', null);
  if (filter.account !== undefined) query = query.where('account_id', '=', filter.account);
  if (filter.region !== undefined) query = query.where('region', '=', filter.region);
  return await query.orderBy('created_at').orderBy('id').execute();
}

/** Those of these keys that can be used. */
export async function enabledKeys(db: Database, arns: readonly string[]): Promise<ReadonlySet<string>> {
  if (arns.length === 0) return new Set();
  const rows = await db
    .selectFrom('kms_keys')
    .select('arn')
    .where('arn', 'in', arns)
    .where('state', '=', 'Enabled')
    .execute();
  return new Set(rows.map(({ arn }) => arn));
}
