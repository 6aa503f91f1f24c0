import { expect, test } from 'vitest';
import type { BackupPlan, BackupRule } from '../model/backup-plan.ts';
import { overlapsOf, runsBetween } from './plan-runs.ts';

const rule = (
  name: string,
  hoursAndDays: string,
  deleteAfterDays: number,
  more: Partial<BackupRule> = {},
): BackupRule => ({
  id: name,
  name,
  vaultName: 'vault',
  schedule: `cron(0 ${hoursAndDays} *)`,
  timeZone: 'Etc/UTC',
  startWindowMinutes: 480,
  completionWindowMinutes: 10_080,
  lifecycle: { deleteAfterDays },
  isContinuous: false,
  ...more,
});

/** `hour rule` of each run that counts on one day. */
function countingRuns(rules: readonly BackupRule[], day: string, since = 0): readonly string[] {
  const plan: BackupPlan = { name: 'plan', rules };
  const from = Date.parse(`${day}T00:00Z`) - 1;
  return [...runsBetween(plan, { from, until: from + 86_400_000 })]
    .filter((run) => !overlapsOf(plan, run).some(({ at }) => at > since))
    .map((run) => `${new Date(run.at).getUTCHours()} ${run.rule.name}`);
}

test('the longer retention wins over its whole start window: two and eight backups a day', () => {
  const hourly = rule('hourly', '* * * ?', 1);
  const twelve = rule('twelve', '0/12 * * ?', 7);
  expect(countingRuns([hourly, twelve], '2026-05-05')).toEqual(
    ['0 twelve', '8 hourly', '9 hourly', '10 hourly', '11 hourly', '12 twelve'].concat([
      '20 hourly',
      '21 hourly',
      '22 hourly',
      '23 hourly',
    ]),
  );
});

test('a window that reaches into the next day still counts there', () => {
  const late = rule('late', '22 * * ?', 7);
  expect(countingRuns([rule('early', '0,6,7 * * ?', 1), late], '2026-05-05')).toEqual([
    '6 early',
    '7 early',
    '22 late',
  ]);
});

test('on the first Sunday of January the yearly backup serves for all', () => {
  const rules = [
    rule('daily', '5 * * ?', 35),
    rule('weekly', '5 ? * 1', 90),
    rule('monthly', '5 ? * 1#1', 365),
    rule('yearly', '5 ? 1 1#1', 2555),
  ];
  expect(countingRuns(rules, '2027-01-03')).toEqual(['5 yearly']);
  expect(countingRuns(rules, '2027-01-04')).toEqual(['5 daily']);
  expect(countingRuns(rules, '2027-01-10')).toEqual(['5 weekly']);
  expect(countingRuns(rules, '2027-02-07')).toEqual(['5 monthly']);
});

test('no retention at all is the longest', () => {
  const forever = rule('forever', '5 * * ?', -1);
  expect(countingRuns([rule('long', '5 * * ?', 36_500), forever], '2026-05-05')).toEqual(['5 forever']);
});

test('of two rules that are kept equally long the first runs where they meet, and both where they do not', () => {
  const rules = [rule('one', '5,6 * * ?', 7), rule('two', '5,7 * * ?', 7)];
  expect(countingRuns(rules, '2026-05-05')).toEqual(['5 one', '6 one', '7 two']);
});

test('a run that was never made for the resource serves for none', () => {
  const rules = [rule('hourly', '2,4 * * ?', 1), rule('daily', '0 * * ?', 7)];
  expect(countingRuns(rules, '2026-05-05')).toEqual(['0 daily']);
  expect(countingRuns(rules, '2026-05-05', Date.parse('2026-05-05T01:00Z'))).toEqual([
    '0 daily',
    '2 hourly',
    '4 hourly',
  ]);
});

test('runs come in order of time, those of one moment in the order of the rules', () => {
  const plan = { rules: [rule('b', '5,3 * * ?', 1), rule('a', '5 * * ?', 1)] };
  const from = Date.parse('2026-05-05T00:00Z');
  const runs = [...runsBetween(plan, { from, until: Date.parse('2026-05-06T03:00Z') })];
  expect(runs.map(({ rule: { name }, at }) => `${new Date(at).toISOString().slice(8, 13)} ${name}`)).toEqual([
    '05T03 b',
    '05T05 b',
    '05T05 a',
    '06T03 b',
  ]);
});
