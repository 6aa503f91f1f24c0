import type { ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import { admitsCopy, FEWEST_COPIES_OF_ANY_QUOTA, type RunningCopy } from '../../planning/copy-quotas.ts';
import type { Database } from './records.ts';

/** Those of these waiting copy jobs that a quota holds back, beside the copies that workers hold and the ones before them in the list. */
export async function copiesHeldBack(
  db: Database,
  jobIds: readonly string[],
  machineNow: number,
): Promise<ReadonlySet<string>> {
  if (jobIds.length === 0) return new Set();
  const rows = await copiesInLine(db)
    .where((eb) => eb.or([eb('lease_until', '>', machineNow), eb('work.job_id', 'in', jobIds)]))
    .execute();
  if (rows.length <= FEWEST_COPIES_OF_ANY_QUOTA) return new Set();
  const copies = new Map(rows.map((row) => [row.job_id, toCopy(row)]));
  const waiting = new Set(jobIds);
  const running = [...copies].filter(([jobId]) => !waiting.has(jobId)).map(([, copy]) => copy);
  const heldBack = new Set<string>();
  for (const jobId of jobIds) {
    const copy = copies.get(jobId);
    if (copy === undefined) continue;
    if (admitsCopy(running, copy)) running.push(copy);
    else heldBack.add(jobId);
  }
  return heldBack;
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
