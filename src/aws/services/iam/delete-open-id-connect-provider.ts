import type { DeleteOpenIDConnectProviderRequest } from '@aws-sdk/client-iam';
import { deleteOidcProvider } from '../../../storage/records/oidc-providers.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow } from './authorize-oidc-provider.ts';

export const deleteOpenIdConnectProvider: Operation<DeleteOpenIDConnectProviderRequest, object> = async (
  services,
  { OpenIDConnectProviderArn: arn },
  call,
) => {
  await authorizeOidcProvider(services, call, { action: 'DeleteOpenIDConnectProvider', arn });
  await services.records.write(async (db) => {
    await getOidcProviderRow(db, call, arn);
    await deleteOidcProvider(db, arn);
    await removeAllTags(db, arn);
  });
  return {};
};
