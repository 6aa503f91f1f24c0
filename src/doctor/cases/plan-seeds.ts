import type { RecoveryPointByBackupVault } from '@aws-sdk/client-backup';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { PlanFacts, PlannedCopy, SelectionFacts } from '../../decision/plan-facts.ts';
import type { BackupRule } from '../../model/backup-plan.ts';
import { isContinuous } from '../../model/recovery-point.ts';
import { partitionOf } from '../../model/region.ts';
import { newResourceId, resourceArn } from '../../model/resource-type.ts';
import { selectResources } from '../../planning/select-resources.ts';
import type { CopyName } from '../assemble-facts.ts';
import { complete, POINT, VAULT } from '../complete.ts';
import type { OpenDoor } from '../live/doors.ts';
import { listed } from '../live/live-calls.ts';
import { readResource } from '../live/read-resource.ts';
import { doorOf } from '../live/reader.ts';
import { SourceError } from '../source-error.ts';
import { type CaseSeed, copyLabel, shortName } from './case-seed.ts';
import { type Finder, listOrGap, type PlanFinder, placesOf } from './finder.ts';
import { type ForetoldPoint, foretell, foretellFrom } from './foretell-point.ts';
import { readPlan } from './read-plan.ts';

/** Every copy of one plan. Throws SourceError where no open account has the plan, or it may not be read. */
export async function planSeeds(finder: Finder, planId: string): Promise<readonly CaseSeed[]> {
  const plans = await Promise.all(placesOf(finder).map((place) => readPlan(finder.reader, { ...place, planId })));
  const plan = plans.find((each) => each !== null && !isUnknown(each));
  if (plan !== undefined && plan !== null && !isUnknown(plan)) return seedsOfPlan(finder, plan);
  const where = `account ${finder.reader.doors.map(({ account }) => account).join(', ')} in ${finder.regions.join(', ')}`;
  if (plans.some((each) => each !== null)) {
    throw new SourceError(
      'refused',
      `The plan ${planId} could not be read in ${where}: backup:GetBackupPlan is not allowed.`,
    );
  }
  throw new SourceError('not-found', `There is no backup plan ${planId} in ${where}.`);
}

/** Every copy of every plan of the open accounts; `account` keeps those that start or end there. */
export async function allPlanSeeds(finder: Finder, account?: string): Promise<readonly CaseSeed[]> {
  const lists = await Promise.all(
    placesOf(finder).map(async (place) => {
      const { door, region } = place;
      const list = await door.askAll('backup:ListBackupPlans', region, {}, ({ BackupPlansList, NextToken }) => ({
        items: BackupPlansList,
        next: listed(NextToken),
      }));
      const plans = listOrGap(finder, list, `backup plans of account ${door.account} in ${region}`);
      return Promise.all(
        plans.map(async ({ BackupPlanId: planId = '', BackupPlanName: name = '' }) => {
          const plan = await readPlan(finder.reader, { ...place, planId });
          if (plan !== null && !isUnknown(plan)) return seedsOfPlan(finder, plan, account);
          if (plan !== null)
            finder.addGap({ what: `backup plan ${name} of account ${door.account}`, grant: plan.unknown.grant });
          return [];
        }),
      );
    }),
  );
  return lists.flat(2);
}

/** Each rule and copy action, over each resource that each selection takes. Tells the finder of the plan, also where it copies nothing. */
export async function seedsOfPlan(finder: PlanFinder, plan: PlanFacts, account?: string): Promise<readonly CaseSeed[]> {
  finder.addPlan(plan);
  const selections = isUnknown(plan.selections) ? [] : plan.selections;
  if (isUnknown(plan.selections)) {
    const what = `selections of plan ${plan.plan.name} in account ${plan.account}`;
    finder.addGap({ what, grant: plan.selections.unknown.grant });
  }
  const copying = plan.plan.rules.filter(({ copyActions = [] }) => copyActions.length > 0);
  const seeds = await Promise.all(
    copying.flatMap((rule) => selections.map((selection) => seedsOfRule(finder, { plan, rule, selection }))),
  );
  return seeds
    .flat()
    .filter(
      ({ copy }) =>
        account === undefined || plan.account === account || copy.destinationVaultArn.split(':')[4] === account,
    );
}

interface Part {
  readonly plan: PlanFacts;
  readonly rule: BackupRule;
  readonly selection: SelectionFacts;
}

async function seedsOfRule(finder: PlanFinder, part: Part): Promise<readonly CaseSeed[]> {
  const { plan, rule, selection } = part;
  const { account, region } = plan;
  const vaultArn = `arn:${partitionOf(region)}:backup:${region}:${account}:backup-vault:${rule.vaultName}`;
  const door = finder.reader && doorOf(finder.reader, account);
  const earlier = door === undefined ? [] : await earlierPoints(finder, { door, plan, rule });
  const known = takenBy(finder, part, earlier);
  const resources: readonly Taken[] =
    known.length === 0 && isUnknown(selection.resources)
      ? anyResources(plan)
      : known.map((arn) => ({ arn, words: shortName(arn), isKnown: true }));
  const points = await Promise.all(
    resources.map(async (taken) => ({ taken, ...(await pointOf(finder, { ...part, vaultArn, taken, earlier })) })),
  );
  return points.flatMap(({ taken, arn, point, isForetold }) =>
    (rule.copyActions ?? []).map(({ destinationVaultArn, lifecycle }, copyAction): CaseSeed => {
      const copy: CopyName = {
        roleArn: selection.selection.roleArn,
        sourceVaultArn: vaultArn,
        pointArn: arn,
        destinationVaultArn,
        lifecycle: lifecycle ?? null,
        callerArn: null,
      };
      const planned: PlannedCopy = {
        plan,
        ruleId: rule.id,
        copyAction,
        selectionId: selection.id,
        resourceArn: taken.isKnown ? taken.arn : null,
        isForetold,
      };
      return {
        label: copyLabel(`rule ${rule.name} of plan ${plan.plan.name}, ${taken.words}`, copy),
        copy,
        origin: { kind: 'plan', planned },
        point,
      };
    }),
  );
}

