import type { EncryptionKeyType, VaultType } from '@aws-sdk/client-backup';
import { keyManagers } from '../../../storage/records/key-managers.ts';
import type { Database } from '../../../storage/records/records.ts';
import { type VaultRow, vaultsByArn } from '../../../storage/records/vaults.ts';

/** The vaults and keys around what an answer tells. */
export interface Surroundings {
  readonly vaults: ReadonlyMap<string, VaultRow>;
  /** `AWS` or `CUSTOMER`, by key ARN. */
  readonly managers: ReadonlyMap<string, string>;
}

export async function readSurroundings(
  db: Database,
  { vaultArns, keyArns = [] }: { vaultArns: readonly string[]; keyArns?: readonly (string | null)[] },
): Promise<Surroundings> {
  return { vaults: await vaultsByArn(db, vaultArns), managers: await keyManagers(db, keyArns) };
}

/** Nothing for a vault that is gone. */
export const vaultTypeOf = ({ vaults }: Surroundings, vaultArn: string): VaultType | undefined =>
  vaults.get(vaultArn)?.type as VaultType | undefined;

/** Nothing for a vault that is gone. */
export function lockStateOf({ vaults }: Surroundings, vaultArn: string): 'LOCKED' | 'UNLOCKED' | undefined {
  const vault = vaults.get(vaultArn);
  return vault && (vault.is_locked === 1 ? 'LOCKED' : 'UNLOCKED');
}

/**
 * Which of the API's two kinds a key is. The keys that AWS manages inside an account are neither, and it is left out for them; in a
 * logically air-gapped vault such a key stands in for the one that AWS owns.
 */
export function keyTypeOf(
  surroundings: Surroundings,
  { keyArn, vaultArn }: { keyArn: string | null; vaultArn: string },
): EncryptionKeyType | undefined {
  const manager = keyArn === null ? undefined : surroundings.managers.get(keyArn);
  if (manager === 'CUSTOMER') return 'CUSTOMER_MANAGED_KMS_KEY';
  const isAirGapped = vaultTypeOf(surroundings, vaultArn) === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT';
  return manager === 'AWS' && isAirGapped ? 'AWS_OWNED_KMS_KEY' : undefined;
}
