import type { BackupPlan, BackupRule } from './backup-plan.ts';

/** The plan and rule that made a job, in the members of AWS's `RecoveryPointCreator`: kept with jobs and recovery points, handed out as it is. */
export interface PlanCreator {
  readonly BackupPlanId: string;
  readonly BackupPlanArn: string;
  readonly BackupPlanName: string;
  readonly BackupPlanVersion: string;
  readonly BackupRuleId: string;
  readonly BackupRuleName: string;
  readonly BackupRuleCron: string;
  readonly BackupRuleTimezone: string;
}

export function planCreator(
  { id, arn, versionId }: { readonly id: string; readonly arn: string; readonly versionId: string },
  plan: BackupPlan,
  rule: BackupRule,
): PlanCreator {
  return {
    BackupPlanId: id,
    BackupPlanArn: arn,
    BackupPlanName: plan.name,
    BackupPlanVersion: versionId,
    BackupRuleId: rule.id,
    BackupRuleName: rule.name,
    BackupRuleCron: rule.schedule,
    BackupRuleTimezone: rule.timeZone,
  };
}

/** The id of a plan that a backup policy of the organization makes; nobody in the account can change it. */
const POLICY_PLAN_PREFIX = 'orgs/';

export const toPolicyPlanId = (uuid: string): string => `${POLICY_PLAN_PREFIX}${uuid}`;

export const isPolicyPlanId = (planId: string): boolean => planId.startsWith(POLICY_PLAN_PREFIX);
