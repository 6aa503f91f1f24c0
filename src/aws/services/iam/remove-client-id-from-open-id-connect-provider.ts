import type { RemoveClientIDFromOpenIDConnectProviderRequest } from '@aws-sdk/client-iam';
import { setOidcProvider } from '../../../storage/records/oidc-providers.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow, readList } from './authorize-oidc-provider.ts';

/** One that is not there is no error. */
export const removeClientIdFromOpenIdConnectProvider: Operation<
  RemoveClientIDFromOpenIDConnectProviderRequest,
  object
> = async (services, { OpenIDConnectProviderArn: arn, ClientID: id }, call) => {
  await authorizeOidcProvider(services, call, { action: 'RemoveClientIDFromOpenIDConnectProvider', arn });
  await services.records.write(async (db) => {
    const ids = readList((await getOidcProviderRow(db, call, arn)).client_ids);
    await setOidcProvider(db, arn, { client_ids: JSON.stringify(ids.filter((each) => each !== id)) });
  });
  return {};
};
