import type { Logger } from 'pino';
import {
  eventBounds,
  eventCursors,
  eventsAfter,
  forgetEvents,
  noteWaiting,
  removeEventCursor,
  setEventCursor,
} from '../storage/records/events.ts';
import type { Records } from '../storage/records/records.ts';
import type { Clock } from '../util/clock.ts';
import type { Timer } from '../util/timer.ts';
import {
  BATCH_MAX,
  EVENTS_KEPT,
  FORGET_AT_ONCE,
  LOOK_EVERY_MS,
  PAUSE_MAX_MS,
  PAUSE_MIN_MS,
  WAITING_MAX,
  WAITING_MAX_MS,
} from './limits.ts';
import { type EventMessage, toMessages } from './message.ts';
import type { DeliveryWatch, Receiver } from './receiver.ts';

export interface DelivererParts {
  readonly records: Records;
  readonly receivers: readonly Receiver[];
  readonly machineClock: Clock;
  readonly timer: Timer;
  readonly log: Logger;
  readonly watch: DeliveryWatch;
}

/**
 * Brings events from the records to the receivers, each at its own pace: at least once, and in order for each subject. How far a receiver has
 * come is on record, so that a restart goes on from there. It also forgets what nobody can ask for any more.
 */
export class EventDeliverer {
  readonly #parts: DelivererParts;
  readonly #listeners = new Set<() => void>();
  readonly #cursors = new Map<string, number>();
  /** Up to here events have the date of their first refusal: a million of them need not be looked at each time. */
  #dated = 0;
  #stopping = new AbortController();
  #loops: Promise<unknown> = Promise.resolve();

  constructor(parts: DelivererParts) {
    this.#parts = parts;
  }

  /** A receiver that is new begins with what happens from now on; one that is no longer there is forgotten. */
  async start(): Promise<void> {
    this.#stopping = new AbortController();
    this.#cursors.clear();
    this.#dated = 0;
    const { records, receivers } = this.#parts;
    await records.write(async (db) => {
      const { last } = await eventBounds(db);
      const kept = await eventCursors(db);
      for (const { name } of receivers) {
        const cursor = Math.min(kept.get(name) ?? last, last);
        if (cursor !== kept.get(name)) await setEventCursor(db, name, cursor);
        this.#cursors.set(name, cursor);
      }
      for (const name of kept.keys()) if (!this.#cursors.has(name)) await removeEventCursor(db, name);
    });
    this.#loops = Promise.all([this.#look(), ...receivers.map((receiver) => this.#serve(receiver))]);
  }

  /** Stops delivering; what is under way may come once more after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#tellListeners();
    await this.#loops;
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.#parts.receivers.map((receiver) => receiver.close()));
  }

  /** Calls `listener` whenever there may be new events. Returns the way to stop. */
  onNew(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Sees commits come, tells of them, and forgets old events. */
  async #look(): Promise<void> {
    const { records, log } = this.#parts;
    let seen = Number.NaN;
    while (!this.#isStopped) {
      const version = records.version();
      if (version !== seen) {
        seen = version;
        this.#tellListeners();
        await this.#forget().catch((error) => log.warn({ err: error }, 'old events could not be forgotten'));
      }
      await this.#pause(LOOK_EVERY_MS);
    }
  }

  async #forget(): Promise<void> {
    const { records } = this.#parts;
    const { first, last } = await records.read(eventBounds);
    for (const [name, cursor] of this.#cursors) this.#parts.watch.waiting(name, last - cursor);
    const upTo = Math.min(last - EVENTS_KEPT, ...this.#cursors.values());
    if (upTo - first + 1 >= FORGET_AT_ONCE) await records.write((db) => forgetEvents(db, upTo));
  }

  async #serve(receiver: Receiver): Promise<void> {
    const { log } = this.#parts;
    let failures = 0;
    while (!this.#isStopped) {
      const news = this.#news();
      try {
        const isIdle = !(await this.#deliverBatch(receiver));
        failures = 0;
        if (isIdle) await news.come;
      } catch (error) {
        if (this.#isStopped) return;
        failures += 1;
        const pauseMs = Math.min(PAUSE_MAX_MS, PAUSE_MIN_MS * 2 ** Math.min(failures - 1, 10));
        this.#parts.watch.failed(receiver.name);
        log.warn({ err: error, receiver: receiver.name, failures, pauseMs }, 'events could not be delivered');
        await this.#noteRefusal(receiver.name);
        await this.#pause(pauseMs);
      } finally {
        news.forget();
      }
    }
  }

  /** Whether there was anything to deliver. */
  async #deliverBatch(receiver: Receiver): Promise<boolean> {
    const { records, watch } = this.#parts;
    const cursor = await this.#boundedCursor(receiver.name);
    const { last, messages } = await records.read(async (db) => {
      const events = await eventsAfter(db, cursor, BATCH_MAX);
      return { last: events.at(-1)?.seq, messages: await toMessages(db, events) };
    });
    if (last === undefined) return false;
    const timely = this.#withoutOverdue(receiver.name, messages);
    await receiver.deliver(timely, this.#stopping.signal);
    await this.#setCursor(receiver.name, last);
    watch.delivered(receiver.name, timely.length);
    return true;
  }

  /** The receiver's place in the line, moved on where too much is waiting behind it. */
  async #boundedCursor(name: string): Promise<number> {
    const cursor = this.#cursors.get(name) ?? 0;
    const { last } = await this.#parts.records.read(eventBounds);
    const oldest = last - WAITING_MAX;
    if (cursor >= oldest) return cursor;
    this.#giveUp(name, oldest - cursor, 'too many were waiting');
    await this.#setCursor(name, oldest);
    return oldest;
  }

  #withoutOverdue(name: string, messages: readonly EventMessage[]): readonly EventMessage[] {
    const oldest = this.#parts.machineClock.now() - WAITING_MAX_MS;
    const timely = messages.filter(({ row }) => row.waiting_since === null || row.waiting_since >= oldest);
    const overdue = messages.length - timely.length;
    if (overdue > 0) this.#giveUp(name, overdue, 'they waited for a day');
    return timely;
  }

  #giveUp(receiver: string, count: number, because: string): void {
    this.#parts.watch.givenUp(receiver, count);
    this.#parts.log.error({ receiver, count }, `events were given up: ${because}`);
  }

  async #setCursor(name: string, seq: number): Promise<void> {
    await this.#parts.records.write((db) => setEventCursor(db, name, seq));
    this.#cursors.set(name, seq);
  }

  /** From now on the time runs for all that waits. That it could not be written is no reason to stop trying. */
  async #noteRefusal(name: string): Promise<void> {
    const { records, machineClock, log } = this.#parts;
    const after = Math.max(this.#cursors.get(name) ?? 0, this.#dated);
    try {
      this.#dated = await records.write(async (db) => {
        await noteWaiting(db, after, machineClock.now());
        return (await eventBounds(db)).last;
      });
    } catch (error) {
      log.warn({ err: error }, 'waiting events could not be dated');
    }
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Listens from now on, so that what comes while a batch is being delivered is not missed. */
  #news(): { readonly come: Promise<void>; forget(): void } {
    let forget = (): void => undefined;
    const come = new Promise<void>((resolve) => {
      forget = this.onNew(resolve);
    });
    return { come, forget: () => forget() };
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.#stopping;
      if (signal.aborted) return resolve();
      const end = (): void => {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = this.#parts.timer.after(ms, end);
      signal.addEventListener('abort', end);
    });
  }
}
