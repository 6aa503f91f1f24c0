import type { BackupPlan, BackupRule, CopyAction, TypeOptions } from '../model/backup-plan.ts';
import {
  type BackupSelection,
  type ConditionOperator,
  selectionFault,
  type TagCondition,
} from '../model/backup-selection.ts';
import type { Lifecycle } from '../model/lifecycle.ts';
import { planFault } from '../model/plan-fault.ts';
import { COMPLETION_WINDOW_MINUTES_DEFAULT, START_WINDOW_MINUTES_DEFAULT } from './limits.ts';

/** A plan that a backup policy asks for, in one Region of an account. */
export interface PolicyPlan {
  readonly name: string;
  readonly region: string;
  /** Its rules' ids are their names. Nothing where what the policy says is no plan: AWS then tells CloudTrail `InvalidOrganizationBackupPlan`. */
  readonly plan: BackupPlan | undefined;
  readonly selections: readonly BackupSelection[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The plans that the effective backup policy of an account comes to: one for each plan and Region, with `$account` and `$region` filled in.
 * Organizations User Guide, "Backup policy syntax and examples".
 */
export function plansOfPolicy(effective: string, account: string): readonly PolicyPlan[] {
  const policy = JSON.parse(effective) as Node;
  return entries(policy, 'plans').flatMap(([name, plan]) =>
    list(plan, 'regions').map((region) => toPolicyPlan(filledIn(plan, { account, region }), { name, region })),
  );
}

/** What a policy holds once its operators are merged: words, lists of words, and objects of these. */
type Node = string | readonly string[] | { readonly [name: string]: Node };

function toPolicyPlan(node: Node, { name, region }: { name: string; region: string }): PolicyPlan {
  const typeOptions = toTypeOptions(node);
  const plan: BackupPlan = {
    name,
    rules: entries(node, 'rules').map(([rule, settings]) => toRule(rule, settings)),
    ...(typeOptions.length === 0 ? {} : { typeOptions }),
  };
  const selections = toSelections(node);
  const isPlan = selections.length > 0 && selections.every(isComplete) && planFault(plan) === undefined;
  return { name, region, plan: isPlan ? plan : undefined, selections, tags: toTags(node, 'backup_plan_tags') };
}

const isComplete = (selection: BackupSelection): boolean =>
  selection.roleArn !== '' && selectionFault(selection) === undefined;

function toRule(name: string, node: Node): BackupRule {
  const startWindowMinutes = number(node, 'start_backup_window_minutes') ?? START_WINDOW_MINUTES_DEFAULT;
  const lifecycle = toLifecycle(node);
  const airGappedVaultArn = word(node, 'target_logically_air_gapped_backup_vault_arn');
  const copyActions = entries(node, 'copy_actions').map(([key, action]) => toCopyAction(key, action));
  const recoveryPointTags = toTags(node, 'recovery_point_tags');
  return {
    id: name,
    name,
    vaultName: word(node, 'target_backup_vault_name') ?? '',
    schedule: word(node, 'schedule_expression') ?? '',
    timeZone: word(node, 'schedule_expression_timezone') ?? 'Etc/UTC',
    startWindowMinutes,
    completionWindowMinutes:
      number(node, 'complete_backup_window_minutes') ??
      Math.max(COMPLETION_WINDOW_MINUTES_DEFAULT, startWindowMinutes + 1),
    isContinuous: isTrue(node, 'enable_continuous_backup'),
    ...(airGappedVaultArn === undefined ? {} : { airGappedVaultArn }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(copyActions.length === 0 ? {} : { copyActions }),
    ...(Object.keys(recoveryPointTags).length === 0 ? {} : { recoveryPointTags }),
  };
}

/** Named by the vault; what stands inside says it again, and counts. */
function toCopyAction(key: string, node: Node): CopyAction {
  const lifecycle = toLifecycle(node);
  return {
    destinationVaultArn: word(node, 'target_backup_vault_arn') ?? key,
    ...(lifecycle === undefined ? {} : { lifecycle }),
  };
}

function toLifecycle(parent: Node): Lifecycle | undefined {
  const node = child(parent, 'lifecycle');
  if (node === undefined) return undefined;
  const moveToColdAfterDays = number(node, 'move_to_cold_storage_after_days');
  const deleteAfterDays = number(node, 'delete_after_days');
  return {
    ...(moveToColdAfterDays === undefined ? {} : { moveToColdAfterDays }),
    ...(deleteAfterDays === undefined ? {} : { deleteAfterDays }),
    ...(isTrue(node, 'opt_in_to_archive_for_supported_resources') ? { optInToArchive: true } : {}),
  };
}

/** `{"ID": {"tag_key": …, "tag_value": …}}` */
function toTags(node: Node, name: string): Readonly<Record<string, string>> {
  const tags = entries(node, name).map(
    ([id, tag]) => [word(tag, 'tag_key') ?? id, word(tag, 'tag_value') ?? ''] as const,
  );
  return Object.fromEntries(tags);
}

function toSelections(node: Node): readonly BackupSelection[] {
  const selections = child(node, 'selections') ?? {};
  const byTags = entries(selections, 'tags').map(([name, selection]) => ({
    ...toSelection(name, selection),
    tags: list(selection, 'tag_value').map((value) => ({ key: word(selection, 'tag_key') ?? '', value })),
  }));
  const byType = entries(selections, 'resources').map(([name, selection]) => {
    const notResources = list(selection, 'not_resource_types');
    return {
      ...toSelection(name, selection),
      resources: list(selection, 'resource_types'),
      ...(notResources.length === 0 ? {} : { notResources }),
    };
  });
  return [...byTags, ...byType];
}

const OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  string_equals: 'StringEquals',
  string_not_equals: 'StringNotEquals',
  string_like: 'StringLike',
  string_not_like: 'StringNotLike',
};

function toSelection(name: string, node: Node): BackupSelection {
  const conditions = entries(node, 'conditions').flatMap(([operator, named]) => {
    const known = OPERATORS[operator];
    return known === undefined ? [] : [[known, entriesOf(named).map(([, one]) => toCondition(one))] as const];
  });
  return {
    name,
    roleArn: word(node, 'iam_role_arn') ?? '',
    ...(conditions.length === 0 ? {} : { conditions: Object.fromEntries(conditions) }),
  };
}

const toCondition = (node: Node): TagCondition => ({
  key: word(node, 'condition_key') ?? '',
  value: word(node, 'condition_value') ?? '',
});

/** The names of the API for the policy's: `{"ec2": {"windows_vss": "enabled"}}`. */
const OPTION_NAMES: Readonly<Record<string, string>> = {
  windows_vss: 'WindowsVSS',
  backup_acls: 'BackupACLs',
  backup_object_tags: 'BackupObjectTags',
};

function toTypeOptions(node: Node): readonly TypeOptions[] {
  return entries(node, 'advanced_backup_settings').map(([type, settings]) => ({
    type: type.toUpperCase(),
    options: Object.fromEntries(
      entriesOf(settings).map(([name, value]) => [OPTION_NAMES[name] ?? name, typeof value === 'string' ? value : '']),
    ),
  }));
}

/** Names are filled in too: copy actions are named by their vaults. */
function filledIn(node: Node, { account, region }: { account: string; region: string }): Node {
  const fill = (text: string): string => text.replaceAll('$account', account).replaceAll('$region', region);
  if (typeof node === 'string') return fill(node);
  if (isList(node)) return node.map(fill);
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [fill(name), filledIn(value, { account, region })]),
  );
}

const isList = (node: Node): node is readonly string[] => Array.isArray(node);

const entriesOf = (node: Node): readonly (readonly [string, Node])[] =>
  typeof node === 'string' || isList(node) ? [] : Object.entries(node);

function child(node: Node, name: string): Node | undefined {
  return typeof node !== 'string' && !isList(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

const entries = (node: Node, name: string): readonly (readonly [string, Node])[] => entriesOf(child(node, name) ?? {});

function list(node: Node, name: string): readonly string[] {
  const value = child(node, name) ?? [];
  if (typeof value === 'string') return [value];
  return isList(value) ? value : [];
}

/** The one word, also where it was appended to nothing and so became a list. */
const word = (node: Node, name: string): string | undefined => list(node, name)[0];

function number(node: Node, name: string): number | undefined {
  const text = word(node, name);
  return text === undefined ? undefined : Number(text);
}

const isTrue = (node: Node, name: string): boolean => word(node, name)?.toLowerCase() === 'true';
