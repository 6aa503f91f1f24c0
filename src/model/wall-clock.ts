/** What a clock on the wall of a time zone shows, as the milliseconds that it would be in UTC. */
export type WallTime = number;

const DAY_MS = 86_400_000;

/** One a zone, of which there are some six hundred: to make one costs a thousand times as much as to use it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at an instant. */
export const wallTimeAt = (instant: number, timeZone: string): WallTime => instant + offsetAt(instant, timeZone);

/**
 * The instant at which the clocks of a zone show a time. Nothing for a time that is skipped when clocks are set forward; the first instant
 * for one that is shown twice when they are set back.
 */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  if (isUtc(timeZone)) return wall;
  // Clocks are set at most once in two days.
  const before = wall - offsetAt(wall - DAY_MS, timeZone);
  const after = wall - offsetAt(wall + DAY_MS, timeZone);
  const instants = before < after ? [before, after] : [after, before];
  return instants.find((instant) => wallTimeAt(instant, timeZone) === wall);
}

function offsetAt(instant: number, timeZone: string): number {
  if (isUtc(timeZone)) return 0;
  const second = Math.floor(instant / 1000) * 1000;
  const shown: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(second)) shown[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second: seconds = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

const isUtc = (timeZone: string): boolean => timeZone === 'Etc/UTC' || timeZone === 'UTC';
