import type { Database } from './records.ts';
import type { RecoveryPointRow } from './recovery-points.ts';
import type { VaultDomainRow } from './vaults.ts';

/** All domains that ever held bytes, those of deleted vaults included. */
export async function allDomains(db: Database): Promise<readonly VaultDomainRow[]> {
  return await db.selectFrom('vault_domains').selectAll().orderBy('created_at').orderBy('id').execute();
}

/** Some recovery point of a domain, or nothing: it tells by which right the domain's keys are used. */
export async function anyPointOfDomain(db: Database, domainId: string): Promise<RecoveryPointRow | undefined> {
  return await db
    .selectFrom('recovery_points')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy('arn')
    .limit(1)
    .executeTakeFirst();
}

/** Manifests of a domain that a recovery point names, whatever its state, and those that jobs which have not ended may be about to store. */
export async function manifestsInUse(db: Database, domainId: string): Promise<ReadonlySet<string>> {
  const points = await db
    .selectFrom('recovery_points')
    .select('manifest_id')
    .where('domain_id', '=', domainId)
    .execute();
  const backups = await db.selectFrom('backup_jobs').select('id').where('completed_at', 'is', null).execute();
  const copies = await db.selectFrom('copy_jobs').select('id').where('completed_at', 'is', null).execute();
  const underWay = [...backups, ...copies].map(({ id }) => id.toLowerCase());
  return new Set([...points.map(({ manifest_id }) => manifest_id), ...underWay]);
}
