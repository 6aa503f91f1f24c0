import type { GetBackupPlanOutput } from '@aws-sdk/client-backup';
import { toPlan } from '../../aws/services/backup/plan-shape.ts';
import { toSelection } from '../../aws/services/backup/selection-shape.ts';
import type { Fact } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { PlanFacts, SelectionFacts } from '../../decision/plan-facts.ts';
import type { BackupPlan } from '../../model/backup-plan.ts';
import type { BackupSelection } from '../../model/backup-selection.ts';
import { selectsByTags } from '../../model/backup-selection.ts';
import { selectResources } from '../../planning/select-resources.ts';
import type { OpenDoor } from '../live/doors.ts';
import { listed, toFact } from '../live/live-calls.ts';
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
      return { id: SelectionId, selection, resources: selectedToday(reader, selection, optIns) };
    }),
  );
  return selections.find(isUnknown) ?? (selections as readonly SelectionFacts[]);
}

/** What a selection comes to. Tags and patterns need the account's resources, which only our own server lists to the doctor. */
function selectedToday(
  { ownServer }: Reader,
  selection: BackupSelection,
  optIns: Readonly<Record<string, boolean>>,
): Fact<readonly string[]> {
  const { resources: named = [], notResources = [] } = selection;
  if (ownServer?.resources !== undefined) {
    return selectResources(selection, [...ownServer.resources.values()], optIns).map(({ arn }) => arn);
  }
  const isPlain = [...named, ...notResources].every((arn) => !arn.includes('*'));
  if (isPlain && !selectsByTags(selection)) return named.filter((arn) => !notResources.includes(arn));
  return unknownFor('tag:GetResources');
}
