import type { CompiledQuery } from 'kysely';
import type { Database } from './records.ts';
import { runCompiled } from './run-compiled.ts';
import type { EventsTable } from './schema.ts';

/** What an event is about. Which of AWS's events that becomes, and in which words, the room of events says. */
export type EventKind = 'backup' | 'copy' | 'restore' | 'recovery-point' | 'vault' | 'plan' | 'region-settings';

/** `detail` is the row it is about, as it was right after the change, without what no event tells. */
export type EventRow = Omit<EventsTable, 'seq' | 'kind'> & { readonly seq: number; readonly kind: EventKind };

export interface NewEvent {
  readonly kind: EventKind;
  /** The job's id, or the ARN: events of one subject are told in their order. */
  readonly subject: string;
  readonly account: string;
  readonly region: string;
  readonly state: string;
  /** The vault whose owner may have asked to hear of it; nothing where none may. */
  readonly vaultArn?: string;
  readonly detail: object;
  readonly now: number;
}

/** The insert as text: a busy year writes some hundred thousand events, and building the query would cost as much as running it. */
const compiled = new WeakMap<Database, CompiledQuery>();

/**
 * Writes down that something has changed, in the transaction that changes it: an event is told if and only if its change is durable. Called
 * by the functions of this room that change a state, so that no caller of theirs can forget it.
 */
export async function noteEvent(db: Database, event: NewEvent): Promise<void> {
  const row = {
    kind: event.kind,
    subject: event.subject,
    account_id: event.account,
    region: event.region,
    state: event.state,
    vault_arn: event.vaultArn ?? null,
    detail: JSON.stringify(event.detail),
    happened_at: event.now,
    waiting_since: null,
  };
  let insert = compiled.get(db);
  if (insert === undefined) {
    insert = db.insertInto('events').values(row).compile();
    compiled.set(db, insert);
  }
  await runCompiled(db, insert, Object.values(row));
}

/** Events behind a place in the line, in order; at most `limit`. */
export async function eventsAfter(db: Database, seq: number, limit: number): Promise<readonly EventRow[]> {
  const rows = await db.selectFrom('events').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute();
  return rows as readonly EventRow[];
}

/** The first and the last place of the line; both 0 where no event is kept. */
export async function eventBounds(db: Database): Promise<{ readonly first: number; readonly last: number }> {
  const first = await db.selectFrom('events').select('seq').orderBy('seq').limit(1).executeTakeFirst();
  const last = await db.selectFrom('events').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return { first: first?.seq ?? 0, last: last?.seq ?? 0 };
}

/** Forgets the events up to and with a place. */
export async function forgetEvents(db: Database, upTo: number): Promise<void> {
  await db.deleteFrom('events').where('seq', '<=', upTo).execute();
}

/** Notes on the machine's clock that these events wait for a receiver that does not take them; those that waited before keep their date. */
export async function noteWaiting(db: Database, after: number, machineNow: number): Promise<void> {
  await db
    .updateTable('events')
    .set({ waiting_since: machineNow })
    .where('seq', '>', after)
    .where('waiting_since', 'is', null)
    .execute();
}

/** How far each receiver has come, by its name. */
export async function eventCursors(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('event_cursors').selectAll().execute();
  return new Map(rows.map(({ receiver, seq }) => [receiver, seq]));
}

/** Everything up to and with this place has been delivered, or given up. */
export async function setEventCursor(db: Database, receiver: string, seq: number): Promise<void> {
  await db
    .insertInto('event_cursors')
    .values({ receiver, seq })
    .onConflict((conflict) => conflict.column('receiver').doUpdateSet({ seq }))
    .execute();
}

/** A receiver that is no longer there holds nothing back. */
export async function removeEventCursor(db: Database, receiver: string): Promise<void> {
  await db.deleteFrom('event_cursors').where('receiver', '=', receiver).execute();
}
