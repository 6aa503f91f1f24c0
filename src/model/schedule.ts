export type ScheduleFault = 'malformed' | 'more-often-than-hourly';

/** A schedule that has been read: the minute of some hours of some days. */
export interface Schedule {
  readonly minute: number;
  /** Ascending. */
  readonly hours: readonly number[];
  /** Any day where the day of the week decides. */
  readonly daysOfMonth: DaysOfMonth;
  /** Any day where the day of the month decides. */
  readonly daysOfWeek: DaysOfWeek;
  /** 1 to 12. */
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
}

/** `last`: the last day; `last-weekday`: the last from Monday to Friday; `nearest-weekday`: the one nearest to a day, in the same month. */
export type DaysOfMonth =
  | { readonly kind: 'any' | 'last' | 'last-weekday' }
  | { readonly kind: 'days'; readonly days: ReadonlySet<number> }
  | { readonly kind: 'nearest-weekday'; readonly day: number };

/** Days count from 1, which is Sunday. `last`: the last such day of a month; `nth`: the first to the fifth. */
export type DaysOfWeek =
  | { readonly kind: 'any' }
  | { readonly kind: 'days'; readonly days: ReadonlySet<number> }
  | { readonly kind: 'last'; readonly day: number }
  | { readonly kind: 'nth'; readonly day: number; readonly n: number };

/**
 * Reads a plan's schedule, or tells what is wrong with it. The dialect is EventBridge's: `cron(minutes hours day-of-month month day-of-week
 * year)`, days of the week from 1 (Sunday) to 7, one of the two day fields a question mark. Developer Guide, "Backup plan options": no
 * more often than once an hour; `rate(…)` is not among its forms. A range may run over its end (`22-2`, `FRI-MON`), as with Quartz, from
 * which the dialect comes; years do not.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function parseSchedule(text: string): Schedule | ScheduleFault {
  if (text.length > SCHEDULE_LENGTH_MAX) return 'malformed';
  const fields = /^cron\((.*)\)$/.exec(text)?.[1]?.trim().toUpperCase().split(/\s+/);
  if (fields?.length !== 6) return 'malformed';
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields as [string, string, string, string, string, string];
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return 'malformed';
  const minutes = parseList(minute, MINUTE);
  const hours = parseList(hour, HOUR);
  const daysOfMonth = parseDaysOfMonth(dayOfMonth);
  const months = parseList(month, MONTH);
  const daysOfWeek = parseDaysOfWeek(dayOfWeek);
  const years = parseList(year, YEAR);
  if (!(minutes && hours && daysOfMonth && months && daysOfWeek && years)) return 'malformed';
  if (!/^\d+$/.test(minute)) return 'more-often-than-hourly';
  const ascending = [...hours].sort((a, b) => a - b);
  return { minute: Number(minute), hours: ascending, daysOfMonth, daysOfWeek, months, years };
}

/** What is wrong with a plan's schedule, or nothing. */
export function scheduleFault(text: string): ScheduleFault | undefined {
  const schedule = parseSchedule(text);
  return typeof schedule === 'string' ? schedule : undefined;
}

/** Whether the runtime knows a time zone of this IANA name. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name) || name.length > 64) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Far above any schedule that says something. */
const SCHEDULE_LENGTH_MAX = 256;

interface Field {
  readonly min: number;
  readonly max: number;
  /** From `min` upwards. */
  readonly names?: readonly string[];
  /** Whether a range may begin above its end. */
  readonly isCircular: boolean;
}

const MINUTE: Field = { min: 0, max: 59, isCircular: true };
const HOUR: Field = { min: 0, max: 23, isCircular: true };
const DAY_OF_MONTH: Field = { min: 1, max: 31, isCircular: true };
const MONTH: Field = {
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  isCircular: true,
};
const DAY_OF_WEEK: Field = {
  min: 1,
  max: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
  isCircular: true,
};
const YEAR: Field = { min: 1970, max: 2199, isCircular: false };

function parseDaysOfMonth(text: string): DaysOfMonth | undefined {
  if (text === '?' || text === '*') return { kind: 'any' };
  if (text === 'L') return { kind: 'last' };
  if (text === 'LW') return { kind: 'last-weekday' };
  const nearest = /^([1-9]|[12]\d|3[01])W$/.exec(text);
  if (nearest !== null) return { kind: 'nearest-weekday', day: Number(nearest[1]) };
  const days = parseList(text, DAY_OF_MONTH);
  return days && { kind: 'days', days };
}

function parseDaysOfWeek(text: string): DaysOfWeek | undefined {
  if (text === '?' || text === '*') return { kind: 'any' };
  // The last day of the week.
  if (text === 'L') return { kind: 'days', days: new Set([DAY_OF_WEEK.max]) };
  const special = /^([1-7]|[A-Z]{3})(?:(L)|#([1-5]))$/.exec(text);
  if (special !== null) {
    const day = toNumber(special[1]!, DAY_OF_WEEK);
    if (!isWithin(day, DAY_OF_WEEK.min, DAY_OF_WEEK.max)) return undefined;
    return special[2] === undefined ? { kind: 'nth', day, n: Number(special[3]) } : { kind: 'last', day };
  }
  const days = parseList(text, DAY_OF_WEEK);
  return days && { kind: 'days', days };
}

/** The values of a list, or nothing where one of its items is none. */
function parseList(text: string, field: Field): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const some = parseItem(item, field);
    if (some === undefined) return undefined;
    for (const value of some) values.add(value);
  }
  return values;
}

/** `*`, a value or a range, each with a step or without. A value with a step runs to the field's end. */
function parseItem(item: string, field: Field): readonly number[] | undefined {
  const [range = '', stepText, ...more] = item.split('/');
  const step = stepText === undefined ? 1 : Number(/^\d+$/.test(stepText) ? stepText : Number.NaN);
  if (more.length > 0 || !isWithin(step, 1, field.max)) return undefined;
  if (range === '*') return valuesBetween(field.min, field.max, step);
  const bounds = range.split('-').map((bound) => toNumber(bound, field));
  if (bounds.length > 2 || !bounds.every((bound) => isWithin(bound, field.min, field.max))) return undefined;
  const [first = 0, last = stepText === undefined ? first : field.max] = bounds;
  if (first <= last) return valuesBetween(first, last, step);
  if (!field.isCircular) return undefined;
  const size = field.max - field.min + 1;
  return valuesBetween(first, last + size, step).map((value) => (value > field.max ? value - size : value));
}

function valuesBetween(first: number, last: number, step: number): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

function toNumber(text: string, { names, min }: Field): number {
  const place = names?.indexOf(text) ?? -1;
  if (place >= 0) return min + place;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

const isWithin = (value: number, min: number, max: number): boolean => value >= min && value <= max;
