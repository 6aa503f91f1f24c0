import type { AddClientIDToOpenIDConnectProviderRequest } from '@aws-sdk/client-iam';
import { setOidcProvider } from '../../../storage/records/oidc-providers.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow, readList } from './authorize-oidc-provider.ts';
import { tooManyClientIds } from './create-open-id-connect-provider.ts';
import { CLIENT_IDS_PER_OIDC_PROVIDER_MAX } from './limits.ts';

/** One that is there already is no error. */
export const addClientIdToOpenIdConnectProvider: Operation<AddClientIDToOpenIDConnectProviderRequest, object> = async (
  services,
  { OpenIDConnectProviderArn: arn, ClientID: id },
  call,
) => {
  await authorizeOidcProvider(services, call, { action: 'AddClientIDToOpenIDConnectProvider', arn });
  await services.records.write(async (db) => {
    const ids = readList((await getOidcProviderRow(db, call, arn)).client_ids);
    if (ids.includes(id)) return;
    if (ids.length >= CLIENT_IDS_PER_OIDC_PROVIDER_MAX) throw tooManyClientIds();
    await setOidcProvider(db, arn, { client_ids: JSON.stringify([...ids, id]) });
  });
  return {};
};
