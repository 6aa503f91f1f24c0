import * as backup from '../../../messages/backup.ts';
import type { Database } from '../../../storage/records/records.ts';
import { vaultByArn } from '../../../storage/records/vaults.ts';

/** Throws where a lock, of either mode, guards the points of a vault. Asked inside the transaction that would touch them. */
export async function requireUnlocked(db: Database, vaultArn: string): Promise<void> {
  const vault = await vaultByArn(db, vaultArn);
  if (vault?.is_locked === 1) throw backup.lockedVault(vault.name);
}
