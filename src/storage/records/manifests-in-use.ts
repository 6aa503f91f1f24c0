import type { StorageClass } from '../blobs/storage-class.ts';
import type { Database } from './records.ts';
import type { RecoveryPointRow } from './recovery-points.ts';
import type { VaultDomainRow } from './vaults.ts';

/** All domains that ever held bytes, those of deleted vaults included. */
export async function allDomains(db: Database): Promise<readonly VaultDomainRow[]> {
  return await db.selectFrom('vault_domains').selectAll().orderBy('created_at').orderBy('id').execute();
}

/** The domains of a storage class in which recovery points on record lie. */
export async function domainsWithPoints(db: Database, storageClass: StorageClass): Promise<readonly VaultDomainRow[]> {
  return await db
    .selectFrom('vault_domains')
    .selectAll()
    .where('storage_class', '=', storageClass)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('recovery_points').select('arn').whereRef('recovery_points.domain_id', '=', 'vault_domains.id'),
      ),
    )
    .orderBy('id')
    .execute();
}

/** Some recovery point of a domain, or nothing. */
export async function anyPointOfDomain(db: Database, domainId: string): Promise<RecoveryPointRow | undefined> {
  return await db
    .selectFrom('recovery_points')
    .selectAll()
    .where('domain_id', '=', domainId)
    .orderBy('arn')
    .limit(1)
    .executeTakeFirst();
}

/** Some recovery point of the domains of a domain's vault and key, of whatever storage class: it tells by which right that key is used there. */
export async function anyPointUnderKey(db: Database, domain: VaultDomainRow): Promise<RecoveryPointRow | undefined> {
  return await db
    .selectFrom('recovery_points')
    .selectAll()
    .where('domain_id', 'in', domainsUnderKey(db, domain))
    .orderBy('arn')
    .limit(1)
    .executeTakeFirst();
}

const domainsUnderKey = (db: Database, { vault_arn, key_arn }: VaultDomainRow) =>
  db.selectFrom('vault_domains').select('id').where('vault_arn', '=', vault_arn).where('key_arn', '=', key_arn);

/**
 * Manifests of a domain that a recovery point names, whatever its state, and those that jobs which have not ended may be about to store; in cold
 * storage also those of points that are on their way there.
 */
export async function manifestsInUse(db: Database, domain: VaultDomainRow): Promise<ReadonlySet<string>> {
  const named = await db
    .selectFrom('recovery_points')
    .select('manifest_id')
    .where('domain_id', '=', domain.id)
    .execute();
  const coming =
    domain.storage_class === 'WARM'
      ? []
      : await db
          .selectFrom('recovery_points')
          .select('manifest_id')
          .where('cold_move_at', 'is not', null)
          .where('domain_id', 'in', domainsUnderKey(db, domain))
          .execute();
  const backups = await db.selectFrom('backup_jobs').select('id').where('completed_at', 'is', null).execute();
  const copies = await db.selectFrom('copy_jobs').select('id').where('completed_at', 'is', null).execute();
  const underWay = [...backups, ...copies].map(({ id }) => id.toLowerCase());
  return new Set([...[...named, ...coming].map(({ manifest_id }) => manifest_id), ...underWay]);
}
