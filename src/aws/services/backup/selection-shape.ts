import type {
  BackupSelection as BackupSelectionShape,
  ConditionParameter,
  Condition as ConditionShape,
} from '@aws-sdk/client-backup';
import type { BackupSelection, ConditionOperator, TagCondition } from '../../../model/backup-selection.ts';
import { present } from './present.ts';

const OPERATORS: readonly ConditionOperator[] = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'];

/** The selection of a request, in our words. */
export const toSelection = (shape: BackupSelectionShape): BackupSelection =>
  present<BackupSelection>({
    name: shape.SelectionName ?? '',
    roleArn: shape.IamRoleArn ?? '',
    resources: shape.Resources,
    notResources: shape.NotResources,
    tags: shape.ListOfTags?.map(toTagCondition),
    conditions: shape.Conditions && perOperator((operator) => shape.Conditions?.[operator]?.map(toTagCondition)),
  });

const toTagCondition = ({ ConditionKey: key, ConditionValue: value }: Partial<ConditionParameter>): TagCondition =>
  present<TagCondition>({ key, value });

/** The selection as GetBackupSelection tells it: what was not written is absent. */
export const toSelectionShape = (selection: BackupSelection): BackupSelectionShape =>
  present<BackupSelectionShape>({
    SelectionName: selection.name,
    IamRoleArn: selection.roleArn,
    Resources: selection.resources && [...selection.resources],
    NotResources: selection.notResources && [...selection.notResources],
    ListOfTags: selection.tags?.map(
      (tag): ConditionShape => ({ ConditionType: 'STRINGEQUALS', ConditionKey: tag.key, ConditionValue: tag.value }),
    ),
    Conditions: selection.conditions && perOperator((operator) => selection.conditions?.[operator]?.map(toParameter)),
  });

const toParameter = ({ key, value }: TagCondition): ConditionParameter =>
  present<ConditionParameter>({ ConditionKey: key, ConditionValue: value });

function perOperator<Value>(valueFor: (operator: ConditionOperator) => Value | undefined) {
  return present<Partial<Record<ConditionOperator, Value>>>(
    Object.fromEntries(OPERATORS.map((operator) => [operator, valueFor(operator)])),
  );
}
