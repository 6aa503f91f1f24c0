import { deleteDueKeys, dropExpiredMaterial, hasDueKeys } from '../storage/records/kms.ts';
import type { KeyParts } from './key-parts.ts';

/**
 * Shreds the keys whose waiting time is over: no row of their material is left; and imported material that has expired. They have been out of use since that
 * moment, swept or not; whoever runs things calls this now and then, and after moving the clock. Costs one read where
 * nothing is due. Returns the ARNs of what went.
 */
export async function sweepDueKeys({
  records,
  clock,
}: Pick<KeyParts, 'records' | 'clock'>): Promise<readonly string[]> {
  const now = clock.now();
  if (!(await records.read((db) => hasDueKeys(db, now)))) return [];
  return records.write(async (db) => {
    await dropExpiredMaterial(db, now);
    return deleteDueKeys(db, now);
  });
}
