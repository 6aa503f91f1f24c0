import type { ListAccountAliasesRequest, ListAccountAliasesResponse } from '@aws-sdk/client-iam';
import { accountSettings } from '../../../storage/records/account-settings.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** A list of one or none. */
export const listAccountAliases: Operation<ListAccountAliasesRequest, ListAccountAliasesResponse> = async (
  services,
  _input,
  call,
) => {
  await authorizeIam(services, call, { action: 'ListAccountAliases', resource: '*' });
  const { alias } = await services.records.read((db) => accountSettings(db, call.principal.account));
  return { AccountAliases: alias === null ? [] : [alias], IsTruncated: false };
};
