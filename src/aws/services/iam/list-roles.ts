import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import { type RoleRow, toRoleArn } from '../../../storage/records/iam.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { hasPathPrefix } from './has-path-prefix.ts';
import { loadPage } from './page.ts';
import { toListedRole } from './to-role.ts';

export const listRoles: Operation<ListRolesRequest, ListRolesResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { PathPrefix: prefix = '/' } = input;
  await authorizeIam(services, call, { action: 'ListRoles', resource: toRoleArn(account, prefix, '') });
  const { rows, page } = await loadPage(
    input,
    (role: RoleRow) => role.name,
    (after, limit) =>
      services.records.read((db) =>
        db
          .selectFrom('iam_roles')
          .selectAll()
          .where('account_id', '=', account)
          .where('name', '>', after)
          .where(hasPathPrefix(prefix))
          .orderBy('name')
          .limit(limit)
          .execute(),
      ),
  );
  return { Roles: rows.map(toListedRole), ...page };
};
