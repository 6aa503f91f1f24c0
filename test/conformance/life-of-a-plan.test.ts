import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, NightlyPlan, OTHER } from './nightly-plan.ts';
import { admin } from './world.ts';

const DAY_MS = 86_400_000;
const EIGHT_HOURS_MS = 8 * 3_600_000;

let folder: string;
let plan: NightlyPlan;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'crossvault-plan-'));
  plan = new NightlyPlan(folder);
  await plan.start();
  await plan.setUp();
  await plan.advance('P120D');
});
afterAll(async () => {
  await plan?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const now = async (): Promise<number> =>
  Date.parse((await plan.server.operator('GET', 'clock')).now as unknown as string);

/** Nights whose points have not gone: each is deleted within eight hours after its last day. */
async function expectNights(created: readonly string[], keptDays: number): Promise<void> {
  const time = await now();
  const nights = [...new Set(created)].map((date) => Date.parse(date)).toSorted((a, b) => a - b);
  const oldest = nights[0]!;
  expect(time - oldest).toBeLessThanOrEqual(keptDays * DAY_MS + EIGHT_HOURS_MS);
  expect(time - oldest).toBeGreaterThan((keptDays - 1) * DAY_MS);
  expect((nights.at(-1)! - oldest) / DAY_MS).toBe(nights.length - 1);
}

test('each vault holds the nights that its retention keeps, every night whole', async () => {
  for (const { vault, account, days, resources } of [
    { vault: 'production', account: ACCOUNT, days: 30, resources: ['disk', 'home', 'mail'] },
    { vault: 'beside', account: ACCOUNT, days: 100, resources: ['disk', 'home', 'mail'] },
    { vault: 'offsite', account: OTHER, days: 60, resources: ['disk', 'home', 'mail'] },
  ]) {
    const points = await plan.pointsIn(vault, account);
    await expectNights(
      points.map(({ created }) => created),
      days,
    );
    const last = points.filter(({ created }) => created === points.at(-1)!.created);
    expect(last.map(({ resource }) => resource).toSorted()).toEqual(resources);
  }
});

test('a copy has the date of its source and its own retention, and goes cold where its type can', async () => {
  const points = await plan.pointsIn('beside');
  expect(points.every(({ created }) => created.includes('T05:00:00'))).toBe(true);
  const storage = (resource: string) =>
    new Set(points.filter((each) => each.resource === resource).map((each) => each.storage));
  expect(storage('home')).toEqual(new Set(['cold later']));
  // EBS goes to its archive only for those who opt in; others ignore the move.
  expect(storage('disk')).toEqual(new Set(['warm for ever']));
  const { RecoveryPoints } = await plan.backup('ListRecoveryPointsByBackupVault', { BackupVaultName: 'beside' });
  const tiers = new Map<string, Set<string>>();
  for (const { RecoveryPointArn, ResourceName, CreationDate } of RecoveryPoints.slice(0, 60)) {
    const { StorageClass } = await plan.backup('DescribeRecoveryPoint', {
      BackupVaultName: 'beside',
      RecoveryPointArn,
    });
    const isOld = (await now()) - CreationDate.getTime() >= 8 * DAY_MS;
    const key = `${ResourceName === 'disk' ? 'disk' : 'files'}, ${isOld ? 'old' : 'young'}`;
    tiers.set(key, (tiers.get(key) ?? new Set()).add(StorageClass));
  }
  expect(Object.fromEntries([...tiers].map(([key, classes]) => [key, [...classes]]))).toEqual({
    'files, old': ['COLD'],
    'files, young': ['WARM'],
    'disk, old': ['WARM'],
    'disk, young': ['WARM'],
  });
});

test('jobs are listed for 30 days, and all of them completed', async () => {
  const jobs: { State: string; CompletionDate: Date }[] = [];
  let NextToken: string | undefined;
  do {
    const page = await plan.backup('ListCopyJobs', { NextToken });
    jobs.push(...page.CopyJobs);
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(new Set(jobs.map(({ State }) => State))).toEqual(new Set(['COMPLETED']));
  expect(jobs.length).toBe(30 * 3 * 2);
  const time = await now();
  expect(jobs.every(({ CompletionDate }) => time - CompletionDate.getTime() < 30 * DAY_MS)).toBe(true);
});

test('a copy says which rule of which plan asked for it, and which backup it followed', async () => {
  const { CopyJobs } = await plan.backup('ListCopyJobs', { ByResourceType: 'EBS', MaxResults: 4 });
  expect(CopyJobs.map(({ State }: { State: string }) => State)).toEqual(Array.from({ length: 4 }, () => 'COMPLETED'));
  const { CreatedBy, CreatedByBackupJobId } = CopyJobs[0];
  expect(CreatedBy).toMatchObject({ BackupPlanId: expect.any(String), BackupRuleId: expect.any(String) });
  expect(CreatedByBackupJobId).toEqual(expect.any(String));
});

test('the switch turned off leaves fifteen minutes, then copies are refused', async () => {
  const { RecoveryPoints } = await plan.backup('ListRecoveryPointsByBackupVault', {
    BackupVaultName: 'production',
    MaxResults: 1,
  });
  const point = RecoveryPoints[0].RecoveryPointArn;
  const copy = () =>
    plan.world.copy(admin(ACCOUNT), ACCOUNT, {
      point,
      vault: 'production',
      to: `arn:aws:backup:eu-central-1:${OTHER}:backup-vault:offsite`,
    });
  const set = (isOn: boolean) =>
    plan.backup('UpdateGlobalSettings', { GlobalSettings: { isCrossAccountBackupEnabled: String(isOn) } });
  await set(false);
  await plan.advance('PT14M');
  expect(await copy()).toMatchObject({ State: 'COMPLETED' });
  await plan.advance('PT1M');
  expect(await copy()).toMatchObject({
    State: 'FAILED',
    StatusMessage: expect.stringContaining('Cross-account copy feature is not enabled'),
  });
  await set(true);
});

test('an account that leaves the organization keeps its copies and gets no more', async () => {
  const before = await plan.pointsIn('offsite', OTHER);
  await plan.world.call(admin(OTHER), 'organizations', 'LeaveOrganization');
  await plan.advance('P1D');
  const { CopyJobs } = await plan.backup('ListCopyJobs', { ByState: 'FAILED' });
  const failed = CopyJobs.filter(({ CreatedBy }: { CreatedBy?: object }) => CreatedBy !== undefined);
  expect(new Set(failed.map(({ StatusMessage }: { StatusMessage: string }) => StatusMessage))).toEqual(
    new Set(['Copy job failed. Both source and destination account must be a member of the same organization.']),
  );
  const after = await plan.pointsIn('offsite', OTHER);
  const lost = before.filter((point) => !after.some((each) => JSON.stringify(each) === JSON.stringify(point)));
  // Only what has expired meanwhile.
  const time = await now();
  expect(lost.every(({ deleted }) => Date.parse(deleted!) <= time)).toBe(true);
  expect(lost.length).toBeLessThan(10);
});

test('where the role is gone, expired points stay and say so', async () => {
  for (const name of ['ForBackup', 'ForRestores']) {
    const PolicyArn = `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicy${name}`;
    await plan.world.call(admin(ACCOUNT), 'iam', 'DetachRolePolicy', { RoleName: 'AWSBackupCopyRole', PolicyArn });
  }
  await plan.world.call(admin(ACCOUNT), 'iam', 'DeleteRole', { RoleName: 'AWSBackupCopyRole' });
  await plan.advance('P40D');
  const { RecoveryPoints } = await plan.backup('ListRecoveryPointsByBackupVault', { BackupVaultName: 'production' });
  expect(RecoveryPoints.length).toBeGreaterThan(80);
  expect(new Set(RecoveryPoints.map(({ Status }: { Status: string }) => Status))).toEqual(new Set(['EXPIRED']));
  expect(RecoveryPoints[0].StatusMessage).toContain('unable to delete');
});
