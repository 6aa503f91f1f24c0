import type { ListInstanceProfilesRequest, ListInstanceProfilesResponse } from '@aws-sdk/client-iam';
import { type InstanceProfileRow, toInstanceProfileArn } from '../../../storage/records/instance-profiles.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { hasPathPrefix } from './has-path-prefix.ts';
import { loadPage } from './page.ts';
import { toInstanceProfiles } from './to-instance-profile.ts';

export const listInstanceProfiles: Operation<ListInstanceProfilesRequest, ListInstanceProfilesResponse> = async (
  services,
  input,
  call,
) => {
  const { account } = call.principal;
  const { PathPrefix: prefix = '/' } = input;
  const resource = toInstanceProfileArn(account, prefix, '');
  await authorizeIam(services, call, { action: 'ListInstanceProfiles', resource });
  const { rows, page } = await loadPage(
    input,
    (profile: InstanceProfileRow) => profile.name,
    (after, limit) =>
      services.records.read((db) =>
        db
          .selectFrom('iam_instance_profiles')
          .selectAll()
          .where('account_id', '=', account)
          .where('name', '>', after)
          .where(hasPathPrefix(prefix))
          .orderBy('name')
          .limit(limit)
          .execute(),
      ),
  );
  return { InstanceProfiles: await services.records.read((db) => toInstanceProfiles(db, rows)), ...page };
};
