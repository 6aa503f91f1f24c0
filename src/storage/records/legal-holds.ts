import { type HoldSelection, isHeld } from '../../model/legal-hold.ts';
import { isBehind, type Page } from './page.ts';
import type { Database } from './records.ts';
import type { RecoveryPointRow } from './recovery-points.ts';
import type { LegalHoldsTable } from './schema.ts';
import { putTags, type Tags } from './tags.ts';

/** `selection` is a `HoldSelection`. */
export type LegalHoldRow = LegalHoldsTable;

interface Place {
  readonly account: string;
  readonly region: string;
}

export async function insertHold(db: Database, hold: LegalHoldRow, tags: Tags): Promise<void> {
  await db.insertInto('legal_holds').values(hold).execute();
  await putTags(db, hold.arn, tags);
}

/** The hold, or nothing where there is none or its record was to be kept until a day that has passed. */
export async function holdById(db: Database, id: string, now: number): Promise<LegalHoldRow | undefined> {
  const hold = await db.selectFrom('legal_holds').selectAll().where('id', '=', id).executeTakeFirst();
  return hold !== undefined && (hold.retain_until ?? Number.POSITIVE_INFINITY) > now ? hold : undefined;
}

/** Holds of an account in a Region whose records are still to be kept, newest first. */
export async function listHolds(
  db: Database,
  { account, region, now }: Place & { readonly now: number },
  page: Page,
): Promise<readonly LegalHoldRow[]> {
  let query = holdsAt(db, { account, region })
    .selectAll()
    .where((eb) => eb.or([eb('retain_until', 'is', null), eb('retain_until', '>', now)]));
  if (page.after !== undefined) query = query.where(isBehind(page.after, { at: 'created_at', id: 'id' }));
  return await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

const holdsAt = (db: Database, { account, region }: Place) =>
  db.selectFrom('legal_holds').where('account_id', '=', account).where('region', '=', region);

/** The holds in force. */
export async function activeHolds(db: Database, place: Place): Promise<readonly LegalHoldRow[]> {
  return await holdsAt(db, place).selectAll().where('status', '=', 'ACTIVE').execute();
}

/** Lifts a hold: what it kept may be deleted from now on. What has expired meanwhile is the caller's to resume. */
export async function cancelHold(
  db: Database,
  id: string,
  { description, retainUntil, now }: { description: string; retainUntil: number | null; now: number },
): Promise<void> {
  await db
    .updateTable('legal_holds')
    .set({ status: 'CANCELED', canceled_at: now, cancel_description: description, retain_until: retainUntil })
    .where('id', '=', id)
    .execute();
}

/** Whether any hold in force keeps this recovery point. Whoever deletes points asks, in the transaction that deletes. */
export async function isPointHeld(db: Database, point: RecoveryPointRow): Promise<boolean> {
  const holds = await activeHolds(db, { account: point.account_id, region: point.region });
  return holds.some((hold) => holdsPoint(hold, point));
}

/** Whether a hold's selection takes in a recovery point. */
export const holdsPoint = (hold: LegalHoldRow, point: RecoveryPointRow): boolean =>
  isHeld(
    {
      vaultName: point.vault_name,
      resourceArn: point.resource_arn,
      resourceType: point.resource_type,
      createdAt: point.created_at,
    },
    JSON.parse(hold.selection) as HoldSelection,
  );
