import { noteEvent } from './events.ts';
import type { Database } from './records.ts';
import type { BackupJobsTable, CopyJobsTable, RestoreJobsTable } from './schema.ts';
import type { WorkKind } from './work.ts';

type JobRow = BackupJobsTable | CopyJobsTable | RestoreJobsTable;

/** Notes the state that a job is in now. `job` is its row after the change. */
export async function noteJobEvent(db: Database, kind: WorkKind, job: JobRow, now: number): Promise<void> {
  const { report: _report, ...detail } = job;
  await noteEvent(db, {
    kind,
    subject: job.id,
    account: job.account_id,
    region: job.region,
    state: job.state,
    vaultArn: vaultOf(job),
    detail,
    now,
  });
}

/** Whose notifications tell of the job: of the vault that is written to, or read from. */
function vaultOf(job: JobRow): string {
  if ('vault_arn' in job) return job.vault_arn;
  return job.source_vault_arn;
}
