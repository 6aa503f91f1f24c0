import { Cron } from 'croner';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSchedule } from './schedule.ts';
import { latestRun, nextRun, type ZonedSchedule } from './schedule-runs.ts';

function zoned(text: string, timeZone = 'Etc/UTC'): ZonedSchedule {
  const schedule = parseSchedule(`cron(${text})`);
  if (typeof schedule === 'string') throw new Error(`${text} is ${schedule}`);
  return { schedule, timeZone };
}

function runsFrom(schedule: ZonedSchedule, from: string, count: number): readonly string[] {
  const runs: string[] = [];
  let at: number | undefined = Date.parse(from);
  while (runs.length < count && (at = nextRun(schedule, at)) !== undefined) runs.push(new Date(at).toISOString());
  return runs.map((run) => run.replace(':00.000Z', 'Z'));
}

const expectRuns = (text: string, from: string, runs: readonly string[], timeZone?: string) =>
  expect(runsFrom(zoned(text, timeZone), from, runs.length), text).toEqual(runs);

test('a run comes after the moment that is asked about, not at it', () => {
  expectRuns('0 5 ? * * *', '2026-03-06T05:00Z', ['2026-03-07T05:00Z', '2026-03-08T05:00Z']);
  expectRuns('0 5 ? * * *', '2026-03-06T04:59:59.999Z', ['2026-03-06T05:00Z']);
});

test('every twelve hours counts from midnight, or from the hour that is named until midnight', () => {
  expectRuns('0 0/12 ? * * *', '2026-03-06T00:00Z', ['2026-03-06T12:00Z', '2026-03-07T00:00Z']);
  expectRuns('0 15/12 ? * * *', '2026-03-06T00:00Z', ['2026-03-06T15:00Z', '2026-03-07T15:00Z']);
});

test('days of the week count from Sunday, by number or by name', () => {
  const sundays = ['2026-03-08T08:00Z', '2026-03-15T08:00Z'];
  expectRuns('0 8 ? * 1 *', '2026-03-06T00:00Z', sundays);
  expectRuns('0 8 ? * sun *', '2026-03-06T00:00Z', sundays);
  expectRuns('0 8 ? * MON-FRI *', '2026-03-06T00:00Z', ['2026-03-06T08:00Z', '2026-03-09T08:00Z']);
  expectRuns('0 8 ? * SAT-MON *', '2026-03-06T00:00Z', ['2026-03-07T08:00Z', '2026-03-08T08:00Z', '2026-03-09T08:00Z']);
});

test('L is the last day of a month or, alone among the days of the week, Saturday', () => {
  expectRuns('0 8 L * ? *', '2026-01-31T09:00Z', ['2026-02-28T08:00Z', '2026-03-31T08:00Z']);
  expectRuns('0 8 ? * L *', '2026-03-06T00:00Z', ['2026-03-07T08:00Z', '2026-03-14T08:00Z']);
  expectRuns('0 8 ? * FRIL *', '2026-03-06T00:00Z', ['2026-03-27T08:00Z', '2026-04-24T08:00Z']);
});

test('# counts the weeks of a month, and a fifth that is not there is none', () => {
  expectRuns('0 5 ? 1 1#1 *', '2026-01-04T04:00Z', ['2026-01-04T05:00Z', '2027-01-03T05:00Z']);
  expectRuns('0 8 ? * 2#5 *', '2026-03-01T00:00Z', ['2026-03-30T08:00Z', '2026-06-29T08:00Z']);
});

test('W is the weekday nearest to a day, in the same month', () => {
  expectRuns('0 8 15W * ? *', '2026-02-01T00:00Z', ['2026-02-16T08:00Z', '2026-03-16T08:00Z', '2026-04-15T08:00Z']);
  expectRuns('0 8 1W 8 ? *', '2026-01-01T00:00Z', ['2026-08-03T08:00Z']);
  expectRuns('0 8 31W 5 ? *', '2026-01-01T00:00Z', ['2026-05-29T08:00Z']);
  expectRuns('0 8 31W * ? *', '2026-05-29T08:00Z', ['2026-07-31T08:00Z']);
  expectRuns('0 8 LW 5 ? *', '2026-01-01T00:00Z', ['2026-05-29T08:00Z']);
});

