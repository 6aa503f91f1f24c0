import { sql } from 'kysely';
import type { Page } from './page.ts';
import type { Database } from './records.ts';

/** A resource with at least one recovery point, and the newest of them. */
export interface ProtectedResource {
  readonly resource_arn: string;
  readonly resource_type: string;
  readonly resource_name: string | null;
  readonly last_backup_at: number;
  readonly last_vault_arn: string;
  readonly last_recovery_point_arn: string;
}

export interface ProtectedResourceFilter {
  readonly account: string;
  readonly region: string;
  readonly vaultArn?: string | undefined;
  readonly resourceArn?: string | undefined;
}

/** Resources that have recovery points in an account and Region (and vault), those backed up last first. */
export async function listProtectedResources(
  db: Database,
  filter: ProtectedResourceFilter,
  page: Page,
): Promise<readonly ProtectedResource[]> {
  let newest = db
    .selectFrom('recovery_points')
    .select((eb) => [
      'resource_arn',
      'resource_type',
      'resource_name',
      'created_at as last_backup_at',
      'vault_arn as last_vault_arn',
      'arn as last_recovery_point_arn',
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('resource_arn').orderBy('created_at', 'desc').orderBy('arn', 'desc'))
        .as('place'),
    ])
    .where('account_id', '=', filter.account)
    .where('region', '=', filter.region);
  if (filter.vaultArn !== undefined) newest = newest.where('vault_arn', '=', filter.vaultArn);
  if (filter.resourceArn !== undefined) newest = newest.where('resource_arn', '=', filter.resourceArn);
  let query = db
    .selectFrom(newest.as('newest'))
    .select([
      'resource_arn',
      'resource_type',
      'resource_name',
      'last_backup_at',
      'last_vault_arn',
      'last_recovery_point_arn',
    ])
    .where('place', '=', 1);
  if (page.after !== undefined) {
    query = query.where(sql<boolean>`(last_backup_at, resource_arn) < (${page.after.at}, ${page.after.id})`);
  }
  return await query.orderBy('last_backup_at', 'desc').orderBy('resource_arn', 'desc').limit(page.limit).execute();
}
