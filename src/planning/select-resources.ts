import { parseArn } from '../model/arn.ts';
import {
  type BackupSelection,
  type ConditionOperator,
  conditionsOf,
  type TagCondition,
} from '../model/backup-selection.ts';
import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';
import { ANY, type Glob, matchesGlob, toUnits } from '../policy/matching/glob.ts';

/** What a selection asks of a resource. */
export interface Selectable {
  readonly arn: string;
  readonly type: ResourceType;
  readonly attributes: ResourceAttributes;
  readonly tags: Readonly<Record<string, string>>;
}

/** Whether a type is opted in: the account's Region settings, or those of the management account for the plans of a backup policy. */
export type OptIn = Readonly<Partial<Record<ResourceType, boolean>>>;

/**
 * The resources that a selection takes, in the order given. An ARN or a tag of the lists selects, a resource of `notResources` never is;
 * every condition must hold. AWS does not say what ARNs together with tags of the list come to; they are joined, as two rows of the
 * console's old form ("assign by tag or resource ID") were.
 *
 * A type that is not opted in is left out, unless a pattern names the resource or its type: `arn:aws:ec2:*:*:instance/*` does,
 * `arn:aws:ec2:*` and tags do not. Developer Guide, "Assigning resources".
 */
export function selectResources<Resource extends Selectable>(
  selection: BackupSelection,
  resources: readonly Resource[],
  optIn: OptIn,
): readonly Resource[] {
  const patterns = (selection.resources ?? []).map(toPattern);
  const exclusions = (selection.notResources ?? []).map(toPattern);
  return resources.filter((resource) => {
    if (exclusions.some(({ matches }) => matches(resource.arn))) return false;
    if (!conditionsOf(selection).every((condition) => holds(condition, resource))) return false;
    const matching = patterns.filter(({ matches }) => matches(resource.arn));
    if (matching.some(({ namesType }) => namesType) && !heedsOptIn(resource)) return true;
    const isSelected = matching.length > 0 || hasAnyTag(resource, selection.tags ?? []);
    return isSelected && optIn[resource.type] !== false;
  });
}

/**
 * Types that heed the opt-in even when they are named, since others share their ARNs: those of `rds` that are clusters, and FSx for OpenZFS.
 * Same page.
 */
export const heedsOptIn = ({ type, attributes }: Pick<Selectable, 'type' | 'attributes'>): boolean =>
  type === 'Aurora' || type === 'DocumentDB' || type === 'Neptune' || attributes.fsxType === 'OPENZFS';

interface Pattern {
  matches(arn: string): boolean;
  /** Whether it says of which type its resources are. */
  readonly namesType: boolean;
}

function toPattern(text: string): Pattern {
  const glob = toGlob(text);
  const resource = parseArn(text)?.resource;
  // A bucket is all that there is under S3.
  const namesType = resource !== undefined && (!resource.startsWith('*') || text.split(':')[2] === 's3');
  return { matches: (arn) => matchesGlob(glob, arn), namesType };
}

/** `*` stands for any characters, none too; all else for itself. */
const toGlob = (text: string): Glob =>
  text.split('*').flatMap((part, index) => (index === 0 ? toUnits(part) : [ANY, ...toUnits(part)]));

const hasAnyTag = ({ tags }: Selectable, wanted: readonly TagCondition[]): boolean =>
  wanted.some(({ key = '', value }) => tagOf(tags, key) === value);

interface Condition extends TagCondition {
  readonly operator: ConditionOperator;
}

/** As in IAM: a negated condition holds for a resource without the tag. */
function holds({ operator, key = '', value = '' }: Condition, { tags }: Selectable): boolean {
  const tag = tagOf(tags, key);
  const isAlike = tag !== undefined && (operator.endsWith('Like') ? matchesGlob(toGlob(value), tag) : tag === value);
  return operator.startsWith('StringNot') ? !isAlike : isAlike;
}

const TAG_KEY_PREFIX = /^aws:ResourceTag\//i;

function tagOf(tags: Readonly<Record<string, string>>, key: string): string | undefined {
  const name = key.replace(TAG_KEY_PREFIX, '');
  return Object.hasOwn(tags, name) ? tags[name] : undefined;
}
