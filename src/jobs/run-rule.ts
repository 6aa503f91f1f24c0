import * as messages from '../messages/backup-job.ts';
import type { JobMessage } from '../messages/job-message.ts';
import type { BackupPlan, BackupRule } from '../model/backup-plan.ts';
import { planCreator } from '../model/plan-creator.ts';
import { toVaultArn } from '../model/vault.ts';
import { isServed, nextRunOf, overlapsOf } from '../planning/plan-runs.ts';
import { type BackupJobRow, insertBackupJobs } from '../storage/records/backup-jobs.ts';
import { type BackupPlanRow, noteExecution, planById, planVersion } from '../storage/records/backup-plans.ts';
import { backupTarget } from '../storage/records/backup-target.ts';
import { newBackupJob } from '../storage/records/new-backup-job.ts';
import { type PlanRunRow, passPlanRun, plannedRuns } from '../storage/records/plan-runs.ts';
import type { Database } from '../storage/records/records.ts';
import { vaultByArn } from '../storage/records/vaults.ts';
import { enqueueWork } from '../storage/records/work.ts';
import { invariant } from '../util/invariant.ts';
import type { Random } from '../util/random.ts';
import { MISSED_RUNS_KEPT_MS, PLAN_RUN_PUNCTUAL_MS } from './limits.ts';
import { type PlanTarget, planTargets } from './plan-targets.ts';

const MINUTE_MS = 60_000;

interface Moment {
  readonly now: number;
  readonly random: Random;
}

/** Makes the jobs of a run that is due and puts the rule's next run on the agenda. Returns the jobs: none where somebody has done so. */
export async function runRule(
  db: Database,
  run: PlanRunRow,
  { now, random }: Moment,
): Promise<readonly BackupJobRow[]> {
  const found = await readRule(db, run);
  if (found === undefined) {
    await passPlanRun(db, run, undefined);
    return [];
  }
  const { plan, document, rule } = found;
  const isForgotten = run.due_at < now - MISSED_RUNS_KEPT_MS;
  const nextAt = nextRunOf(rule, isForgotten ? now - MISSED_RUNS_KEPT_MS : run.due_at);
  if (!(await passPlanRun(db, run, nextAt)) || isForgotten) return [];
  const targets = await targetsThatCount(db, { plan, document, rule, at: run.due_at });
  return await makeJobs(
    db,
    { plan, document, rule, targets, at: run.due_at, scheduledAt: run.due_at },
    { now, random },
  );
}

/** Puts a run behind us without making its jobs. */
export async function passOver(db: Database, run: PlanRunRow): Promise<void> {
  const found = await readRule(db, run);
  await passPlanRun(db, run, found && nextRunOf(found.rule, run.due_at));
}

/**
 * Makes a rule's jobs now, beside its schedule and whatever rules overlap: for an operator who wants to see it. Returns the jobs.
 */
export async function runRuleNow(
  db: Database,
  { plan, document, rule }: FoundRule,
  { now, random }: Moment,
): Promise<readonly BackupJobRow[]> {
  const targets = await planTargets(db, plan);
  return await makeJobs(db, { plan, document, rule, targets, at: now }, { now, random });
}

export interface FoundRule {
  readonly plan: BackupPlanRow;
  /** The plan's newest. */
  readonly document: BackupPlan;
  readonly rule: BackupRule;
}

async function readRule(db: Database, { plan_id, rule_id }: PlanRunRow): Promise<FoundRule | undefined> {
  const plan = await planById(db, plan_id);
  if (plan === undefined || plan.deleted_at !== null) return undefined;
  const version = await planVersion(db, { planId: plan.id, versionId: plan.version_id });
  invariant(version, 'a plan has the version that it names');
  const document = JSON.parse(version.document) as BackupPlan;
  const rule = document.rules.find(({ id }) => id === rule_id);
  return rule && { plan, document, rule };
}

