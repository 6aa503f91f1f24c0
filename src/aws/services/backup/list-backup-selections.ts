import type {
  BackupSelectionsListMember,
  ListBackupSelectionsInput,
  ListBackupSelectionsOutput,
} from '@aws-sdk/client-backup';
import { type BackupSelectionRow, listSelections } from '../../../storage/records/backup-selections.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { openSelectionPlan } from './plan-access.ts';
import { present, toDate } from './present.ts';

/** The selections of a plan, oldest first. */
export const listBackupSelections: Operation<ListBackupSelectionsInput, ListBackupSelectionsOutput> = async (
  services,
  input,
  call,
) => {
  const plan = await openSelectionPlan(services, call, {
    action: 'backup:ListBackupSelections',
    planId: input.BackupPlanId,
  });
  const page = parsePageRequest(input);
  const selections = await services.records.read((db) => listSelections(db, plan.id, withOneMore(page)));
  const { rows, nextToken } = cutPage(selections, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListBackupSelectionsOutput>({ NextToken: nextToken, BackupSelectionsList: rows.map(toListShape) });
};

const toListShape = (row: BackupSelectionRow): BackupSelectionsListMember =>
  present<BackupSelectionsListMember>({
    SelectionId: row.id,
    SelectionName: row.name,
    BackupPlanId: row.plan_id,
    CreationDate: toDate(row.created_at),
    CreatorRequestId: row.creator_request_id,
    IamRoleArn: row.iam_role_arn,
  });
