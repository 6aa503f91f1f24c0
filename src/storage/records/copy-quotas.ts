import type { ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { admitsCopy, FEWEST_COPIES_OF_ANY_QUOTA, type RunningCopy } from '../../planning/copy-quotas.ts';
import type { Database } from './records.ts';

/** Whether a copy job that waits may begin beside those that workers hold. */
export async function mayCopyNow(db: Database, jobId: string, machineNow: number): Promise<boolean> {
  const copies = copiesInLine(db).where((eb) =>
    eb.or([eb('lease_until', '>', machineNow), eb('work.job_id', '=', jobId)]),
  );
  const rows = await copies.limit(FEWEST_COPIES_OF_ANY_QUOTA + 1).execute();
  if (rows.length <= FEWEST_COPIES_OF_ANY_QUOTA) return true;
  const all = (await copies.execute()).map((row) => ({ jobId: row.job_id, copy: toCopy(row) }));
  const waiting = all.find((each) => each.jobId === jobId);
  const running = all.filter((each) => each.jobId !== jobId).map(({ copy }) => copy);
  return waiting === undefined || admitsCopy(running, waiting.copy);
}

const copiesInLine = (db: Database) =>
  db
    .selectFrom('work')
    .innerJoin('copy_jobs as copy', 'copy.id', 'work.job_id')
    .leftJoin('vaults', 'vaults.arn', 'copy.destination_vault_arn')
    .select([
      'work.job_id',
      'copy.account_id',
      'copy.resource_arn',
      'copy.resource_type',
      'copy.destination_vault_arn',
      'vaults.type as vault_type',
    ]);

type CopyInLine = Awaited<ReturnType<ReturnType<typeof copiesInLine>['executeTakeFirstOrThrow']>>;

function toCopy(row: CopyInLine): RunningCopy {
  const vault = parseVaultArn(row.destination_vault_arn);
  return {
    account: row.account_id,
    resourceArn: row.resource_arn,
    resourceType: row.resource_type as ResourceType,
    destinationVaultArn: row.destination_vault_arn,
    destinationAccount: vault?.account ?? '',
    destinationRegion: vault?.region ?? '',
    isAirGapped: row.vault_type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  };
}
