import type { EventRow } from '../storage/records/events.ts';
import type { Database } from '../storage/records/records.ts';
import { vaultNotifications } from '../storage/records/vault-notifications.ts';
import { type EventBridgeEvent, toEventBridge } from './event-bridge.ts';
import { notifyingVault, toNotification, type VaultNotification } from './notification.ts';

/** One thing to tell: an event, or the notification of a vault that came of it. */
export interface EventMessage {
  /** The same each time it is told. */
  readonly id: string;
  readonly form: 'aws.backup' | 'sns';
  /** Of the event. A notification has that of its event, and comes before it. */
  readonly seq: number;
  /** Messages of one subject keep their order. */
  readonly subject: string;
  readonly body: EventBridgeEvent | VaultNotification;
  readonly row: EventRow;
}

/** What there is to tell of some events, in their order. Vaults' owners are asked now, not when it happened. */
export async function toMessages(db: Database, events: readonly EventRow[]): Promise<readonly EventMessage[]> {
  const chosen = new Map<string, Parameters<typeof toNotification>[1]>();
  for (const vaultArn of new Set(events.map(notifyingVault))) {
    const row = vaultArn === undefined ? undefined : await vaultNotifications(db, vaultArn);
    if (row !== undefined)
      chosen.set(row.vault_arn, { topicArn: row.topic_arn, events: JSON.parse(row.events) as string[] });
  }
  return events.flatMap((row) => messagesOf(row, chosen.get(row.vault_arn ?? '')));
}

function messagesOf(row: EventRow, chosen: Parameters<typeof toNotification>[1] | undefined): EventMessage[] {
  const { seq, subject } = row;
  const event = toEventBridge(row);
  const notification = chosen === undefined ? undefined : toNotification(row, chosen);
  return [
    ...(notification === undefined
      ? []
      : [{ id: notification.MessageId, form: 'sns' as const, seq, subject, body: notification, row }]),
    { id: event.id, form: 'aws.backup', seq, subject, body: event, row },
  ];
}
