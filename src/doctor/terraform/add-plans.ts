import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { PlanFacts, SelectionFacts } from '../../decision/plan-facts.ts';
import type { BackupRule, CopyAction } from '../../model/backup-plan.ts';
import type { BackupSelection, ConditionOperator, TagCondition } from '../../model/backup-selection.ts';
import { selectsByTags } from '../../model/backup-selection.ts';
import type { Lifecycle } from '../../model/lifecycle.ts';
import { selectResources } from '../../planning/select-resources.ts';
import type { ResourceFacts } from '../live/read-resource.ts';
import type { Blueprint } from './blueprint.ts';
import { uuidOf } from './foresee.ts';
import type { Expression, Values } from './plan-json.ts';
import type { Planned } from './scope.ts';

/** A place in the plan that cannot be told before it has been applied. */
export type Blank = (what: string) => void;

/** Backup plans with their selections, as PlanFacts. */
export function plannedPlans(
  blueprint: Blueprint,
  resources: ReadonlyMap<string, ResourceFacts>,
  blank: Blank,
): readonly PlanFacts[] {
  return blueprint.scope.ofType('aws_backup_plan').map((plan) => {
    const { account, region } = blueprint.providers.siteOf(plan);
    const id = blueprint.text(plan, 'id') ?? uuidOf(plan);
    const [settings] = blueprint.scope
      .ofType('aws_backup_region_settings')
      .filter((each) => each.providerKey === plan.providerKey);
    return {
      id,
      account,
      region,
      plan: {
        name: blueprint.text(plan, 'name') ?? plan.address,
        rules: blocksOf(plan.values.rule).map((rule, index) => toRule(blueprint, { plan, rule, index, blank })),
      },
      selections: selectionsOf(blueprint, { planId: id, resources }),
      optIns: flagsOf(settings?.values.resource_type_opt_in_preference) ?? unknownFor('backup:DescribeRegionSettings'),
      managementPreferences:
        flagsOf(settings?.values.resource_type_management_preference) ?? unknownFor('backup:DescribeRegionSettings'),
    };
  });
}

const blocksOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as readonly Values[]) : []);

const flagsOf = (value: unknown): Readonly<Record<string, boolean>> | undefined =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, boolean>>) : undefined;

interface RulePart {
  readonly plan: Planned;
  readonly rule: Values;
  readonly index: number;
  readonly blank: Blank;
}

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

function toRule(blueprint: Blueprint, part: RulePart): BackupRule {
  const { plan, rule, index } = part;
  const expressions = blocksOf(plan.expressions.rule)[index] ?? {};
  const unknown = blocksOf(plan.unknown.rule)[index] ?? {};
  const name = textOr(rule.rule_name, `rule ${index + 1}`);
  const nested = { ...plan, values: rule, unknown, expressions };
  const lifecycle = toLifecycle(rule.lifecycle);
  const airGapped = blueprint.text(nested, 'target_logically_air_gapped_backup_vault_arn');
  return {
    id: `${uuidOf(plan)}-${index}`,
    name,
    vaultName: blueprint.text(nested, 'target_vault_name') ?? `terraform-${plan.name}`,
    schedule: textOr(rule.schedule, 'cron(0 5 ? * * *)'),
    timeZone: textOr(rule.schedule_expression_timezone, 'Etc/UTC'),
    startWindowMinutes: numberOr(rule.start_window, 480),
    completionWindowMinutes: numberOr(rule.completion_window, 10_080),
    isContinuous: rule.enable_continuous_backup === true,
    copyActions: copyActionsOf(blueprint, part, { name, expressions, unknown }),
    ...(lifecycle && { lifecycle }),
    ...(airGapped !== undefined && { airGappedVaultArn: airGapped }),
    ...(isTags(rule.recovery_point_tags) && { recoveryPointTags: rule.recovery_point_tags }),
  };
}

const isTags = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null;

/**
 * A vault that cannot be told, since a dynamic block hides the reference, must be one that the plan makes: each of them that no rule backs
 * up into is looked at, and that is said. Without one the copy is left out, which is said as well.
 */
function copyActionsOf(
  blueprint: Blueprint,
  { plan, rule, blank }: RulePart,
  { name, expressions, unknown }: { readonly name: string; readonly expressions: Values; readonly unknown: Values },
): readonly CopyAction[] {
  return blocksOf(rule.copy_action).flatMap((action, index) => {
    const nested = {
      ...plan,
      values: action,
      unknown: blocksOf(unknown.copy_action)[index] ?? {},
      // A dynamic block has one body for all its instances.
      expressions: blocksOf(expressions.copy_action)[index] ?? blocksOf(expressions.copy_action)[0] ?? {},
    };
    const lifecycle = toLifecycle(action.lifecycle);
    const named = blueprint.text(nested, 'destination_vault_arn');
    const possible = named === undefined ? newDestinations(blueprint) : [named];
    if (named === undefined) {
      const looked = possible.length === 0 ? 'left out' : `taken to be ${possible.join(' or ')}`;
      blank(`destination of copy action ${index + 1} in rule ${name} of ${plan.address}, ${looked}`);
    }
    return possible.map((destinationVaultArn) => ({ destinationVaultArn, ...(lifecycle && { lifecycle }) }));
  });
}

