import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { SOURCE } from '../access/testing/access-world.ts';
import { type BackupWorld, openBackupWorld, REGION } from '../aws/services/backup/testing/backup-world.ts';
import type { BackupPlan } from '../model/backup-plan.ts';
import { overlapsOf, runsBetween } from '../planning/plan-runs.ts';
import { closeMember } from '../storage/records/organization-members.ts';
import type { JobContext } from './job-context.ts';
import { planRuns } from './plan-runs.ts';

const HOUR_MS = 3_600_000;
/** Days are walked hour by hour, some ten times over. */
const PROPERTY_TIMEOUT_MS = 60_000;

let world: BackupWorld;
let role: string;

beforeEach(async () => {
  world = await openBackupWorld();
  role = await world.addRole(SOURCE, 'Backup');
  await call('CreateBackupVault', { BackupVaultName: 'first' });
});

const call = (operation: string, input?: object) => world.call(SOURCE, operation, input);
const context = () =>
  ({ records: world.records, random: world.random, log: world.services.log }) as unknown as JobContext;

async function plan(rules: readonly object[], selection: object | null = { Resources: ['*'] }) {
  const { BackupPlanId } = await call('CreateBackupPlan', {
    BackupPlan: {
      BackupPlanName: 'plan',
      Rules: rules.map((rule, index) => ({ RuleName: `rule${index}`, TargetBackupVaultName: 'first', ...rule })),
    },
  });
  if (selection !== null) await select(BackupPlanId, selection);
  return BackupPlanId as string;
}

const select = (BackupPlanId: string, selection: object) =>
  call('CreateBackupSelection', {
    BackupPlanId,
    BackupSelection: { SelectionName: `s${world.clock.now()}`, IamRoleArn: role, ...selection },
  });

const volume = (more: object = {}) => world.addResource({ account: SOURCE, type: 'EBS', ...more });

/** Jumps to a moment and does what is due then. */
async function at(time: string): Promise<void> {
  world.clock.advance(Date.parse(time) - world.clock.now());
  await planRuns.run(context(), world.clock.now());
}

/** Walks to a moment from run to run. */
async function walkTo(time: string): Promise<void> {
  for (;;) {
    const due = await world.records.read((db) => planRuns.nextDue(db));
    if (due === undefined || due > Date.parse(time)) return;
    await at(new Date(due).toISOString());
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever member it is about
async function jobs(): Promise<any[]> {
  return (await call('ListBackupJobs')).BackupJobs.toReversed();
}

/** `day hour state` of the jobs, oldest first. */
async function told(): Promise<readonly string[]> {
  return (await jobs()).map(({ CreationDate, State }) => `${CreationDate.toISOString().slice(5, 16)} ${State}`);
}

test('a rule that is due makes a job for each resource, in the words of the plan', async () => {
  await at('2026-05-05T00:00Z');
  const arn = await volume({ tags: { backup: 'daily' } });
  const planId = await plan([
    {
      ScheduleExpression: 'cron(30 5 ? * * *)',
      StartWindowMinutes: 60,
      CompletionWindowMinutes: 180,
      Lifecycle: { DeleteAfterDays: 35 },
      RecoveryPointTags: { plan: 'daily' },
    },
  ]);
  await at('2026-05-05T05:30:00.300Z');
  const [job, ...others] = await jobs();
  expect(others).toEqual([]);
  expect(job).toMatchObject({
    ResourceArn: arn,
    BackupVaultName: 'first',
    IamRoleArn: role,
    State: 'CREATED',
    CreationDate: new Date('2026-05-05T05:30Z'),
    StartBy: new Date('2026-05-05T06:30Z'),
    ExpectedCompletionDate: new Date('2026-05-05T08:30Z'),
    RecoveryPointLifecycle: { DeleteAfterDays: 35 },
    CreatedBy: {
      BackupPlanId: planId,
      BackupPlanArn: `arn:aws:backup:${REGION}:${SOURCE}:backup-plan:${planId}`,
      BackupPlanName: 'plan',
      BackupRuleName: 'rule0',
      BackupRuleCron: 'cron(30 5 ? * * *)',
      BackupRuleTimezone: 'Etc/UTC',
    },
  });
  await world.completeBackup(job.BackupJobId);
  const { RecoveryPoints } = await call('ListRecoveryPointsByBackupVault', {
    BackupVaultName: 'first',
    ByBackupPlanId: planId,
  });
  expect(RecoveryPoints).toHaveLength(1);
  expect(RecoveryPoints[0].CreatedBy).toEqual(job.CreatedBy);
  const plans = await call('ListBackupPlans');
  expect(plans.BackupPlansList[0].LastExecutionDate).toEqual(new Date('2026-05-05T05:30Z'));
});

test('a run is made once, however often and by however many it is looked for', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  await plan([{}]);
  world.clock.advance(5 * HOUR_MS);
  const now = world.clock.now();
  await Promise.all([planRuns.run(context(), now), planRuns.run(context(), now)]);
  await planRuns.run(context(), now);
  expect(await told()).toEqual(['05-05T05:00 CREATED']);
});

test('what was missed is made up for while its start window is open, and expires behind it', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  await plan([{ ScheduleExpression: 'cron(0 0/6 ? * * *)' }]);
  await at('2026-05-06T01:00Z');
  expect(await told()).toEqual([
    '05-05T06:00 EXPIRED',
    '05-05T12:00 EXPIRED',
    '05-06T01:00 CREATED',
    '05-06T01:00 CREATED',
  ]);
  const [expired, , late] = await jobs();
  expect(expired).toMatchObject({
    StatusMessage: 'Backup job expired before completion.',
    MessageCategory: 'JOB_EXPIRED',
    CompletionDate: new Date('2026-05-05T14:00Z'),
  });
  expect(late.StartBy.getTime() - late.CreationDate.getTime()).toBeLessThan(8 * HOUR_MS);
});

