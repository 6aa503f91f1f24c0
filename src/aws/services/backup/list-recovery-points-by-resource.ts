import type { ListRecoveryPointsByResourceInput, ListRecoveryPointsByResourceOutput } from '@aws-sdk/client-backup';
import { listRecoveryPoints } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { toResourcePointShape } from './recovery-point-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/** The recovery points that the account has of a resource, copies from elsewhere among them; all are managed by AWS Backup. */
export const listRecoveryPointsByResource: Operation<
  ListRecoveryPointsByResourceInput,
  ListRecoveryPointsByResourceOutput
> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListRecoveryPointsByResource');
  const page = parsePageRequest(input);
  const filter = { account: call.principal.account, region: call.region, resourceArn: input.ResourceArn };
  const points = await services.records.read((db) => listRecoveryPoints(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(points, page.limit, ({ created_at, arn }) => [created_at, arn]);
  return present<ListRecoveryPointsByResourceOutput>({
    RecoveryPoints: rows.map(toResourcePointShape),
    NextToken: nextToken,
  });
};
