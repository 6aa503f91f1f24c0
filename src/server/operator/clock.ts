import { Hono } from 'hono';
import { parseDuration } from '../../util/duration.ts';
import type { Assembly } from '../assemble.ts';
import { CLOCK_ADVANCE_MAX_MS } from '../limits.ts';
import { OperatorError, readObject } from './operator-error.ts';

/** `GET clock` shows the service's time, `POST clock {"advance":"PT15M"}` moves a manual one and lets what falls due begin. */
export function clockRoutes({ clock, events, runner, sweep }: Assembly): Hono {
  const show = (): { kind: string; now: string } => ({ kind: clock.kind, now: new Date(clock.now()).toISOString() });
  return new Hono()
    .get('/', (context) => context.json(show()))
    .post('/', async (context) => {
      const { advance } = await readObject(context.req);
      const ms = typeof advance === 'string' ? parseDuration(advance) : undefined;
      if (ms === undefined || ms > CLOCK_ADVANCE_MAX_MS) {
        throw new OperatorError(
          400,
          'advance-malformed',
          '"advance" must be an ISO 8601 duration of at most 36,500 days, such as "PT15M" or "P35D".',
        );
      }
      if (clock.kind === 'real') {
        throw new OperatorError(
          409,
          'clock-real',
          'This server runs on the real clock. Start it with --clock manual to move time.',
        );
      }
      await clock.advance(ms);
      await sweep();
      runner.wake();
      events.publish({ type: 'clock', time: clock.now(), detail: { advance: advance as string } });
      return context.json(show());
    });
}
