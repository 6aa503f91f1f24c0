import type { UpdateOpenIDConnectProviderThumbprintRequest } from '@aws-sdk/client-iam';
import { setOidcProvider } from '../../../storage/records/oidc-providers.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow } from './authorize-oidc-provider.ts';

export const updateOpenIdConnectProviderThumbprint: Operation<
  UpdateOpenIDConnectProviderThumbprintRequest,
  object
> = async (services, { OpenIDConnectProviderArn: arn, ThumbprintList: thumbprints }, call) => {
  await authorizeOidcProvider(services, call, { action: 'UpdateOpenIDConnectProviderThumbprint', arn });
  await services.records.write(async (db) => {
    await getOidcProviderRow(db, call, arn);
    await setOidcProvider(db, arn, { thumbprints: JSON.stringify(thumbprints) });
  });
  return {};
};
