import type { ListProtectedResourcesInput, ListProtectedResourcesOutput } from '@aws-sdk/client-backup';
import { listProtectedResources as readProtectedResources } from '../../../storage/records/protected-resources.ts';
import type { Operation } from '../operation.ts';
import { cutPage } from '../pagination.ts';
import { parsePageRequest, withOneMore } from './page-request.ts';
import { present } from './present.ts';
import { toProtectedResourceShape } from './protected-resource-shape.ts';
import { authorizeOnAll } from './vault-access.ts';

/** Resources that have recovery points in the account, whichever account they belong to; those backed up last first. */
export const listProtectedResources: Operation<ListProtectedResourcesInput, ListProtectedResourcesOutput> = async (
  services,
  input,
  call,
) => {
  await authorizeOnAll(services, call, 'backup:ListProtectedResources');
  const page = parsePageRequest(input);
  const filter = { account: call.principal.account, region: call.region };
  const resources = await services.records.read((db) => readProtectedResources(db, filter, withOneMore(page)));
  const { rows, nextToken } = cutPage(resources, page.limit, (row) => [row.last_backup_at, row.resource_arn]);
  return present<ListProtectedResourcesOutput>({
    Results: rows.map(toProtectedResourceShape),
    NextToken: nextToken,
  });
};