/** The newest point of each resource in the rule's vault; those that the plan itself made, where the service says so. */
async function earlierPoints(
  finder: PlanFinder,
  { door, plan, rule }: { readonly door: OpenDoor; readonly plan: PlanFacts; readonly rule: BackupRule },
): Promise<readonly RecoveryPointByBackupVault[]> {
  const list = await door.askAll(
    'backup:ListRecoveryPointsByBackupVault',
    plan.region,
    { BackupVaultName: rule.vaultName },
    ({ RecoveryPoints, NextToken }) => ({
      items: RecoveryPoints,
      next: listed(NextToken),
    }),
  );
  const points = listOrGap(finder, list, `recovery points of vault ${rule.vaultName} in account ${plan.account}`);
  const newest = new Map<string, RecoveryPointByBackupVault>();
  for (const point of points.filter(({ Status }) => Status === 'COMPLETED').toSorted(byAge)) {
    newest.set(point.ResourceArn ?? '', point);
  }
  return [...newest.values()];
}

const byAge = (one: RecoveryPointByBackupVault, other: RecoveryPointByBackupVault): number =>
  (one.CreationDate?.getTime() ?? 0) - (other.CreationDate?.getTime() ?? 0);

/** What a selection takes today; where only the tags would tell, what this plan has backed up so far. Empty where nothing is known. */
function takenBy(
  { reader }: PlanFinder,
  { plan, selection: { resources, selection } }: Part,
  earlier: readonly RecoveryPointByBackupVault[],
): readonly string[] {
  if (!isUnknown(resources)) return resources;
  const made = earlier
    .filter(({ CreatedBy }) => CreatedBy?.BackupPlanId === plan.id)
    .flatMap(({ ResourceArn = [] }) => ResourceArn);
  const named = (selection.resources ?? []).filter((arn) => !arn.includes('*'));
  const own = [...(reader?.ownServer?.resources?.values() ?? [])];
  return [...new Set([...made, ...named, ...selectResources(selection, own, {}).map(({ arn }) => arn)])];
}

/**
 * Stand for what a selection may take while nobody can list it: one type that AWS Backup fully manages and one that it does not, since they
 * leave an account by different doors. Their ids are stand-ins.
 */
const ANY_TYPES = [
  { type: 'EBS', words: 'any volume' },
  { type: 'EFS', words: 'any file system' },
] as const;

const nothing = { bytes: (count: number) => new Uint8Array(count) };

const anyResources = ({ account, region }: PlanFacts): readonly Taken[] =>
  ANY_TYPES.map(({ type, words }) => ({
    arn: resourceArn({ type, account, region, id: newResourceId(type, nothing) }),
    words: `${words} that it selects`,
    isKnown: false,
  }));

interface Taken {
  readonly arn: string;
  readonly words: string;
  readonly isKnown: boolean;
}

interface Wanted extends Part {
  readonly vaultArn: string;
  readonly taken: Taken;
  readonly earlier: readonly RecoveryPointByBackupVault[];
}

interface PlannedPoint extends Pick<ForetoldPoint, 'arn'> {
  readonly point: NonNullable<CaseSeed['point']>;
  readonly isForetold: boolean;
}

async function pointOf(finder: PlanFinder, wanted: Wanted): Promise<PlannedPoint> {
  const { plan, rule, vaultArn, taken, earlier } = wanted;
  const { account, region } = plan;
  const making = { account, region, resourceArn: taken.arn, rule, now: finder.now };
  // A continuous point is copied as a snapshot of its moment, which has a name of its own.
  const last = earlier.find((each) => each.ResourceArn === taken.arn && !isContinuous(each.RecoveryPointArn ?? ''));
  if (last?.RecoveryPointArn !== undefined) {
    const arn = last.RecoveryPointArn;
    const point = complete(await finder.facts.point({ arn, vaultArn }), POINT);
    if (point !== null && !isUnknown(point)) return { ...foretellFrom({ arn, point }, making), isForetold: false };
  }
  const resource = finder.resources?.get(taken.arn) ?? (await readResource(finder.reader, taken.arn));
  if (resource === undefined) {
    const arn = `arn:${partitionOf(region)}:backup:${region}:${account}:recovery-point:*`;
    return { arn, isForetold: true, point: unknownFor('backup:DescribeRecoveryPoint') };
  }
  const vault = complete(await finder.facts.vault(vaultArn), VAULT);
  const vaultKey = vault === null || isUnknown(vault) ? vault : vault.keyArn;
  return { ...foretell(resource, making, vaultKey), isForetold: true };
}