/** The resources for which no run of an overlapping rule serves. */
async function targetsThatCount(
  db: Database,
  { plan, document, rule, at }: FoundRule & { readonly at: number },
): Promise<readonly PlanTarget[]> {
  const targets = await planTargets(db, plan);
  const overlaps = targets.length === 0 ? [] : overlapsOf(document, { rule, at });
  if (overlaps.length === 0) return targets;
  const begun = new Map((await plannedRuns(db, plan.id)).map(({ rule_id, since }) => [rule_id, since]));
  const ruleSince = (ruleId: string): number => begun.get(ruleId) ?? plan.created_at;
  return targets.filter(({ since }) => !isServed(overlaps, { resourceSince: since, ruleSince }));
}

interface RuleRun extends FoundRule {
  readonly targets: readonly PlanTarget[];
  readonly at: number;
  /** Absent for a run by hand. */
  readonly scheduledAt?: number;
}

async function makeJobs(db: Database, run: RuleRun, { now, random }: Moment): Promise<readonly BackupJobRow[]> {
  const { plan, document, rule, targets, at, scheduledAt } = run;
  const startBy = at + rule.startWindowMinutes * MINUTE_MS;
  const isExpired = startBy <= now;
  const vaultArn = toVaultArn({ account: plan.account_id, region: plan.region, name: rule.vaultName } as VaultPlace);
  const vault = await vaultByArn(db, vaultArn);
  const creator = planCreator({ id: plan.id, arn: plan.arn, versionId: plan.version_id }, document, rule);
  const jobs: BackupJobRow[] = [];
  for (const { resource, attributes, roleArn } of targets) {
    const target = await backupTarget(db, {
      resource,
      attributes,
      vault: { arn: vaultArn, name: rule.vaultName, keyArn: vault?.key_arn ?? null },
      airGappedVaultArn: rule.airGappedVaultArn,
      lifecycle: rule.lifecycle,
      copyActions: rule.copyActions,
    });
    const job = newBackupJob(
      {
        remark: rule.isContinuous ? noContinuousBackup(resource.type) : undefined,
        ...target,
        resource,
        attributes,
        roleArn,
        lifecycle: rule.lifecycle,
        tags: rule.recoveryPointTags ?? {},
        options: document.typeOptions?.find(({ type }) => type === resource.type)?.options,
        startBy,
        completeBy: at + rule.completionWindowMinutes * MINUTE_MS,
        createdAt: isExpired || now - at < PLAN_RUN_PUNCTUAL_MS ? at : now,
        plan: { creator, scheduledAt },
      },
      random,
    );
    jobs.push(isExpired ? expired(job) : job);
  }
  await insertBackupJobs(db, ...jobs);
  if (!isExpired) {
    const work = jobs.map(({ id, resource_arn }) => ({
      jobId: id,
      kind: 'backup' as const,
      resourceArn: resource_arn,
      notBefore: at,
    }));
    await enqueueWork(db, ...work);
  }
  await noteExecution(db, plan.id, at);
  return jobs;
}

type VaultPlace = Parameters<typeof toVaultArn>[0];

/** Types that AWS backs up continuously. Developer Guide, "Point-in-time recovery". All others get snapshots by such a rule, without a word. */
const CONTINUOUS_TYPES: readonly string[] = ['Aurora', 'RDS', 'S3', 'SAP HANA on Amazon EC2'];

/**
 * A directory or disk image keeps no log of its changes, and so nothing between two runs could be restored: a continuous rule makes snapshots of
 * it, and the job says so, as AWS's does where it cannot switch continuous backup on.
 */
function noContinuousBackup(type: string): JobMessage | undefined {
  if (!CONTINUOUS_TYPES.includes(type)) return undefined;
  return messages.continuousNotEnabled('the source of this resource keeps no log of its changes. A snapshot was made.');
}

/** The window closed before anybody was there to start the job. */
function expired(job: BackupJobRow): BackupJobRow {
  const { text, category } = messages.expiredBeforeCompletion();
  return {
    ...job,
    state: 'EXPIRED',
    status_message: text,
    message_category: category,
    completed_at: job.start_by,
  };
}
