import type { GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow, readList } from './authorize-oidc-provider.ts';
import { toTags } from './tags.ts';

export const getOpenIdConnectProvider: Operation<
  GetOpenIDConnectProviderRequest,
  GetOpenIDConnectProviderResponse
> = async (services, { OpenIDConnectProviderArn: arn }, call) => {
  await authorizeOidcProvider(services, call, { action: 'GetOpenIDConnectProvider', arn });
  return services.records.read(async (db) => {
    const row = await getOidcProviderRow(db, call, arn);
    return {
      Url: row.url,
      ClientIDList: readList(row.client_ids),
      ThumbprintList: readList(row.thumbprints),
      CreateDate: new Date(row.created_at),
      Tags: toTags(await tagsOf(db, arn)),
    };
  });
};
