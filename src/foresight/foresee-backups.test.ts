import { expect, test } from 'vitest';
import type { PlanTarget } from '../jobs/plan-targets.ts';
import type { BackupRule } from '../model/backup-plan.ts';
import type { ResourceRow } from '../storage/records/resources.ts';
import { foreseeBackups } from './foresee-backups.ts';
import { plainWay } from './living-plan.ts';
import { lastPromise, placesOf } from './promised-places.ts';

const at = (text: string): number => Date.parse(text);
const DAY = 86_400_000;

const rule = (name: string, schedule: string, deleteAfterDays: number, copiesTo?: string): BackupRule => ({
  id: name,
  name,
  vaultName: 'main',
  schedule,
  timeZone: 'Etc/UTC',
  startWindowMinutes: 480,
  completionWindowMinutes: 10_080,
  lifecycle: { deleteAfterDays },
  isContinuous: false,
  ...(copiesTo && { copyActions: [{ destinationVaultArn: copiesTo }] }),
});

const target = (name: string, since: number): PlanTarget => ({
  resource: { arn: name, name, account_id: '111122223333', region: 'eu-west-1', type: 'EBS' } as ResourceRow,
  attributes: {},
  roleArn: 'role',
  since,
});

/** A daily rule with a copy, and a weekly one on Sundays that is kept longer and serves for it. */
const plan = (targets: readonly PlanTarget[], ruleSince = at('2026-05-01')) => ({
  row: {} as never,
  document: {
    name: 'plan',
    rules: [rule('daily', 'cron(0 5 ? * * *)', 7, 'offsite'), rule('weekly', 'cron(0 5 ? * 1 *)', 90)],
  },
  targets,
  ruleSince: () => ruleSince,
  way: plainWay,
});

const foreseen = (targets: readonly PlanTarget[], from: string, days: number): string[] =>
  [...foreseeBackups(plan(targets), { from: at(from), until: at(from) + days * DAY })].map(
    (backup) => `${new Date(backup.at).toISOString().slice(5, 10)} ${backup.rule.name} ${backup.target.resource.name}`,
  );

test('each run that counts makes a backup of each resource', () => {
  const targets = [target('one', at('2026-05-01')), target('two', at('2026-05-01'))];
  expect(foreseen(targets, '2026-05-08', 3)).toEqual([
    '05-08 daily one',
    '05-08 daily two',
    '05-09 daily one',
    '05-09 daily two',
    '05-10 weekly one',
    '05-10 weekly two',
  ]);
});

test('a run serves only for a resource that was under the plan by then', () => {
  expect(foreseen([target('late', at('2026-05-10T05:30Z'))], '2026-05-10T05:30Z', 1)).toEqual(['05-11 daily late']);
});

const promised = (now: string, since = '2026-05-01') =>
  Object.fromEntries(
    placesOf(plan([target('one', at(since))], at('2026-05-01'))).map((feed) => {
      const run = lastPromise({ vaultArn: feed.vaultArn, feeds: [feed] }, at(now));
      return [`${feed.rule.name} ${feed.kind}`, run && new Date(run.at).toISOString().slice(5, 10)];
    }),
  );

test('a rule promises of its last run that counts', () => {
  expect(promised('2026-05-12')).toEqual({ 'daily backup': '05-11', 'daily copy': '05-11', 'weekly backup': '05-10' });
});

test('a run that another serves for promises no copy', () => {
  expect(promised('2026-05-10T12:00Z')).toMatchObject({ 'daily copy': '05-09', 'weekly backup': '05-10' });
});

test('before its first run a rule promises nothing', () => {
  const nothing = { 'daily backup': undefined, 'daily copy': undefined, 'weekly backup': undefined };
  expect(promised('2026-05-12T04:00Z', '2026-05-11T06:00Z')).toEqual(nothing);
});