test('what was missed longer than lists of jobs reach back leaves nothing behind', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  await plan([{ ScheduleExpression: 'cron(0 5 ? * SUN *)' }]);
  await at('2026-11-07T00:00Z');
  const rows = await world.records.read((db) => db.selectFrom('backup_jobs').select('created_at').execute());
  expect(rows.map(({ created_at }) => new Date(created_at).toISOString().slice(0, 10)).sort()).toEqual([
    '2026-10-11',
    '2026-10-18',
    '2026-10-25',
    '2026-11-01',
  ]);
});

test('the longer retention wins over its whole start window: two and eight backups a day', async () => {
  await at('2026-05-04T23:30Z');
  await volume();
  await plan([
    { ScheduleExpression: 'cron(0 * ? * * *)', Lifecycle: { DeleteAfterDays: 1 } },
    { ScheduleExpression: 'cron(0 0/12 ? * * *)', Lifecycle: { DeleteAfterDays: 7 } },
  ]);
  await walkTo('2026-05-05T23:30Z');
  const made = (await jobs()).map(
    ({ CreationDate, CreatedBy }) => `${CreationDate.getUTCHours()} ${CreatedBy.BackupRuleName}`,
  );
  expect(made).toEqual(
    ['0 rule1', '8 rule0', '9 rule0', '10 rule0', '11 rule0', '12 rule1'].concat([
      '20 rule0',
      '21 rule0',
      '22 rule0',
      '23 rule0',
    ]),
  );
});

test('a rule that came later wins from its own first run on', async () => {
  await at('2026-05-05T00:30Z');
  await volume();
  const daily = { RuleName: 'daily', TargetBackupVaultName: 'first', ScheduleExpression: 'cron(0 0 ? * * *)' };
  const hourly = {
    ...daily,
    RuleName: 'hourly',
    ScheduleExpression: 'cron(0 * ? * * *)',
    Lifecycle: { DeleteAfterDays: 1 },
  };
  const BackupPlanId = await plan([hourly]);
  await walkTo('2026-05-05T01:00Z');
  await call('UpdateBackupPlan', { BackupPlanId, BackupPlan: { BackupPlanName: 'plan', Rules: [hourly, daily] } });
  await walkTo('2026-05-05T03:00Z');
  expect(await told()).toEqual(['05-05T01:00 CREATED', '05-05T02:00 CREATED', '05-05T03:00 CREATED']);
  await walkTo('2026-05-06T09:00Z');
  expect((await told()).filter((job) => job.startsWith('05-06'))).toEqual([
    '05-06T00:00 CREATED',
    '05-06T08:00 CREATED',
    '05-06T09:00 CREATED',
  ]);
});

