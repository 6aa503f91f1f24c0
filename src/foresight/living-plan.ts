import { type PlanTarget, planTargets } from '../jobs/plan-targets.ts';
import type { BackupPlan, BackupRule, CopyAction } from '../model/backup-plan.ts';
import { toVaultArn, type VaultName } from '../model/vault.ts';
import { type BackupPlanRow, planVersion } from '../storage/records/backup-plans.ts';
import { backupTarget } from '../storage/records/backup-target.ts';
import { plannedRuns } from '../storage/records/plan-runs.ts';
import type { Database } from '../storage/records/records.ts';
import { invariant } from '../util/invariant.ts';

/** A plan as it stands: its newest document, what its selections take now, and since when each rule runs. */
export interface LivingPlan {
  readonly row: BackupPlanRow;
  readonly document: BackupPlan;
  readonly targets: readonly PlanTarget[];
  ruleSince(ruleId: string): number;
  /** Where the backups of a target by a rule go. */
  way(rule: BackupRule, target: PlanTarget): BackupWay;
}

/** Where a backup goes, and where its copies do. */
export interface BackupWay {
  readonly vaultArn: string;
  readonly copyActions: readonly CopyAction[];
  /** Made only to be copied into an air-gapped vault, and deleted then. */
  readonly isTemporary: boolean;
}

export async function readLivingPlan(db: Database, row: BackupPlanRow): Promise<LivingPlan> {
  const version = await planVersion(db, { planId: row.id, versionId: row.version_id });
  invariant(version, 'a plan has the version that it names');
  const document = JSON.parse(version.document) as BackupPlan;
  const targets = await planTargets(db, row);
  const since = new Map((await plannedRuns(db, row.id)).map((run) => [run.rule_id, run.since]));
  const airGapped = new Map<string, BackupWay>();
  for (const rule of document.rules.filter(({ airGappedVaultArn }) => airGappedVaultArn !== undefined))
    for (const target of targets) airGapped.set(nameOf(rule, target), await wayOf(db, rule, target));
  return {
    row,
    document,
    targets,
    ruleSince: (ruleId) => since.get(ruleId) ?? row.created_at,
    way: (rule, target) => airGapped.get(nameOf(rule, target)) ?? plainWay(rule, target),
  };
}

const nameOf = ({ id }: BackupRule, { resource }: PlanTarget): string => `${id} ${resource.arn}`;

/** That of a rule which names no air-gapped vault. */
export const plainWay = (rule: BackupRule, target: PlanTarget): BackupWay => ({
  vaultArn: vaultOf(rule, target),
  copyActions: rule.copyActions ?? [],
  isTemporary: false,
});

const vaultOf = ({ vaultName }: BackupRule, { resource }: PlanTarget): string =>
  toVaultArn({ account: resource.account_id, region: resource.region, name: vaultName } as VaultName);

async function wayOf(db: Database, rule: BackupRule, target: PlanTarget): Promise<BackupWay> {
  const { vault, copyActions, deletesAfterCopy } = await backupTarget(db, {
    ...target,
    vault: { arn: vaultOf(rule, target), name: rule.vaultName, keyArn: null },
    airGappedVaultArn: rule.airGappedVaultArn,
    lifecycle: rule.lifecycle,
    copyActions: rule.copyActions,
  });
  return { vaultArn: vault.arn, copyActions: copyActions ?? [], isTemporary: deletesAfterCopy === true };
}
