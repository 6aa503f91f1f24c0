/** Which resources a plan takes care of, and the role in which Backup does it. Members are as they were written. */
export interface BackupSelection {
  readonly name: string;
  readonly roleArn: string;
  /** ARNs with wildcards, any of which selects. */
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  /** Any of these tags selects. */
  readonly tags?: readonly TagCondition[];
  /** All of these must hold as well; keys are `aws:ResourceTag/KEY`. */
  readonly conditions?: Readonly<Partial<Record<ConditionOperator, readonly TagCondition[]>>>;
}

export type ConditionOperator = 'StringEquals' | 'StringNotEquals' | 'StringLike' | 'StringNotLike';

export interface TagCondition {
  readonly key?: string;
  readonly value?: string;
}

export type SelectionFault =
  | 'nothing-given'
  | 'nothing-selected'
  | 'too-many-resources'
  | 'too-many-wildcards'
  | 'too-many-tags'
  | 'too-many-conditions'
  | { readonly resource: string }
  | { readonly conditionKey: string };

/** Quotas that cannot be raised. https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-limits.html */
const RESOURCES_MAX = 500;
const WILDCARD_RESOURCES_MAX = 30;
const TAGS_MAX = 30;
const CONDITIONS_MAX = 30;

/** What is wrong with a selection, or nothing. */
export function selectionFault(selection: BackupSelection): SelectionFault | undefined {
  const resources = [...(selection.resources ?? []), ...(selection.notResources ?? [])];
  const conditions = conditionsOf(selection);
  const { tags } = selection;
  if (selection.resources === undefined && tags === undefined && selection.conditions === undefined) {
    return 'nothing-given';
  }
  // Conditions narrow what resources or tags select; alone they select nothing, as Terraform users found.
  if ([selection.resources, tags].every((given) => (given ?? []).length === 0)) return 'nothing-selected';
  if (resources.length > RESOURCES_MAX) return 'too-many-resources';
  if (resources.filter((arn) => arn !== '*' && arn.includes('*')).length > WILDCARD_RESOURCES_MAX) {
    return 'too-many-wildcards';
  }
  if ((tags?.length ?? 0) > TAGS_MAX) return 'too-many-tags';
  if (conditions.length > CONDITIONS_MAX) return 'too-many-conditions';
  const resource = resources.find((arn) => !isResourcePattern(arn));
  if (resource !== undefined) return { resource };
  const stray = conditions.find(({ key = '' }) => !/^aws:ResourceTag\/./i.test(key));
  return stray && { conditionKey: stray.key ?? '' };
}

/** Whether the role must be able to read tags for this selection to be worked out. */
export const selectsByTags = (selection: BackupSelection): boolean =>
  (selection.tags?.length ?? 0) > 0 || conditionsOf(selection).length > 0;

/** All conditions, each with its operator. */
export const conditionsOf = ({
  conditions,
}: BackupSelection): readonly (TagCondition & { readonly operator: ConditionOperator })[] =>
  Object.entries(conditions ?? {}).flatMap(([operator, some]) =>
    some.map((condition) => ({ ...condition, operator: operator as ConditionOperator })),
  );

/** `*`, an ARN, or an ARN with wildcards in it or at its end. */
const isResourcePattern = (text: string): boolean => text === '*' || /^arn:[^\s:]+:[^\s]*$/.test(text);
