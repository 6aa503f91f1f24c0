import * as backup from '../../../messages/backup.ts';
import { watchedAccounts } from '../../../storage/records/backup-settings.ts';
import type { Call, Services } from '../operation.ts';

/**
 * Whose jobs a list shows: the caller's own, or with `ByAccountId` (an id, or `*` for all) those of its organization, for the
 * management account and delegated administrators. Throws AccessDeniedException for anybody else's.
 */
export async function parseAccountFilter(
  services: Services,
  { principal }: Call,
  wanted: string | undefined,
): Promise<readonly string[]> {
  if (wanted === undefined || wanted === principal.account) return [principal.account];
  const watched = await services.records.read((db) => watchedAccounts(db, principal.account));
  if (wanted === '*') return watched;
  if (!watched.includes(wanted)) throw backup.insufficientPrivileges();
  return [wanted];
}

/** Whether a job is one that the caller may look at: in this Region, of its own account or of one that it watches over. */
export async function mayWatch(
  services: Services,
  { principal, region }: Call,
  job: { readonly account_id: string; readonly region: string },
): Promise<boolean> {
  if (job.region !== region) return false;
  if (job.account_id === principal.account) return true;
  return (await services.records.read((db) => watchedAccounts(db, principal.account))).includes(job.account_id);
}
