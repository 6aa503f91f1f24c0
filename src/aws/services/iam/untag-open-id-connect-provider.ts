import type { UntagOpenIDConnectProviderRequest } from '@aws-sdk/client-iam';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow } from './authorize-oidc-provider.ts';

export const untagOpenIdConnectProvider: Operation<UntagOpenIDConnectProviderRequest, object> = async (
  services,
  { OpenIDConnectProviderArn: arn, TagKeys: keys },
  call,
) => {
  const context = { 'aws:TagKeys': keys };
  await authorizeOidcProvider(services, call, { action: 'UntagOpenIDConnectProvider', arn, context });
  await services.records.write(async (db) => {
    await getOidcProviderRow(db, call, arn);
    await removeTags(db, arn, keys);
  });
  return {};
};