/** Vaults that the plan makes and no rule backs up into. */
function newDestinations(blueprint: Blueprint): readonly string[] {
  const plans = blueprint.scope.ofType('aws_backup_plan');
  const targets = new Set(
    plans.flatMap((plan) => {
      const { account, region } = blueprint.providers.siteOf(plan);
      return blocksOf(plan.values.rule).map(({ target_vault_name: name }) => `${account} ${region} ${String(name)}`);
    }),
  );
  return blueprint.scope
    .ofType('aws_backup_vault', 'aws_backup_logically_air_gapped_vault')
    .filter((vault) => {
      const { account, region } = blueprint.providers.siteOf(vault);
      return vault.isNew && !targets.has(`${account} ${region} ${String(vault.values.name)}`);
    })
    .flatMap((vault) => blueprint.text(vault, 'arn') ?? []);
}

function toLifecycle(value: unknown): Lifecycle | undefined {
  const [block] = blocksOf(value);
  if (block === undefined) return undefined;
  const { cold_storage_after: move, delete_after: remove } = block;
  return {
    ...(typeof move === 'number' && move > 0 && { moveToColdAfterDays: move }),
    ...(typeof remove === 'number' && remove > 0 && { deleteAfterDays: remove }),
  };
}

interface SelectionPart {
  readonly planId: string;
  readonly resources: ReadonlyMap<string, ResourceFacts>;
}

function selectionsOf(blueprint: Blueprint, { planId, resources }: SelectionPart): readonly SelectionFacts[] {
  return blueprint.scope
    .ofType('aws_backup_selection')
    .filter((selection) => blueprint.text(selection, 'plan_id') === planId)
    .map((row) => {
      const selection = toSelection(blueprint, row);
      const { resources: named = [] } = selection;
      const isPlain = named.every((arn) => !arn.includes('*')) && !selectsByTags(selection);
      const taken = selectResources(
        selection,
        [...resources].map(([arn, { type, attributes, tags }]) => ({
          arn,
          type,
          attributes,
          tags: isUnknown(tags) ? {} : tags,
        })),
        {},
      ).map(({ arn }) => arn);
      const all = [...new Set([...named.filter((arn) => !arn.includes('*')), ...taken])];
      // What stands in the account already may be taken by its tags as well: what the plan makes is not all.
      return {
        id: row.address,
        selection,
        resources: isPlain || all.length > 0 ? all : unknownFor('tag:GetResources'),
      };
    });
}

const OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  string_equals: 'StringEquals',
  string_not_equals: 'StringNotEquals',
  string_like: 'StringLike',
  string_not_like: 'StringNotLike',
};

function toSelection(blueprint: Blueprint, row: Planned): BackupSelection {
  const { values } = row;
  const [condition] = blocksOf(values.condition);
  const toTag = ({ key, value }: Values): TagCondition => ({ key: textOr(key, ''), value: textOr(value, '') });
  const tags = blocksOf(values.selection_tag).map(toTag);
  const conditions = Object.entries(OPERATORS).flatMap(([name, operator]) => {
    const blocks = blocksOf(condition?.[name]).map(toTag);
    return blocks.length === 0 ? [] : [[operator, blocks] as const];
  });
  const resources = listOfArns(blueprint, row, 'resources');
  const notResources = listOfArns(blueprint, row, 'not_resources');
  return {
    name: textOr(values.name, row.name),
    roleArn: blueprint.text(row, 'iam_role_arn') ?? '',
    ...(resources.length > 0 && { resources }),
    ...(notResources.length > 0 && { notResources }),
    ...(tags.length > 0 && { tags }),
    ...(conditions.length > 0 && { conditions: Object.fromEntries(conditions) }),
  };
}

/** ARNs that are known, and those that the argument refers to. */
function listOfArns(blueprint: Blueprint, row: Planned, name: string): readonly string[] {
  const given = Array.isArray(row.values[name]) ? (row.values[name] as readonly (string | null)[]) : [];
  const known = given.filter((each) => each !== null);
  const isWhole = row.unknown[name] === undefined || row.unknown[name] === false;
  const expression = row.expressions[name] as Expression | undefined;
  if (expression === undefined || (isWhole && known.length === given.length)) return known;
  return [...new Set([...known, ...blueprint.references(row, expression)])];
}
