import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Assembly } from '../assemble.ts';
import { EVENT_KEEPALIVE_MS, EVENT_LISTENERS_MAX } from '../limits.ts';
import { OperatorError } from './operator-error.ts';

/** `GET events`: state changes and progress as server-sent events, from now on. */
export function eventRoutes({ events }: Assembly): Hono {
  return new Hono().get('/', (context) => {
    if (events.listeners >= EVENT_LISTENERS_MAX) {
      throw new OperatorError(429, 'too-many-listeners', `There are ${EVENT_LISTENERS_MAX} listeners already.`);
    }
    return streamSSE(context, async (stream) => {
      const stop = events.subscribe((event) => {
        void stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      });
      stream.onAbort(stop);
      await stream.write(': connected\n\n');
      while (!stream.aborted) {
        await stream.sleep(EVENT_KEEPALIVE_MS);
        await stream.write(': still here\n\n');
      }
    });
  });
}
