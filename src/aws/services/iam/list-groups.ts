import type { ListGroupsRequest, ListGroupsResponse } from '@aws-sdk/client-iam';
import { type GroupRow, toGroupArn } from '../../../storage/records/iam-groups.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { hasPathPrefix } from './has-path-prefix.ts';
import { loadPage } from './page.ts';
import { toGroup } from './to-group.ts';

export const listGroups: Operation<ListGroupsRequest, ListGroupsResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { PathPrefix: prefix = '/' } = input;
  await authorizeIam(services, call, { action: 'ListGroups', resource: toGroupArn(account, prefix, '') });
  const { rows, page } = await loadPage(
    input,
    (group: GroupRow) => group.name,
    (after, limit) =>
      services.records.read((db) =>
        db
          .selectFrom('iam_groups')
          .selectAll()
          .where('account_id', '=', account)
          .where('name', '>', after)
          .where(hasPathPrefix(prefix))
          .orderBy('name')
          .limit(limit)
          .execute(),
      ),
  );
  return { Groups: rows.map(toGroup), ...page };
};
