import type { ListOpenIDConnectProvidersResponse } from '@aws-sdk/client-iam';
import { oidcProvidersOf } from '../../../storage/records/oidc-providers.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** All on one page: AWS has none here, and the quota is a hundred. */
export const listOpenIdConnectProviders: Operation<object, ListOpenIDConnectProvidersResponse> = async (
  services,
  _input,
  call,
) => {
  const { account } = call.principal;
  const resource = `arn:aws:iam::${account}:oidc-provider/*`;
  await authorizeIam(services, call, { action: 'ListOpenIDConnectProviders', resource });
  const rows = await services.records.read((db) => oidcProvidersOf(db, account));
  return { OpenIDConnectProviderList: rows.map(({ arn }) => ({ Arn: arn })) };
};
