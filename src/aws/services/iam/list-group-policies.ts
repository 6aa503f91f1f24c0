import type { ListGroupPoliciesRequest, ListGroupPoliciesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { listInline } from './list-owner-policies.ts';

export const listGroupPolicies: Operation<ListGroupPoliciesRequest, ListGroupPoliciesResponse> = async (
  services,
  input,
  call,
) => {
  const { GroupName: name } = input;
  await authorizeGroup(services, call, { action: 'ListGroupPolicies', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    return listInline(db, { account, kind: 'group', name }, input);
  });
};
