import { expect, test } from 'vitest';
import { isTimeZone, scheduleFault } from './schedule.ts';

const expectFine = (text: string) => expect(scheduleFault(text), text).toBeUndefined();
const expectFault = (text: string, fault = 'malformed') => expect(scheduleFault(text), text).toBe(fault);

test.each([
  'cron(0 5 ? * * *)',
  'cron(0 12 * * ? *)',
  'cron(30 1 ? * 1 *)',
  'cron(0 0 1 JAN,JUL ? *)',
  'cron(15 10 ? * MON-FRI *)',
  'cron(0 0/12 ? * * *)',
  'cron(0 8 L * ? *)',
  'cron(0 8 15W * ? *)',
  'cron(0 8 ? * 2#1 *)',
  'cron(0 8 ? * FRIL 2026-2030)',
  'cron(0 * * * ? *)',
])('%s is a schedule', (text) => expectFine(text));

test.each([
  '',
  'rate(1 day)',
  'cron(0 5 * * *)',
  'cron(0 5 ? * * * *)',
  'cron(0 5 * * * *)',
  'cron(0 5 ? * ? *)',
  'cron(60 5 ? * * *)',
  'cron(0 24 ? * * *)',
  'cron(0 5 32 * ? *)',
  'cron(0 5 ? 13 * *)',
  'cron(0 5 ? * 0 *)',
  'cron(0 5 ? * 8 *)',
  'cron(0 5 ? * 2#6 *)',
  'cron(0 5 ? * * 1969)',
  'cron(0 5/0 ? * * *)',
  'cron(0 5-6-7 ? * * *)',
  'cron(? 5 ? * * *)',
  `cron(0 5 ? * * ${'2026,'.repeat(100)}2026)`,
])('%s is none', (text) => expectFault(text));

test.each(['cron(* 5 ? * * *)', 'cron(0/30 * ? * * *)', 'cron(0,30 5 ? * * *)'])(
  '%s runs more often than once an hour',
  (text) => expectFault(text, 'more-often-than-hourly'),
);

test('time zones are those that the runtime knows, by their names', () => {
  for (const name of ['Etc/UTC', 'UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
    expect(isTimeZone(name), name).toBe(true);
  }
  for (const name of ['', 'Mars/Olympus', '+01:00', '../etc/passwd', 'Europe/']) {
    expect(isTimeZone(name), name).toBe(false);
  }
});
