import type { Database } from './records.ts';
import type { VaultNotificationsTable } from './schema.ts';

/** What a vault's owner wants to hear of, or nothing. */
export async function vaultNotifications(db: Database, vaultArn: string): Promise<VaultNotificationsTable | undefined> {
  return await db.selectFrom('vault_notifications').selectAll().where('vault_arn', '=', vaultArn).executeTakeFirst();
}

/** Writes a vault's notifications in place of those that were there. */
export async function setVaultNotifications(db: Database, row: VaultNotificationsTable): Promise<void> {
  await db
    .insertInto('vault_notifications')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('vault_arn').doUpdateSet({ topic_arn: row.topic_arn, events: row.events }),
    )
    .execute();
}

/** Takes a vault's notifications away; none there does not matter. */
export async function removeVaultNotifications(db: Database, vaultArn: string): Promise<void> {
  await db.deleteFrom('vault_notifications').where('vault_arn', '=', vaultArn).execute();
}