test('years end a schedule, and a day that no month has never comes', () => {
  expectRuns('0 8 1 1 ? 2027-2028', '2026-03-06T00:00Z', ['2027-01-01T08:00Z', '2028-01-01T08:00Z']);
  expect(nextRun(zoned('0 8 1 1 ? 2027-2028'), Date.parse('2028-01-01T08:00Z'))).toBeUndefined();
  expect(nextRun(zoned('0 8 31 2 ? *'), 0)).toBeUndefined();
  expectRuns('0 8 29 2 ? *', '2026-03-06T00:00Z', ['2028-02-29T08:00Z']);
});

test('a run at a time that clocks skip is lost', () => {
  expectRuns('30 2 ? * * *', '2026-03-28T00:00Z', ['2026-03-28T01:30Z', '2026-03-30T00:30Z'], 'Europe/Berlin');
  expectRuns('0 * ? * * *', '2026-03-29T00:00Z', ['2026-03-29T01:00Z', '2026-03-29T02:00Z'], 'Europe/Berlin');
});

test('a run at a time that clocks show twice happens once', () => {
  expectRuns('30 2 ? * * *', '2026-10-24T12:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z'], 'Europe/Berlin');
  expectRuns('0 * ? * * *', '2026-10-24T23:00Z', ['2026-10-25T00:00Z', '2026-10-25T02:00Z'], 'Europe/Berlin');
  expectRuns('30 1 ? * * *', '2026-11-01T05:45Z', ['2026-11-02T06:30Z'], 'America/New_York');
});

test('a schedule keeps to the clocks of its zone when they change', () => {
  expectRuns(
    '30 0 ? * * *',
    '2026-03-07T00:00Z',
    ['2026-03-07T05:30Z', '2026-03-08T05:30Z', '2026-03-09T04:30Z'],
    'America/New_York',
  );
  expectRuns('0 5 ? * * *', '2026-03-06T00:00Z', ['2026-03-06T23:30Z'], 'Asia/Kolkata');
});

const FIELDS = fc.record({
  minute: fc.integer({ min: 0, max: 59 }).map(String),
  hour: fc.constantFrom('*', '5', '0/6', '3/5', '1,13,22', '8-17', '22-23'),
  month: fc.constantFrom('*', '2', 'JAN,JUL', '3-11', '1/3'),
  days: fc.constantFrom('* * ?', '1 * ?', '31 * ?', 'L * ?', 'LW * ?', '15W * ?', '1/9 * ?', '10,20 * ?').map(first),
  week: fc.constantFrom('1', 'SUN', 'MON-FRI', '2#1', '6#5', '3L', 'TUE,THU', '1-7/3'),
  byWeek: fc.boolean(),
  year: fc.constantFrom('*', '2027', '2026/2', '2026-2030'),
  from: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
});

function first(text: string): string {
  return text.split(' ')[0]!;
}

test('croner, told of the dialect, comes to the same runs', () => {
  fc.assert(
    fc.property(FIELDS, ({ minute, hour, days, month, week, byWeek, year, from }) => {
      const text = `${minute} ${hour} ${byWeek ? '?' : days} ${month} ${byWeek ? week : '?'} ${year}`;
      const options = { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, timezone: 'Etc/UTC' } as const;
      const expected = new Cron(`0 ${text}`, { ...options, paused: true }).nextRun(new Date(from));
      expect(nextRun(zoned(text), from), text).toBe(expected?.getTime());
    }),
    { numRuns: 500 },
  );
});

test('the latest run before the next one is the one that was asked from', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('0 5 ? * * *', '30 2 ? * * *', '0 * ? * * *', '15 22-2 1/3 * ? *', '0 8 ? * 2#1 *'),
      fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago'),
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
      (text, timeZone, from) => {
        const schedule = zoned(text, timeZone);
        const run = nextRun(schedule, from)!;
        expect(latestRun(schedule, run)).toBe(run);
        const following = nextRun(schedule, run)!;
        expect(following).toBeGreaterThan(run);
        expect(latestRun(schedule, following - 1)).toBe(run);
      },
    ),
  );
});
