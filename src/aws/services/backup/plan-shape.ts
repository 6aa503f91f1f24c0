import type {
  AdvancedBackupSetting,
  BackupPlanInput,
  BackupPlan as BackupPlanShape,
  BackupRuleInput,
  BackupRule as BackupRuleShape,
  ScanSetting as ScanSettingShape,
} from '@aws-sdk/client-backup';
import type { BackupPlan, BackupRule, ScanSetting, TypeOptions } from '../../../model/backup-plan.ts';
import type { Lifecycle } from '../../../model/lifecycle.ts';
import { type Random, randomUuid } from '../../../util/random.ts';
import { toLifecycle, toLifecycleShape } from './lifecycle-shape.ts';
import { COMPLETE_WINDOW_MINUTES_DEFAULT, START_WINDOW_MINUTES_DEFAULT } from './limits.ts';
import { present } from './present.ts';

/** 05:00 every day. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html */
const SCHEDULE_DEFAULT = 'cron(0 5 ? * * *)';
const TIME_ZONE_DEFAULT = 'Etc/UTC';

/** The plan of a request with AWS's defaults. A rule keeps the id that a rule of its name had in the plan before. */
export function toPlan(
  shape: BackupPlanInput,
  { random, before }: { random: Random; before?: { readonly rules: readonly Pick<BackupRule, 'name' | 'id'>[] } },
): BackupPlan {
  const ids = new Map(before?.rules.map(({ name, id }) => [name, id]));
  const takeId = (name: string): string => {
    const id = ids.get(name) ?? randomUuid(random);
    ids.delete(name);
    return id;
  };
  return present<BackupPlan>({
    name: shape.BackupPlanName ?? '',
    rules: (shape.Rules ?? []).map((rule) => toRule(rule, takeId(rule.RuleName ?? ''))),
    typeOptions: shape.AdvancedBackupSettings?.map(({ ResourceType, BackupOptions }) =>
      present<TypeOptions>({ type: ResourceType, options: BackupOptions }),
    ),
    scanSettings: shape.ScanSettings?.map(({ MalwareScanner, ResourceTypes, ScannerRoleArn }) =>
      present<ScanSetting>({ scanner: MalwareScanner, types: ResourceTypes, roleArn: ScannerRoleArn }),
    ),
  });
}

function toRule(shape: BackupRuleInput, id: string): BackupRule {
  return present<BackupRule>({
    id,
    name: shape.RuleName ?? '',
    vaultName: shape.TargetBackupVaultName ?? '',
    airGappedVaultArn: shape.TargetLogicallyAirGappedBackupVaultArn,
    schedule: shape.ScheduleExpression ?? SCHEDULE_DEFAULT,
    timeZone: shape.ScheduleExpressionTimezone ?? TIME_ZONE_DEFAULT,
    startWindowMinutes: shape.StartWindowMinutes ?? START_WINDOW_MINUTES_DEFAULT,
    completionWindowMinutes:
      shape.CompletionWindowMinutes ?? Math.max(COMPLETE_WINDOW_MINUTES_DEFAULT, (shape.StartWindowMinutes ?? 0) + 1),
    lifecycle: toLifecycle(shape.Lifecycle),
    recoveryPointTags: shape.RecoveryPointTags,
    copyActions: shape.CopyActions?.map(({ DestinationBackupVaultArn, Lifecycle: lifecycle }) => ({
      destinationVaultArn: DestinationBackupVaultArn ?? '',
      ...withLifecycle(toLifecycle(lifecycle)),
    })),
    isContinuous: shape.EnableContinuousBackup ?? false,
    indexedTypes: shape.IndexActions?.map(({ ResourceTypes }) => ResourceTypes ?? []),
    scans: shape.ScanActions?.map(({ MalwareScanner, ScanMode }) => ({
      ...(MalwareScanner === undefined ? {} : { scanner: MalwareScanner }),
      ...(ScanMode === undefined ? {} : { mode: ScanMode }),
    })),
  });
}

const withLifecycle = (lifecycle: Lifecycle | undefined) => (lifecycle === undefined ? {} : { lifecycle });

/** The plan as GetBackupPlan tells it; its advanced settings stand beside it, not in it. */
export const toPlanShape = (plan: BackupPlan): BackupPlanShape =>
  present<BackupPlanShape>({
    BackupPlanName: plan.name,
    Rules: plan.rules.map(toRuleShape),
    AdvancedBackupSettings: undefined,
    ScanSettings: toScanSettingsShape(plan),
  });

/** The plan as a document of its own: with its advanced settings, and without rule ids, which belong to a plan that is stored. */
export const toTemplateShape = (plan: BackupPlan): BackupPlanShape =>
  present<BackupPlanShape>({
    ...toPlanShape(plan),
    Rules: plan.rules.map((rule) => present<BackupRuleShape>({ ...toRuleShape(rule), RuleId: undefined })),
    AdvancedBackupSettings: toAdvancedSettings(plan),
  });

const toScanSettingsShape = ({ scanSettings }: BackupPlan): ScanSettingShape[] | undefined =>
  scanSettings?.map(({ scanner, types, roleArn }) =>
    present<ScanSettingShape>({
      MalwareScanner: scanner as ScanSettingShape['MalwareScanner'],
      ResourceTypes: types && [...types],
      ScannerRoleArn: roleArn,
    }),
  );

function toRuleShape(rule: BackupRule): BackupRuleShape {
  return present<BackupRuleShape>({
    RuleName: rule.name,
    TargetBackupVaultName: rule.vaultName,
    TargetLogicallyAirGappedBackupVaultArn: rule.airGappedVaultArn,
    ScheduleExpression: rule.schedule,
    StartWindowMinutes: rule.startWindowMinutes,
    CompletionWindowMinutes: rule.completionWindowMinutes,
    Lifecycle: toLifecycleShape(rule.lifecycle),
    RecoveryPointTags: rule.recoveryPointTags,
    RuleId: rule.id,
    CopyActions: rule.copyActions?.map(({ destinationVaultArn, lifecycle }) => {
      const shape = toLifecycleShape(lifecycle);
      return { DestinationBackupVaultArn: destinationVaultArn, ...(shape === undefined ? {} : { Lifecycle: shape }) };
    }),
    EnableContinuousBackup: rule.isContinuous,
    ScheduleExpressionTimezone: rule.timeZone,
    IndexActions: rule.indexedTypes?.map((types) => ({ ResourceTypes: [...types] })),
    ScanActions: rule.scans?.map(({ scanner, mode }) =>
      present<NonNullable<BackupRuleShape['ScanActions']>[number]>({
        MalwareScanner: scanner as never,
        ScanMode: mode as never,
      }),
    ),
  });
}

/** Nothing where the plan has none: AWS leaves the member out. */
export function toAdvancedSettings({ typeOptions }: BackupPlan): AdvancedBackupSetting[] | undefined {
  if (typeOptions === undefined || typeOptions.length === 0) return undefined;
  return typeOptions.map(({ type, options }) =>
    present<AdvancedBackupSetting>({ ResourceType: type, BackupOptions: options }),
  );
}
