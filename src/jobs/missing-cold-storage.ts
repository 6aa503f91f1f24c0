import { domainsWithPoints } from '../storage/records/manifests-in-use.ts';
import type { VaultDomainRow } from '../storage/records/vaults.ts';
import type { JobContext } from './job-context.ts';

/** Cold domains that hold recovery points by the records, and of which nothing lies in cold storage: its disk may not be mounted. */
export async function missingColdStorage({
  records,
  coldBlobs,
}: Pick<JobContext, 'records' | 'coldBlobs'>): Promise<readonly VaultDomainRow[]> {
  const missing: VaultDomainRow[] = [];
  for (const domain of await records.read((db) => domainsWithPoints(db, 'COLD'))) {
    const [, , , region = ''] = domain.vault_arn.split(':');
    if ((await coldBlobs.size(`${region}/${domain.id}/head`)) === undefined) missing.push(domain);
  }
  return missing;
}
