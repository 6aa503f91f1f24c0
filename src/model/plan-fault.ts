import type { BackupPlan, BackupRule, CopyAction, TypeOptions } from './backup-plan.ts';
import { type LifecycleFault, lifecycleFault } from './lifecycle.ts';
import { isTimeZone, type ScheduleFault, scheduleFault } from './schedule.ts';
import { parseVaultArn } from './vault.ts';

/** The first thing that is wrong with a plan. */
export type PlanFault =
  | { readonly of: 'plan'; readonly fault: 'name' | 'no-rules' | 'too-many-rules' }
  | { readonly of: 'options'; readonly type: string }
  | { readonly of: 'vault-name'; readonly vaultName: string }
  | { readonly of: 'rule'; readonly rule: string; readonly fault: RuleFault };

export type RuleFault =
  | LifecycleFault
  | ScheduleFault
  | 'time-zone'
  | 'start-window'
  | 'completion-window'
  | 'continuous-without-lifecycle'
  | 'continuous-moves-to-cold'
  | 'continuous-out-of-range'
  | 'too-many-tags'
  | 'too-many-copy-actions'
  | 'destination-vault'
  | 'air-gapped-vault';

/** Quotas that cannot be raised. https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html */
const RULES_MAX = 10;
const COPY_ACTIONS_MAX = 5;
const RECOVERY_POINT_TAGS_MAX = 10;

/** API reference, BackupRuleInput: at least an hour, at most 100 years. */
const START_WINDOW_MINUTES = { min: 60, max: 52_560_000 };

/** A continuous backup is kept for 1 to 35 days. Developer Guide, "Point-in-time recovery". */
const CONTINUOUS_DAYS_MAX = 35;

/** What is wrong with a plan, or nothing. Whether its vaults exist is not asked: jobs find out, as with AWS. */
export function planFault(plan: BackupPlan): PlanFault | undefined {
  if (!/^[a-zA-Z0-9\-_.]{1,50}$/.test(plan.name)) return { of: 'plan', fault: 'name' };
  if (plan.rules.length === 0) return { of: 'plan', fault: 'no-rules' };
  if (plan.rules.length > RULES_MAX) return { of: 'plan', fault: 'too-many-rules' };
  for (const rule of plan.rules) {
    if (!/^[a-zA-Z0-9\-_]{2,50}$/.test(rule.vaultName)) return { of: 'vault-name', vaultName: rule.vaultName };
    const fault = ruleFault(rule);
    if (fault !== undefined) return { of: 'rule', rule: rule.name, fault };
  }
  const unknown = plan.typeOptions?.find((options) => !areKnown(options));
  return unknown && { of: 'options', type: unknown.type ?? '' };
}

function ruleFault(rule: BackupRule): RuleFault | undefined {
  const { startWindowMinutes: start, completionWindowMinutes: completion } = rule;
  const schedule = scheduleFault(rule.schedule);
  if (schedule !== undefined) return schedule;
  if (!isTimeZone(rule.timeZone)) return 'time-zone';
  if (start < START_WINDOW_MINUTES.min || start > START_WINDOW_MINUTES.max) return 'start-window';
  if (completion <= start || completion > START_WINDOW_MINUTES.max * 2) return 'completion-window';
  if (Object.keys(rule.recoveryPointTags ?? {}).length > RECOVERY_POINT_TAGS_MAX) return 'too-many-tags';
  if (rule.airGappedVaultArn !== undefined && parseVaultArn(rule.airGappedVaultArn) === undefined) {
    return 'air-gapped-vault';
  }
  return retentionFault(rule) ?? copyActionsFault(rule.copyActions ?? []);
}

function retentionFault({ isContinuous, lifecycle }: BackupRule): RuleFault | undefined {
  if (!isContinuous) return lifecycle && lifecycleFault(lifecycle);
  if (lifecycle?.deleteAfterDays === undefined) return 'continuous-without-lifecycle';
  if ((lifecycle.moveToColdAfterDays ?? -1) !== -1) return 'continuous-moves-to-cold';
  const fault = lifecycleFault(lifecycle);
  if (fault !== undefined) return fault;
  const days = lifecycle.deleteAfterDays;
  return days < 1 || days > CONTINUOUS_DAYS_MAX ? 'continuous-out-of-range' : undefined;
}

function copyActionsFault(actions: readonly CopyAction[]): RuleFault | undefined {
  if (actions.length > COPY_ACTIONS_MAX) return 'too-many-copy-actions';
  for (const { destinationVaultArn, lifecycle } of actions) {
    if (parseVaultArn(destinationVaultArn) === undefined) return 'destination-vault';
    const fault = lifecycle && lifecycleFault(lifecycle);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Options there are, by type. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_AdvancedBackupSetting.html */
const KNOWN_OPTIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  EC2: { WindowsVSS: ['enabled', 'disabled'] },
  S3: { BackupACLs: ['enabled', 'disabled'], BackupObjectTags: ['enabled', 'disabled'] },
};

function areKnown({ type = '', options = {} }: TypeOptions): boolean {
  const known = Object.hasOwn(KNOWN_OPTIONS, type) ? KNOWN_OPTIONS[type]! : undefined;
  return (
    known !== undefined &&
    Object.entries(options).every(([name, value]) => Object.hasOwn(known, name) && known[name]!.includes(value))
  );
}
