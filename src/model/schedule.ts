export type ScheduleFault = 'malformed' | 'more-often-than-hourly';

/**
 * What is wrong with a plan's schedule, or nothing. The dialect is EventBridge's: `cron(minutes hours day-of-month month day-of-week
 * year)`, days of the week from 1 (Sunday) to 7, one of the two day fields a question mark. Developer Guide, "Backup plan options": no
 * more often than once an hour; `rate(…)` is not among its forms.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function scheduleFault(text: string): ScheduleFault | undefined {
  if (text.length > SCHEDULE_LENGTH_MAX) return 'malformed';
  const fields = /^cron\((.*)\)$/.exec(text)?.[1]?.trim().split(/\s+/);
  if (fields?.length !== FIELDS.length) return 'malformed';
  if (!fields.every((field, index) => isField(field, FIELDS[index]!))) return 'malformed';
  const [minutes, , dayOfMonth, , dayOfWeek] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return 'malformed';
  return /^\d+$/.test(minutes!) ? undefined : 'more-often-than-hourly';
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
  /** Forms of this field alone: `L`, `15W`, `2#1`. */
  readonly special?: RegExp;
}

const FIELDS: readonly Field[] = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31, special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  {
    min: 1,
    max: 12,
    names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  {
    min: 1,
    max: 7,
    names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
  },
  { min: 1970, max: 2199 },
];

const isField = (text: string, field: Field): boolean =>
  field.special?.test(text.toUpperCase()) === true || text.split(',').every((item) => isItem(item, field));

/** `*`, a value or a range, each with a step or without. */
function isItem(item: string, field: Field): boolean {
  const [range = '', step, ...more] = item.split('/');
  if (more.length > 0 || (step !== undefined && !isWithin(Number(/^\d+$/.test(step) ? step : NaN), 1, field.max))) {
    return false;
  }
  if (range === '*') return true;
  const bounds = range.split('-').map((bound) => toNumber(bound, field));
  return bounds.length <= 2 && bounds.every((bound) => isWithin(bound, field.min, field.max));
}

function toNumber(text: string, { names, min }: Field): number {
  const place = names?.indexOf(text.toUpperCase()) ?? -1;
  if (place >= 0) return min + place;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

const isWithin = (value: number, min: number, max: number): boolean => value >= min && value <= max;
