import { Hono } from 'hono';
import { parseDuration } from '../../util/duration.ts';
import type { Assembly } from '../assemble.ts';
import { CLOCK_ADVANCE_MAX_MS } from '../limits.ts';
import { answerWhenDone } from './answer-when-done.ts';
import { OperatorError, readObject } from './operator-error.ts';

/**
 * `GET clock` shows the service's time, and where it is being moved to. `POST clock {"advance":"PT15M"}` or `{"to":"2027-01-01T00:00:00Z"}` moves a manual one, and answers when
 * all that falls due on the way is done, in order: jobs, expiry, locks, deletions of keys.
 */
export function clockRoutes({ clock, events, time }: Assembly): Hono {
  const show = (): { kind: string; now: string; target?: string } => ({
    kind: clock.kind,
    now: new Date(clock.now()).toISOString(),
    ...(time.target === undefined ? {} : { target: new Date(time.target).toISOString() }),
  });
  return new Hono()
    .get('/', (context) => context.json(show()))
    .post('/', async (context) => {
      const body = await readObject(context.req);
      const move = parseMove(body, clock.now());
      if (clock.kind === 'real') {
        throw new OperatorError(
          409,
          'clock-real',
          'This server runs on the real clock. Start it with --clock manual to move time.',
        );
      }
      return await answerWhenDone(async () => {
        await ('advance' in move ? time.advance(move.advance) : time.advanceTo(move.to));
        const { advance = null, to = null } = body as { advance?: string; to?: string };
        events.publish({ type: 'clock', time: clock.now(), detail: { advance, to } });
        return show();
      });
    });
}

function parseMove(body: Readonly<Record<string, unknown>>, now: number): { advance: number } | { to: number } {
  const { advance, to } = body;
  if (to !== undefined && advance === undefined) return { to: parseDate(to, now) };
  const ms = typeof advance === 'string' ? parseDuration(advance) : undefined;
  if (ms === undefined || ms > CLOCK_ADVANCE_MAX_MS || to !== undefined) {
    throw new OperatorError(
      400,
      'advance-malformed',
      '"advance" must be an ISO 8601 duration of at most 36,500 days, such as "PT15M" or "P35D"; or give "to", a date, instead.',
    );
  }
  return { advance: ms };
}

function parseDate(to: unknown, now: number): number {
  const date = typeof to === 'string' && ISO_DATE.test(to) ? Date.parse(to) : Number.NaN;
  if (Number.isNaN(date) || date > now + CLOCK_ADVANCE_MAX_MS) {
    throw new OperatorError(
      400,
      'to-malformed',
      '"to" must be an ISO 8601 date at most 36,500 days ahead, such as "2027-01-01T05:00:00Z"; a day alone begins at midnight UTC.',
    );
  }
  if (date < now) {
    throw new OperatorError(
      409,
      'clock-never-back',
      `The clock never goes back: it shows ${new Date(now).toISOString()}, which is later than ${new Date(date).toISOString()}.`,
    );
  }
  return date;
}

/** With a zone where there is a time: without, the machine's own would count. */
const ISO_DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d))?$/;
