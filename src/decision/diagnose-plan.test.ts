import { expect, test } from 'vitest';
import type { BackupRule } from '../model/backup-plan.ts';
import { diagnosePlan } from './diagnose-plan.ts';
import type { PlanFacts } from './plan-facts.ts';

const NOW = Date.UTC(2026, 8, 30);
const VAULT = 'arn:aws:backup:eu-west-1:444455556666:backup-vault:safe';
const TABLE = 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders';

const rule = (change: Partial<BackupRule> = {}): BackupRule => ({
  id: change.name ?? 'nightly',
  name: 'nightly',
  vaultName: 'plain',
  schedule: 'cron(0 5 ? * * *)',
  timeZone: 'Etc/UTC',
  startWindowMinutes: 480,
  completionWindowMinutes: 10_080,
  lifecycle: { deleteAfterDays: 35 },
  copyActions: [{ destinationVaultArn: VAULT, lifecycle: { deleteAfterDays: 365 } }],
  isContinuous: false,
  ...change,
});

const plan = (rules: readonly BackupRule[], change: Partial<PlanFacts> = {}): PlanFacts => ({
  id: 'a1b2c3d4-0000-4000-8000-000000000000',
  account: '111122223333',
  region: 'eu-west-1',
  plan: { name: 'gold', rules },
  selections: [
    {
      id: 's1',
      selection: {
        name: 'tagged',
        roleArn: 'arn:aws:iam::111122223333:role/Copy',
        tags: [{ key: 'backup', value: 'gold' }],
      },
      resources: [TABLE],
    },
  ],
  optIns: {},
  managementPreferences: {},
  ...change,
});

const found = (facts: PlanFacts) =>
  diagnosePlan(facts, { now: NOW }).flatMap(({ id, outcome, severity }) =>
    outcome === 'unmet' ? [[id, severity]] : [],
  );

test('a plan whose one rule copies has nothing found', () => {
  expect(found(plan([rule()]))).toEqual([]);
});

test('copies of a rule never start where a longer rule runs at the same time', () => {
  const longer = rule({ name: 'monthly', schedule: 'cron(0 5 ? * * *)', lifecycle: { deleteAfterDays: 365 } });
  expect(found(plan([rule(), longer]))).toEqual([['plan-runs-its-copies', 'will-block']]);
});

test('some of them do not where it runs now and then', () => {
  const weekly = rule({ name: 'weekly', schedule: 'cron(0 5 ? * SUN *)', lifecycle: { deleteAfterDays: 365 } });
  expect(found(plan([rule(), weekly]))).toEqual([['plan-runs-its-copies', 'risk']]);
  const apart = rule({ name: 'apart', schedule: 'cron(0 14 ? * SUN *)', lifecycle: { deleteAfterDays: 365 } });
  expect(found(plan([rule(), apart]))).toEqual([]);
});

test('gaps that no failing job shows are found', () => {
  expect(found(plan([rule(), rule({ name: 'bare', schedule: 'cron(0 20 ? * * *)', copyActions: [] })]))).toEqual([
    ['plan-copies-something', 'remark'],
  ]);
  expect(found(plan([rule()], { selections: [] }))).toEqual([['plan-has-a-selection', 'risk']]);
  const [selection] = plan([]).selections as readonly object[];
  const empty = [{ ...selection, resources: [] }] as unknown as PlanFacts['selections'];
  expect(found(plan([rule()], { selections: empty }))).toEqual([['plan-selects-something', 'risk']]);
  expect(found(plan([rule()], { optIns: { DynamoDB: false } }))).toEqual([['plan-types-are-opted-in', 'risk']]);
  expect(found(plan([rule()], { managementPreferences: { DynamoDB: false } }))).toEqual([
    ['plan-tables-are-advanced', 'will-block'],
  ]);
  expect(found(plan([rule({ isContinuous: true })]))).toEqual([['plan-copies-keep-no-moments', 'remark']]);
  const slashed = [{ destinationVaultArn: VAULT.replace('vault:', 'vault/') }];
  expect(found(plan([rule({ copyActions: slashed })]))).toEqual([['plan-names-vaults', 'blocks']]);
});

test('what could not be listed is unknown, with the action that would tell', () => {
  const blank = plan([rule()], { selections: { unknown: { grant: 'backup:ListBackupSelections' } } });
  const unknown = diagnosePlan(blank, { now: NOW }).filter(({ outcome }) => outcome === 'unknown');
  expect(unknown.map(({ grant }) => grant)).toContain('backup:ListBackupSelections');
  expect(found(blank)).toEqual([]);
});
