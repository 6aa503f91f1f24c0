import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-iam';
import { toUserArn, type UserRow } from '../../../storage/records/iam.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { hasPathPrefix } from './has-path-prefix.ts';
import { loadPage } from './page.ts';
import { toListedUser } from './to-user.ts';

export const listUsers: Operation<ListUsersRequest, ListUsersResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { PathPrefix: prefix = '/' } = input;
  await authorizeIam(services, call, { action: 'ListUsers', resource: toUserArn(account, prefix, '') });
  const { rows, page } = await loadPage(
    input,
    (user: UserRow) => user.name,
    (after, limit) =>
      services.records.read((db) =>
        db
          .selectFrom('iam_users')
          .selectAll()
          .where('account_id', '=', account)
          .where('name', '>', after)
          .where(hasPathPrefix(prefix))
          .orderBy('name')
          .limit(limit)
          .execute(),
      ),
  );
  return { Users: rows.map(toListedUser), ...page };
};
