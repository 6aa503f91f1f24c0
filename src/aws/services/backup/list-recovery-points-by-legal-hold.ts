import type {
  ListRecoveryPointsByLegalHoldInput,
  ListRecoveryPointsByLegalHoldOutput,
  RecoveryPointMember,
} from '@aws-sdk/client-backup';
import { holdsPoint, type LegalHoldRow } from '../../../storage/records/legal-holds.ts';
import type { Page, PagePosition } from '../../../storage/records/page.ts';
import type { Database } from '../../../storage/records/records.ts';
import { listRecoveryPoints, type RecoveryPointRow } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { PAGE_ROWS_DEFAULT } from './limits.ts';
import { openLegalHold } from './open-legal-hold.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';

/** The recovery points that a hold keeps, newest first; none once it has been cancelled. */
export const listRecoveryPointsByLegalHold: Operation<
  ListRecoveryPointsByLegalHoldInput,
  ListRecoveryPointsByLegalHoldOutput
> = async (services, input, call) => {
  const hold = await openLegalHold(services, call, {
    action: 'backup:ListRecoveryPointsByLegalHold',
    id: input.LegalHoldId,
  });
  const page = parsePageRequest(input);
  const points = await services.records.read((db) => heldPoints(db, hold, withOneMore(page)));
  const { rows, nextToken } = cutPage(points, page.limit, ({ created_at, arn }) => [created_at, arn]);
  return present<ListRecoveryPointsByLegalHoldOutput>({ RecoveryPoints: rows.map(toShape), NextToken: nextToken });
};

/** Reads on until there are as many as wanted, or no more. */
async function heldPoints(db: Database, hold: LegalHoldRow, page: Page): Promise<readonly RecoveryPointRow[]> {
  const held: RecoveryPointRow[] = [];
  let after: PagePosition | undefined = page.after;
  while (hold.status === 'ACTIVE' && held.length < page.limit) {
    const filter = { account: hold.account_id, region: hold.region };
    const points = await listRecoveryPoints(db, filter, { after, limit: PAGE_ROWS_DEFAULT });
    held.push(...points.filter((point) => holdsPoint(hold, point)));
    const last = points.at(-1);
    if (points.length < PAGE_ROWS_DEFAULT || last === undefined) break;
    after = { at: last.created_at, id: last.arn };
  }
  return held.slice(0, page.limit);
}

const toShape = (point: RecoveryPointRow): RecoveryPointMember =>
  present<RecoveryPointMember>({
    RecoveryPointArn: point.arn,
    ResourceArn: point.resource_arn,
    ResourceType: point.resource_type,
    BackupVaultName: point.vault_name,
  });
