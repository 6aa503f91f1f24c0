import type { CreateBackupSelectionInput, CreateBackupSelectionOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { type BackupSelection, selectionFault, selectsByTags } from '../../../model/backup-selection.ts';
import type { BackupPlanRow } from '../../../storage/records/backup-plans.ts';
import {
  type BackupSelectionRow,
  insertSelection,
  selectionsOfPlan,
} from '../../../storage/records/backup-selections.ts';
import type { Database } from '../../../storage/records/records.ts';
import { randomUuid } from '../../../util/random.ts';
import type { Call, Operation, Services } from '../operation.ts';
import { acceptRole } from './accept-role.ts';
import { SELECTIONS_PER_PLAN_MAX } from './limits.ts';
import { openSelectionPlan, requireOwn, rereadPlan } from './plan-access.ts';
import { toSelection } from './selection-shape.ts';

/** Gives a plan resources to take care of. The role must be one that the caller may pass and Backup can take on. */
export const createBackupSelection: Operation<CreateBackupSelectionInput, CreateBackupSelectionOutput> = async (
  services,
  input,
  call,
) => {
  const plan = await openSelectionPlan(services, call, {
    action: 'backup:CreateBackupSelection',
    planId: input.BackupPlanId,
  });
  requireOwn(plan);
  const selection = toSelection(input.BackupSelection);
  const fault = selectionFault(selection);
  if (fault !== undefined) throw backup.selectionInvalid(fault);
  await acceptRole(services, call, selection.roleArn);
  if (selectsByTags(selection)) await requireTagReading(services, call, selection.roleArn);
  const { id, created_at } = await services.records.write((db) =>
    insertOnce(db, { plan, row: toRow(services, call, { plan, selection, requestId: input.CreatorRequestId }) }),
  );
  return { SelectionId: id, BackupPlanId: plan.id, CreationDate: new Date(created_at) };
};

/** Backup works out which resources have the tags with the rights of the role. */
async function requireTagReading({ access }: Services, { principal }: Call, roleArn: string): Promise<void> {
  const role = await access.rolePrincipal(roleArn, 'AWSBackup');
  if (role === undefined) throw backup.roleNotAssumable(roleArn);
  const { isAllowed } = await access.evaluate({
    principal: role,
    action: 'tag:GetResources',
    resource: '*',
    resourceAccount: principal.account,
  });
  if (!isAllowed) throw backup.roleMayNotReadTags(roleArn);
}

function toRow(
  { random }: Services,
  { now }: Call,
  { plan, selection, requestId }: { plan: BackupPlanRow; selection: BackupSelection; requestId: string | undefined },
): BackupSelectionRow {
  return {
    id: randomUuid(random),
    plan_id: plan.id,
    name: selection.name,
    iam_role_arn: selection.roleArn,
    document: JSON.stringify(selection),
    creator_request_id: requestId ?? null,
    created_at: now,
  };
}

/** A repeated request gets its first selection again; its request id with another selection is refused. */
async function insertOnce(
  db: Database,
  { plan, row }: { plan: BackupPlanRow; row: BackupSelectionRow },
): Promise<BackupSelectionRow> {
  await rereadPlan(db, plan.id);
  const there = await selectionsOfPlan(db, plan.id);
  const replayed = there.find(({ creator_request_id: id }) => id !== null && id === row.creator_request_id);
  if (replayed?.document === row.document) return replayed;
  if (replayed !== undefined) throw backup.selectionExists(plan.arn, replayed.creator_request_id ?? '');
  if (there.length >= SELECTIONS_PER_PLAN_MAX) throw backup.tooManySelections(SELECTIONS_PER_PLAN_MAX);
  await insertSelection(db, row);
  return row;
}
