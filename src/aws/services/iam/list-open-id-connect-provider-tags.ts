import type { ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow } from './authorize-oidc-provider.ts';
import { pageOfList } from './page.ts';
import { toTags } from './tags.ts';

export const listOpenIdConnectProviderTags: Operation<
  ListOpenIDConnectProviderTagsRequest,
  ListOpenIDConnectProviderTagsResponse
> = async (services, input, call) => {
  const { OpenIDConnectProviderArn: arn } = input;
  await authorizeOidcProvider(services, call, { action: 'ListOpenIDConnectProviderTags', arn });
  const tags = await services.records.read(async (db) => {
    await getOidcProviderRow(db, call, arn);
    return tagsOf(db, arn);
  });
  const { rows, page } = await pageOfList(input, (tag) => tag.Key ?? '', toTags(tags));
  return { Tags: [...rows], ...page };
};
