import type { ListLegalHoldsInput, ListLegalHoldsOutput } from '@aws-sdk/client-backup';
import { listHolds } from '../../../storage/records/legal-holds.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { toHoldShape } from './hold-shape.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Legal holds in force and cancelled ones whose records are still kept, newest first. */
export const listLegalHolds: Operation<ListLegalHoldsInput, ListLegalHoldsOutput> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListLegalHolds');
  const page = parsePageRequest(input);
  const filter = { account: call.principal.account, region: call.region, now: call.now };
  const holds = await services.records.read((db) => listHolds(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(holds, page.limit, ({ created_at, id }) => [created_at, id]);
  return present<ListLegalHoldsOutput>({ NextToken: nextToken, LegalHolds: rows.map(toHoldShape) });
};
