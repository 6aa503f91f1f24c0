import { createHash } from 'node:crypto';
import type { EventRow } from '../storage/records/events.ts';

/**
 * The id of an event in the form of a UUID. It follows from the event itself, so that an event that is told twice has the same id both times,
 * and whoever keeps ids can leave the second one out.
 */
export function eventId(event: EventRow, purpose: 'event' | 'notification'): string {
  const { seq, kind, subject, state, happened_at } = event;
  const text = [purpose, seq, kind, subject, state, happened_at].join('\n');
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
