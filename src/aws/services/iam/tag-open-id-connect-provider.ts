import type { TagOpenIDConnectProviderRequest } from '@aws-sdk/client-iam';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeOidcProvider, getOidcProviderRow } from './authorize-oidc-provider.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';

export const tagOpenIdConnectProvider: Operation<TagOpenIDConnectProviderRequest, object> = async (
  services,
  { OpenIDConnectProviderArn: arn, Tags },
  call,
) => {
  const tags = readTags(Tags);
  await authorizeOidcProvider(services, call, { action: 'TagOpenIDConnectProvider', arn, context: tagContext(tags) });
  await services.records.write(async (db) => {
    await getOidcProviderRow(db, call, arn);
    checkTagCount({ ...(await tagsOf(db, arn)), ...tags }, 'OpenIDConnectProvider');
    await putTags(db, arn, tags);
  });
  return {};
};
