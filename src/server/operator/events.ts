import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { BATCH_MAX } from '../../events/limits.ts';
import { toMessages } from '../../events/message.ts';
import { eventBounds, eventsAfter } from '../../storage/records/events.ts';
import type { Assembly } from '../assemble.ts';
import { systemTimer } from '../clocks.ts';
import { EVENT_KEEPALIVE_MS, EVENT_LISTENERS_MAX } from '../limits.ts';
import { type EventFilter, parseEventFilter } from './event-filter.ts';
import { OperatorError } from './operator-error.ts';

/**
 * `GET events`: server-sent events. Those of AWS (`aws.backup`, `sns`) come from the records: a listener that comes back with `Last-Event-ID`
 * misses none that is still kept. What our own pages watch (`job`, `progress`, …) is sent as it happens, and not kept.
 */
export function eventRoutes(assembly: Assembly): Hono {
  const { events } = assembly;
  return new Hono().get('/', (context) => {
    if (events.listeners >= EVENT_LISTENERS_MAX) {
      throw new OperatorError(429, 'too-many-listeners', `There are ${EVENT_LISTENERS_MAX} listeners already.`);
    }
    const query = context.req.query();
    const filter = parseEventFilter(query);
    const lastId = parseLastId(context.req.header('last-event-id') ?? query['last-event-id']);
    return streamSSE(context, async (stream) => {
      const stop = events.subscribe((event) => {
        if (filter.wantsType(event.type)) void stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      });
      stream.onAbort(stop);
      await stream.write(': connected\n\n');
      await new EventStream(assembly, stream, filter).run(lastId);
    });
  });
}

function parseLastId(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new OperatorError(
    400,
    'last-event-id-malformed',
    `"Last-Event-ID" must be an id of this stream, not "${text}".`,
  );
}

/** One listener's way through the events on record, at the listener's own speed. */
class EventStream {
  readonly #assembly: Assembly;
  readonly #stream: SSEStreamingApi;
  readonly #filter: EventFilter;
  #goOn = (): void => undefined;

  constructor(assembly: Assembly, stream: SSEStreamingApi, filter: EventFilter) {
    this.#assembly = assembly;
    this.#stream = stream;
    this.#filter = filter;
    stream.onAbort(() => this.#goOn());
  }

  async run(lastId: number | undefined): Promise<void> {
    const stop = this.#keepOpen();
    try {
      let cursor = await this.#begin(lastId);
      while (!this.#stream.aborted) cursor = await this.#goOnFrom(cursor);
    } finally {
      stop();
    }
  }

  /** Tells what comes next, or waits until there may be something. */
  async #goOnFrom(cursor: number): Promise<number> {
    const news = this.#news();
    try {
      const next = await this.#tell(cursor);
      if (next === cursor) await news.come;
      return next;
    } finally {
      news.forget();
    }
  }

  /** Where to begin: behind the last event that the listener has, or with what happens from now on. */
  async #begin(lastId: number | undefined): Promise<number> {
    const { first, last } = await this.#assembly.records.read(eventBounds);
    if (lastId === undefined) return last;
    // An id that was never given out is from before the server was emptied.
    if (lastId > last) return 0;
    if (lastId + 1 < first) {
      const missed = { firstKept: first, lastSeen: lastId };
      await this.#stream.writeSSE({ event: 'gap', data: JSON.stringify(missed) });
    }
    return lastId;
  }

  /** Tells what comes next; returns how far that went. */
  async #tell(cursor: number): Promise<number> {
    const { messages, end } = await this.#assembly.records.read(async (db) => {
      const rows = await eventsAfter(db, cursor, BATCH_MAX);
      if (rows.length > 0) return { messages: await toMessages(db, rows), end: rows.at(-1)?.seq ?? cursor };
      // The server was emptied meanwhile, and counts from the beginning.
      return { messages: [], end: (await eventBounds(db)).last < cursor ? 0 : cursor };
    });
    for (const { form, seq, body, ...message } of messages) {
      if (!this.#filter.wantsMessage({ form, seq, body, ...message })) continue;
      // A notification comes before its event and has no id of its own: who breaks off between the two gets both again.
      const id = form === 'aws.backup' ? { id: String(seq) } : {};
      await this.#stream.writeSSE({ event: form, ...id, data: JSON.stringify(body) });
    }
    return end;
  }

  /** What ends the wait: something was committed, or the listener has gone. */
  #news(): { readonly come: Promise<void>; forget(): void } {
    let forget = (): void => undefined;
    const come = new Promise<void>((resolve) => {
      this.#goOn = resolve;
      forget = this.#assembly.delivery.deliverer.onNew(resolve);
    });
    return { come, forget: () => forget() };
  }

  /** A comment now and then, so that proxies keep a quiet stream open. Returns the way to stop. */
  #keepOpen(): () => void {
    let cancel = (): void => undefined;
    const writeAgain = (): void => {
      cancel = systemTimer.after(EVENT_KEEPALIVE_MS, () => {
        writeAgain();
        void this.#stream.write(': still here\n\n');
      });
    };
    writeAgain();
    return () => cancel();
  }
}
