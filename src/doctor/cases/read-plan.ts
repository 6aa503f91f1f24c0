import type { GetBackupPlanOutput } from '@aws-sdk/client-backup';
import { toPlan } from '../../aws/services/backup/plan-shape.ts';
import { toSelection } from '../../aws/services/backup/selection-shape.ts';
import type { Fact } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { PlanFacts, SelectionFacts } from '../../decision/plan-facts.ts';
import type { BackupPlan } from '../../model/backup-plan.ts';
import type { BackupSelection } from '../../model/backup-selection.ts';
import { selectsByTags } from '../../model/backup-selection.ts';
import { resourceTypeOf } from '../../model/resource-type.ts';
import { selectResources } from '../../planning/select-resources.ts';
import type { InputOf } from '../live/call-table.ts';
import type { OpenDoor } from '../live/doors.ts';
import { allKnown, listed, toFact, toFactOr } from '../live/live-calls.ts';
import { attributesInNames } from '../live/read-point.ts';
import type { Reader } from '../live/reader.ts';

interface PlanName {
  readonly door: OpenDoor;
  readonly region: string;
  readonly planId: string;
}

/** A plan with its selections and the Region's opt-ins. `null` where the account has no such plan. */
export async function readPlan(reader: Reader, name: PlanName): Promise<Fact<PlanFacts | null>> {
  const { door, region, planId } = name;
  const [answer, settings] = await Promise.all([
    door.ask('backup:GetBackupPlan', region, { BackupPlanId: planId }),
    door.ask('backup:DescribeRegionSettings', region, {}),
  ]);
  const plan = toFact(answer, toBackupPlan);
  if (plan === null || isUnknown(plan)) return plan;
  const blank = unknownFor('backup:DescribeRegionSettings');
  const optIns = toFact(settings, ({ ResourceTypeOptInPreference = {} }) => ResourceTypeOptInPreference) ?? blank;
  return {
    id: planId,
    account: door.account,
    region,
    plan,
    selections: await readSelections(reader, name, isUnknown(optIns) ? {} : optIns),
    optIns,
    managementPreferences:
      toFact(settings, ({ ResourceTypeManagementPreference = {} }) => ResourceTypeManagementPreference) ?? blank,
  };
}

/** Rule ids are the service's: `toPlan` draws none for rules whose names it has been told. */
function toBackupPlan({ BackupPlan: shape }: GetBackupPlanOutput): BackupPlan {
  const rules = (shape?.Rules ?? []).map(({ RuleName = '', RuleId = '' }) => ({ name: RuleName, id: RuleId }));
  const nothing = { bytes: (count: number) => new Uint8Array(count) };
  return toPlan(
    { ...shape, BackupPlanName: shape?.BackupPlanName, Rules: shape?.Rules },
    { random: nothing, before: { rules } },
  );
}

async function readSelections(
  reader: Reader,
  { door, region, planId }: PlanName,
  optIns: Readonly<Record<string, boolean>>,
): Promise<PlanFacts['selections']> {
  const BackupPlanId = planId;
  const list = await door.askAll('backup:ListBackupSelections', region, { BackupPlanId }, (page) => ({
    items: page.BackupSelectionsList,
    next: listed(page.NextToken),
  }));
  if (list.kind !== 'answered') return list.kind === 'missing' ? [] : list.unknown;
  const selections = await Promise.all(
    list.value.map(async ({ SelectionId = '' }): Promise<Fact<SelectionFacts>> => {
      const answer = await door.ask('backup:GetBackupSelection', region, { BackupPlanId, SelectionId });
      const selection = toFact(answer, ({ BackupSelection: shape }) => shape && toSelection(shape));
      if (isUnknown(selection)) return selection;
      if (!selection) return unknownFor('backup:GetBackupSelection');
      return {
        id: SelectionId,
        selection,
        resources: await selectedToday(reader, { door, region }, selection, optIns),
      };
    }),
  );
  return selections.find(isUnknown) ?? (selections as readonly SelectionFacts[]);
}

/** What a selection comes to. Our own server lists its resources; AWS is asked for those with the tags. Patterns alone name what nobody lists. */
async function selectedToday(
  { ownServer }: Reader,
  { door, region }: Pick<PlanName, 'door' | 'region'>,
  selection: BackupSelection,
  optIns: Readonly<Record<string, boolean>>,
): Promise<Fact<readonly string[]>> {
  if (ownServer?.resources !== undefined) {
    return selectResources(selection, [...ownServer.resources.values()], optIns).map(({ arn }) => arn);
  }
  const { resources: named = [], notResources = [] } = selection;
  const isPlain = [...named, ...notResources].every((arn) => !arn.includes('*'));
  if (isPlain && !selectsByTags(selection)) return named.filter((arn) => !notResources.includes(arn));
  const filters = tagFilters(selection);
  if (ownServer !== undefined || filters === undefined) return unknownFor('tag:GetResources');
  const lists = await Promise.all(
    filters.map((TagFilters) =>
      door.askAll('tag:GetResources', region, { TagFilters }, ({ ResourceTagMappingList, PaginationToken }) => ({
        items: ResourceTagMappingList,
        next: PaginationToken === undefined || PaginationToken === '' ? undefined : { PaginationToken },
      })),
    ),
  );
  const found = allKnown(lists.map((list) => toFactOr(list, (items) => items, [])));
  if (isUnknown(found)) return found;
  const tagged = new Map(found.flat().map(({ ResourceARN = '', Tags = [] }) => [ResourceARN, toTags(Tags)]));
  for (const arn of named) if (!arn.includes('*') && !tagged.has(arn)) tagged.set(arn, {});
  const candidates = [...tagged].flatMap(([arn, tags]) => {
    const type = resourceTypeOf(arn);
    return type === undefined ? [] : [{ arn, type, attributes: attributesInNames(type, { resourceArn: arn }), tags }];
  });
  return selectResources(selection, candidates, optIns).map(({ arn }) => arn);
}

type TagFilters = NonNullable<InputOf<'tag:GetResources'>['TagFilters']>;

/** Requests that together find all that a selection can take; nothing where it can take what has no tag. */
function tagFilters({
  resources = [],
  tags = [],
  conditions = {},
}: BackupSelection): readonly TagFilters[] | undefined {
  const needed = (conditions.StringEquals ?? []).map(({ key = '', value = '' }) => ({
    Key: key.replace(/^aws:ResourceTag\//i, ''),
    Values: [value],
  }));
  if (needed.length > 0) return [needed];
  const like = (conditions.StringLike ?? []).map(({ key = '' }) => ({ Key: key.replace(/^aws:ResourceTag\//i, '') }));
  if (like.length > 0) return [like];
  if (resources.some((arn) => arn.includes('*'))) return undefined;
  return tags.map(({ key = '', value = '' }) => [{ Key: key, Values: [value] }]);
}

const toTags = (
  tags: readonly { readonly Key?: string; readonly Value?: string }[],
): Readonly<Record<string, string>> => Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
