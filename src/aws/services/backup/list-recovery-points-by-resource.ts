import type { ListRecoveryPointsByResourceInput, ListRecoveryPointsByResourceOutput } from '@aws-sdk/client-backup';
import { listRecoveryPoints } from '../../../storage/records/recovery-points.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { pointSurroundings, toResourcePointShape } from './recovery-point-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/** The recovery points that the account has of a resource, copies from elsewhere among them; all are managed by AWS Backup. */
export const listRecoveryPointsByResource: Operation<
  ListRecoveryPointsByResourceInput,
  ListRecoveryPointsByResourceOutput
> = async (services, input, call) => {
  await authorizeOnAll(services, call, 'backup:ListRecoveryPointsByResource');
  const page = parsePageRequest(input);
  const filter = { account: call.principal.account, region: call.region, resourceArn: input.ResourceArn };
  const { points, surroundings } = await services.records.read(async (db) => {
    const found = await listRecoveryPoints(db, filter, withOneMore(page));
    return { points: found, surroundings: await pointSurroundings(db, found) };
  });
  const { rows, nextToken } = cutPage(points, page.limit, ({ created_at, arn }) => [created_at, arn]);
  return present<ListRecoveryPointsByResourceOutput>({
    RecoveryPoints: rows.map((point) => toResourcePointShape(point, surroundings)),
    NextToken: nextToken,
  });
};
