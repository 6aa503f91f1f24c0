import { Hono } from 'hono';
import type { WorkLimits } from '../../jobs/work-limits.ts';
import { parseDailyWindow, printDailyWindow } from '../../model/daily-window.ts';
import { parseDuration } from '../../util/duration.ts';
import type { Assembly } from '../assemble.ts';
import { RATE_MIN_BYTES, SCRUB_EVERY_MIN_MS } from '../limits.ts';
import { OperatorError, readObject } from './operator-error.ts';

/**
 * `GET limits` shows what work may take; `PUT limits {"copyBytesPerSecond": 52428800, "copyWindow": "22:00-06:00", "scrubEvery": "P7D"}` changes what it
 * names, for jobs that run as well. `null` lifts a limit.
 */
export function limitRoutes({ jobContext: { limits } }: Assembly): Hono {
  return new Hono()
    .get('/', (context) => context.json(show(limits.current())))
    .put('/', async (context) => {
      const changes = Object.assign({}, ...Object.entries(await readObject(context.req)).map(toChange));
      return context.json(show(await limits.change(changes)));
    });
}

const RATES = ['copyBytesPerSecond', 'backupBytesPerSecond', 'verifyBytesPerSecond'] as const;
const NAMES = [...RATES, 'copyWindow', 'scrubEvery'].join(', ');

function toChange([name, value]: [string, unknown]): Partial<WorkLimits> {
  const rate = RATES.find((one) => one === name);
  if (rate !== undefined) return { [rate]: value === null ? null : toRate(rate, value) };
  if (name === 'copyWindow') return { copyWindow: value === null ? null : toWindow(value) };
  if (name === 'scrubEvery') return { scrubEveryMs: value === null ? null : toInterval(value) };
  throw refusal(name, `There is no limit "${name}". There are ${NAMES}.`);
}

function toRate(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= RATE_MIN_BYTES) return value;
  throw refusal(
    name,
    `"${name}" must be a whole number of bytes in a second, at least ${RATE_MIN_BYTES}; null lifts the limit.`,
  );
}

function toWindow(value: unknown): NonNullable<WorkLimits['copyWindow']> {
  const window = typeof value === 'string' ? parseDailyWindow(value) : undefined;
  if (window !== undefined) return window;
  throw refusal(
    'copyWindow',
    '"copyWindow" must be hours of the day in UTC, such as "22:00-06:00"; null lifts the limit.',
  );
}

function toInterval(value: unknown): number {
  const ms = typeof value === 'string' ? parseDuration(value) : undefined;
  if (ms !== undefined && ms >= SCRUB_EVERY_MIN_MS) return ms;
  throw refusal(
    'scrubEvery',
    '"scrubEvery" must be an ISO 8601 duration of at least an hour, such as "P7D"; null ends the scrub.',
  );
}

const refusal = (name: string, message: string): OperatorError => new OperatorError(400, `${name}-invalid`, message);

function show({ copyWindow, scrubEveryMs, ...rates }: WorkLimits): Record<string, string | number | null> {
  return {
    ...rates,
    copyWindow: copyWindow === null ? null : printDailyWindow(copyWindow),
    scrubEvery: scrubEveryMs === null ? null : `PT${scrubEveryMs / 1000}S`,
  };
}
