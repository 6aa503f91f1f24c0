import type { DaysOfMonth, DaysOfWeek, Schedule } from './schedule.ts';
import { instantOf, wallTimeAt } from './wall-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A schedule on the clocks of a place. */
export interface ZonedSchedule {
  readonly schedule: Schedule;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * The first run after an instant, or nothing where no more comes. Clocks set forward: a run at a time that they skip is lost. Clocks set
 * back: a run at a time that they show twice happens the first time only. Developer Guide, "Backup plan options"; EventBridge Scheduler's
 * guide says the second in so many words of its own schedules. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function nextRun({ schedule, timeZone }: ZonedSchedule, after: number): number | undefined {
  for (const day of daysFrom(schedule, wallTimeAt(after, timeZone), 1)) {
    for (const hour of schedule.hours) {
      const instant = instantOf(day + hour * HOUR_MS + schedule.minute * MINUTE_MS, timeZone);
      if (instant !== undefined && instant > after) return instant;
    }
  }
  return undefined;
}

/** The last run at an instant or before it, or nothing where none was. */
export function latestRun({ schedule, timeZone }: ZonedSchedule, until: number): number | undefined {
  for (const day of daysFrom(schedule, wallTimeAt(until, timeZone), -1)) {
    for (const hour of schedule.hours.toReversed()) {
      const instant = instantOf(day + hour * HOUR_MS + schedule.minute * MINUTE_MS, timeZone);
      if (instant !== undefined && instant <= until) return instant;
    }
  }
  return undefined;
}

/** The days on which a schedule runs, as the midnights that a wall clock shows, from that of `wall` on or back. */
function* daysFrom(schedule: Schedule, wall: number, direction: 1 | -1): Generator<number> {
  const first = new Date(wall);
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth() + 1, first.getUTCDate()];
  const isAhead = (one: number, other: number): boolean => (one - other) * direction >= 0;
  const inOrder = (values: Iterable<number>): readonly number[] => [...values].sort((a, b) => (a - b) * direction);
  for (const y of inOrder(schedule.years)) {
    if (!isAhead(y, year)) continue;
    for (const m of inOrder(schedule.months)) {
      if (y === year && !isAhead(m, month)) continue;
      for (const d of inOrder(runDays(schedule, y, m))) {
        if (y !== year || m !== month || isAhead(d, day)) yield Date.UTC(y, m - 1, d);
      }
    }
  }
}

/** The days of a month on which a schedule runs. */
function runDays({ daysOfMonth, daysOfWeek }: Schedule, year: number, month: number): readonly number[] {
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // 1 is Sunday.
  const weekdayOf = (day: number): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
  const calendar: Calendar = { length, weekdayOf };
  const days = Array.from({ length }, (_, index) => index + 1);
  return days.filter((day) => isDayOfMonth(daysOfMonth, day, calendar) && isDayOfWeek(daysOfWeek, day, calendar));
}

interface Calendar {
  /** Days of the month. */
  readonly length: number;
  weekdayOf(day: number): number;
}

function isDayOfMonth(days: DaysOfMonth, day: number, calendar: Calendar): boolean {
  switch (days.kind) {
    case 'any':
      return true;
    case 'last':
      return day === calendar.length;
    case 'last-weekday':
      return day === nearestWeekday(calendar.length, calendar);
    case 'nearest-weekday':
      return days.day <= calendar.length && day === nearestWeekday(days.day, calendar);
    case 'days':
      return days.days.has(day);
  }
}

/** The day itself, or Friday for a Saturday and Monday for a Sunday; at the ends of a month, the weekday inside it. */
function nearestWeekday(day: number, { length, weekdayOf }: Calendar): number {
  const weekday = weekdayOf(day);
  if (weekday === 7) return day === 1 ? day + 2 : day - 1;
  if (weekday === 1) return day === length ? day - 2 : day + 1;
  return day;
}

function isDayOfWeek(days: DaysOfWeek, day: number, { length, weekdayOf }: Calendar): boolean {
  switch (days.kind) {
    case 'any':
      return true;
    case 'days':
      return days.days.has(weekdayOf(day));
    case 'last':
      return weekdayOf(day) === days.day && day + 7 > length;
    case 'nth':
      return weekdayOf(day) === days.day && Math.ceil(day / 7) === days.n;
  }
}