test('an update leaves a rule whose schedule stays on its agenda, and puts a new schedule on it', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  const rule = { RuleName: 'r', TargetBackupVaultName: 'first', ScheduleExpression: 'cron(0 5 ? * * *)' };
  const document = (more: object) => ({ BackupPlanName: 'plan', Rules: [{ ...rule, ...more }] });
  const { BackupPlanId } = await call('CreateBackupPlan', { BackupPlan: document({}) });
  await select(BackupPlanId, { Resources: ['*'] });
  world.clock.advance(5 * HOUR_MS);
  await call('UpdateBackupPlan', { BackupPlanId, BackupPlan: document({ StartWindowMinutes: 60 }) });
  await at('2026-05-05T05:00Z');
  await call('UpdateBackupPlan', {
    BackupPlanId,
    BackupPlan: document({ ScheduleExpression: 'cron(0 7 ? * * *)', ScheduleExpressionTimezone: 'Europe/Berlin' }),
  });
  await walkTo('2026-05-06T12:00Z');
  expect(await told()).toEqual(['05-05T05:00 CREATED', '05-06T05:00 CREATED']);
});

test('a plan without selections, and one that is deleted, makes nothing', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  const BackupPlanId = await plan([{}], null);
  await walkTo('2026-05-05T12:00Z');
  await call('DeleteBackupPlan', { BackupPlanId });
  expect(await world.records.read((db) => planRuns.nextDue(db))).toBeUndefined();
  expect(await told()).toEqual([]);
});

test('a resource that two selections take is backed up once, and one of another Region not at all', async () => {
  await at('2026-05-05T00:00Z');
  const arn = await volume({ tags: { a: 'b' } });
  await volume({ region: 'eu-central-1' });
  const BackupPlanId = await plan([{}]);
  await call('UpdateRegionSettings', { ResourceTypeOptInPreference: { EBS: true } });
  world.clock.advance(1);
  await select(BackupPlanId, { Resources: [arn] });
  await walkTo('2026-05-05T12:00Z');
  expect((await jobs()).map(({ ResourceArn }) => ResourceArn)).toEqual([arn]);
});

test('the next runs of a plan are told ahead, and those of a deleted one not', async () => {
  await at('2026-05-05T00:00Z');
  const BackupPlanId = await plan([{}, { ScheduleExpression: 'cron(0 5 ? * WED *)' }], null);
  const preview = async (more: object = {}) =>
    (await call('GetBackupPlan', { BackupPlanId, MaxScheduledRunsPreview: 3, ...more })).ScheduledRunsPreview;
  const { BackupPlan, VersionId } = await call('GetBackupPlan', { BackupPlanId });
  const [first, second] = BackupPlan.Rules;
  const run = (day: string, { RuleId }: { RuleId: string }) => ({
    ExecutionTime: new Date(`2026-05-${day}T05:00Z`),
    RuleId,
    RuleExecutionType: 'SNAPSHOTS',
  });
  expect(await preview()).toEqual([run('05', first), run('06', first), run('06', second)]);
  expect(await preview({ MaxScheduledRunsPreview: 0 })).toBeUndefined();
  await call('DeleteBackupPlan', { BackupPlanId });
  expect(await preview({ VersionId })).toEqual([]);
});

test('a run that cannot be made is passed over, and keeps no other from being made', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  const broken = await plan([{}]);
  const other = await call('CreateBackupPlan', {
    BackupPlan: { BackupPlanName: 'other', Rules: [{ RuleName: 'r', TargetBackupVaultName: 'first' }] },
  });
  await select(other.BackupPlanId, { Resources: ['*'] });
  await world.records.write((db) =>
    db.updateTable('backup_selections').set({ document: '{' }).where('plan_id', '=', broken).execute(),
  );
  await at('2026-05-05T05:00Z');
  expect((await jobs()).map(({ CreatedBy }) => CreatedBy.BackupPlanId)).toEqual([other.BackupPlanId]);
});

