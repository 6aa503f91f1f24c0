import * as backup from '../../../messages/backup.ts';
import type { Database } from '../../../storage/records/records.ts';
import { vaultByArn } from '../../../storage/records/vaults.ts';

/** Throws where a vault's lock has closed for ever, or the vault has gone since the caller was let in. */
export async function requireOpenLock(db: Database, vaultArn: string, now: number): Promise<void> {
  const vault = await vaultByArn(db, vaultArn);
  if (vault === undefined) throw backup.insufficientPrivileges();
  if (vault.lock_at !== null && vault.lock_at <= now) throw backup.lockIsImmutable(vault.name);
}
