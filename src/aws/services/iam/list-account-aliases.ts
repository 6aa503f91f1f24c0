import type { ListAccountAliasesRequest, ListAccountAliasesResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** No account has any: aliases cannot be made here. */
export const listAccountAliases: Operation<ListAccountAliasesRequest, ListAccountAliasesResponse> = async (
  services,
  _input,
  call,
) => {
  await authorizeIam(services, call, { action: 'ListAccountAliases', resource: '*' });
  return { AccountAliases: [], IsTruncated: false };
};
