import { heldPoints } from './expiry.ts';
import type { Database } from './records.ts';
import type { RecoveryPointRow } from './recovery-points.ts';
import { vaultsByArn } from './vaults.ts';

/** Those among these points that nobody may remove: a lock of either mode guards their vault, or a legal hold in force keeps them. */
export async function protectedPoints(db: Database, points: readonly RecoveryPointRow[]): Promise<ReadonlySet<string>> {
  const vaults = await vaultsByArn(
    db,
    points.map(({ vault_arn: vault }) => vault),
  );
  const held = await heldPoints(db, points);
  const isProtected = ({ arn, vault_arn: vault }: RecoveryPointRow): boolean =>
    held.has(arn) || vaults.get(vault)?.is_locked === 1;
  return new Set(points.filter(isProtected).map(({ arn }) => arn));
}

/** Whether some vault is in compliance mode beyond its cooling-off at `now`, or some legal hold in force. */
export async function isAnythingProtected(db: Database, now: number): Promise<boolean> {
  const vault = await db
    .selectFrom('vaults')
    .select('arn')
    .where('is_locked', '=', 1)
    .where('lock_at', '<=', now)
    .limit(1)
    .executeTakeFirst();
  if (vault !== undefined) return true;
  const hold = await db
    .selectFrom('legal_holds')
    .select('arn')
    .where('status', '=', 'ACTIVE')
    .limit(1)
    .executeTakeFirst();
  return hold !== undefined;
}

const IN_EARNEST = { name: 'served', value: 'in earnest' };

/** Notes that these records have been served by the machine's clock and not in dev mode: whoever has locked a vault since relies on it. */
export async function noteServedInEarnest(db: Database): Promise<void> {
  await db
    .insertInto('settings')
    .values(IN_EARNEST)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

export async function wasServedInEarnest(db: Database): Promise<boolean> {
  const row = await db.selectFrom('settings').select('name').where('name', '=', IN_EARNEST.name).executeTakeFirst();
  return row !== undefined;
}