const RULES = fc.array(
  fc.record({
    ScheduleExpression: fc.constantFrom(
      'cron(0 * ? * * *)',
      'cron(30 2 ? * * *)',
      'cron(0 0/6 ? * * *)',
      'cron(0 5 ? * SUN *)',
      'cron(0 5 1 * ? *)',
    ),
    ScheduleExpressionTimezone: fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'America/Santiago'),
    StartWindowMinutes: fc.constantFrom(60, 480, 1440),
    Lifecycle: fc.constantFrom({ DeleteAfterDays: 1 }, { DeleteAfterDays: 7 }, { DeleteAfterDays: 90 }, {}),
  }),
  { minLength: 1, maxLength: 4 },
);

test(
  'whatever the rules, the scheduler makes the runs that the planner foretells',
  async () => {
    await fc.assert(
      fc.asyncProperty(RULES, async (rules) => {
        world = await openBackupWorld();
        role = await world.addRole(SOURCE, 'Backup');
        await at('2026-10-24T12:10Z');
        await volume();
        const BackupPlanId = await plan(rules);
        const begun = world.clock.now();
        await walkTo('2026-10-26T12:00Z');
        const rows = await world.records.read((db) => db.selectFrom('backup_jobs').selectAll().execute());
        const made = rows.map(
          (row) => `${new Date(row.created_at).toISOString()} ${JSON.parse(row.created_by!).BackupRuleName}`,
        );
        const version = await world.records.read((db) =>
          db
            .selectFrom('backup_plan_versions')
            .select('document')
            .where('plan_id', '=', BackupPlanId)
            .executeTakeFirstOrThrow(),
        );
        const document = JSON.parse(version.document) as BackupPlan;
        const foretold = [...runsBetween(document, { from: begun, until: Date.parse('2026-10-26T12:00Z') })]
          .filter((run) => !overlapsOf(document, run).some((overlap) => overlap.at > begun))
          .map(({ rule, at: due }) => `${new Date(due).toISOString()} ${rule.name}`);
        expect(made.toSorted()).toEqual(foretold.toSorted());
      }),
      { numRuns: 10 },
    );
  },
  PROPERTY_TIMEOUT_MS,
);

test(
  'whenever the server is down, each run has one job in the end, made up for or expired',
  async () => {
    const hourly = { ScheduleExpression: 'cron(0 * ? * * *)', StartWindowMinutes: 120 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 5, maxLength: 20 }), async (pauses) => {
        world = await openBackupWorld();
        role = await world.addRole(SOURCE, 'Backup');
        await at('2026-05-05T00:00Z');
        await volume();
        await plan([hourly]);
        const begun = world.clock.now();
        const looks: number[] = [];
        for (const minutes of pauses) {
          world.clock.advance(minutes * 60_000);
          looks.push(world.clock.now());
          await planRuns.run(context(), world.clock.now());
        }
        const rows = await world.records.read((db) =>
          db.selectFrom('backup_jobs').selectAll().orderBy('scheduled_at').execute(),
        );
        const due = Array.from(
          { length: Math.floor((looks.at(-1)! - begun) / HOUR_MS) },
          (_, n) => begun + (n + 1) * HOUR_MS,
        );
        expect(rows.map(({ scheduled_at }) => scheduled_at)).toEqual(due);
        for (const row of rows) {
          const seen = looks.find((look) => look >= row.scheduled_at!)!;
          expect(row.state).toBe(seen - row.scheduled_at! >= 2 * HOUR_MS ? 'EXPIRED' : 'CREATED');
        }
      }),
      { numRuns: 10 },
    );
  },
  PROPERTY_TIMEOUT_MS,
);

test('plans of an account that is closed make nothing', async () => {
  await at('2026-05-05T00:00Z');
  await volume();
  await plan([{}]);
  await world.records.write((db) => closeMember(db, SOURCE, world.clock.now()));
  await walkTo('2026-05-05T12:00Z');
  const rows = await world.records.read((db) => db.selectFrom('backup_jobs').select('id').execute());
  expect(rows).toEqual([]);
});
