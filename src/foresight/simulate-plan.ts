import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CopyAction } from '../model/backup-plan.ts';
import { hasColdTier } from '../model/cold-tier.ts';
import { type AppliedLifecycle, applyCopyLifecycle } from '../model/lifecycle.ts';
import type { ResourceType } from '../model/resource-type.ts';
import { planById } from '../storage/records/backup-plans.ts';
import { type ForeseenBackup, foreseeBackups } from './foresee-backups.ts';
import { type ForeseenStock, StockBook } from './foreseen-stock.ts';
import { type JudgeParts, lifecycleOf, PlannedJudge, type Refusal } from './judge-planned.ts';
import { BACKUPS_A_TURN, SIMULATED_BACKUPS_MAX } from './limits.ts';
import { readLivingPlan } from './living-plan.ts';

/** What a plan comes to until a day, if nothing changes. */
export interface PlanSimulation {
  readonly plan: { readonly id: string; readonly name: string; readonly account: string; readonly region: string };
  readonly from: number;
  readonly until: number;
  readonly backups: readonly SimulatedBackup[];
  /** What will lie in the plan's vaults at the end, of the plan's resources. */
  readonly stocks: readonly ForeseenStock[];
  /** There would be more backups than a simulation tells: it ends with the last of them. */
  readonly isCut: boolean;
}

export interface SimulatedPoint {
  readonly vaultArn: string;
  readonly lifecycle: AppliedLifecycle;
  /** Deleted again once it has been copied into an air-gapped vault. */
  readonly isTemporary?: boolean;
  /** Why it will not be there; nothing where it will. */
  readonly refusal?: Refusal;
}

export interface SimulatedBackup extends SimulatedPoint {
  readonly at: number;
  readonly rule: string;
  readonly resourceArn: string;
  readonly resourceName: string;
  /** Not there where the backup itself fails. */
  readonly copies: readonly SimulatedPoint[];
}

/** Nothing for a plan that is not there. */
export async function simulatePlan(
  parts: JudgeParts,
  { planId, until }: { readonly planId: string; readonly until: number },
): Promise<PlanSimulation | undefined> {
  const { records, now } = parts;
  const plan = await records.read(async (db) => {
    const row = await planById(db, planId);
    return row === undefined || row.deleted_at !== null ? undefined : await readLivingPlan(db, row);
  });
  if (plan === undefined) return undefined;
  const { id, name, account_id: account, region } = plan.row;
  const judge = new PlannedJudge(parts);
  const stock = await StockBook.open(records, plan.targets, { account, region });
  const backups: SimulatedBackup[] = [];
  let isCut = false;
  for (const foreseen of foreseeBackups(plan, { from: now, until })) {
    isCut = backups.length === SIMULATED_BACKUPS_MAX;
    if (isCut) break;
    const backup = await simulateBackup(judge, foreseen);
    backups.push(backup);
    if (backups.length % BACKUPS_A_TURN === 0) await nextTurn();
    for (const point of [backup, ...backup.copies])
      if (point.refusal === undefined && point.isTemporary !== true) stock.add(backup, point);
  }
  const end = isCut ? (backups.at(-1)?.at ?? until) : until;
  return { plan: { id, name, account, region }, from: now, until: end, backups, stocks: stock.at(end), isCut };
}

async function simulateBackup(judge: PlannedJudge, foreseen: ForeseenBackup): Promise<SimulatedBackup> {
  const { at, rule, target, way } = foreseen;
  const lifecycle = lifecycleOf(foreseen);
  const refusal = await judge.backup(foreseen);
  const copies: SimulatedPoint[] = [];
  for (const action of refusal === undefined ? way.copyActions : []) {
    const why = await judge.copy(foreseen, action);
    copies.push({
      vaultArn: action.destinationVaultArn,
      lifecycle: copyLifecycleOf(foreseen, action, lifecycle),
      ...(why && { refusal: why }),
    });
  }
  return {
    at,
    rule: rule.name,
    resourceArn: target.resource.arn,
    resourceName: target.resource.name,
    vaultArn: way.vaultArn,
    lifecycle,
    ...(way.isTemporary && { isTemporary: true }),
    ...(refusal && { refusal }),
    copies,
  };
}

function copyLifecycleOf(
  { at, target: { resource, attributes } }: ForeseenBackup,
  { lifecycle: requested }: CopyAction,
  source: AppliedLifecycle,
): AppliedLifecycle {
  const hasCold = hasColdTier(resource.type as ResourceType, { attributes, lifecycle: requested });
  return applyCopyLifecycle({ requested, source, sourceCreatedAt: at, hasColdTier: hasCold });
}
