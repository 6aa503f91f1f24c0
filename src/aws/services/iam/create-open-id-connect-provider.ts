import type { CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { findOidcProvider, insertOidcProvider, oidcProvidersOf } from '../../../storage/records/oidc-providers.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { CLIENT_IDS_PER_OIDC_PROVIDER_MAX, OIDC_PROVIDERS_PER_ACCOUNT_MAX } from './limits.ts';
import { checkTagCount, readTags, tagContext, toTags } from './tags.ts';

/**
 * Keeps what is told. Nothing is fetched from the provider, so a thumbprint that is not given stays unknown where AWS would read it from
 * the provider's certificate.
 */
export const createOpenIdConnectProvider: Operation<
  CreateOpenIDConnectProviderRequest,
  CreateOpenIDConnectProviderResponse
> = async (services, input, call) => {
  const { account } = call.principal;
  const { Url: url, ClientIDList: clientIds = [], ThumbprintList: thumbprints = [] } = input;
  const tags = readTags(input.Tags);
  checkTagCount(tags, 'OpenIDConnectProvider');
  const place = readPlace(url);
  const arn = `arn:aws:iam::${account}:oidc-provider/${place}`;
  await authorizeIam(services, call, {
    action: 'CreateOpenIDConnectProvider',
    resource: arn,
    context: tagContext(tags),
  });
  if (clientIds.length > CLIENT_IDS_PER_OIDC_PROVIDER_MAX) throw tooManyClientIds();
  await services.records.write(async (db) => {
    await checkIsNew(db, { account, arn, url });
    await insertOidcProvider(db, {
      arn,
      account_id: account,
      url: place,
      client_ids: JSON.stringify([...new Set(clientIds)]),
      thumbprints: JSON.stringify(thumbprints),
      created_at: call.now,
    });
    await putTags(db, arn, tags);
  });
  return { OpenIDConnectProviderArn: arn, ...(input.Tags && { Tags: toTags(tags) }) };
};

export const tooManyClientIds = () =>
  messages.quotaExceeded({ quota: 'ClientIdsPerOpenIdConnectProvider', max: CLIENT_IDS_PER_OIDC_PROVIDER_MAX });

/** The URL without `https://` and query. Throws ValidationError for one that is none, or not of https. */
function readPlace(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.hostname === '') throw messages.invalidOidcUrl();
  return (url.host + url.pathname).replace(/\/$/, '');
}

async function checkIsNew(
  db: Database,
  { account, arn, url }: { account: string; arn: string; url: string },
): Promise<void> {
  if ((await findOidcProvider(db, arn)) !== undefined) throw messages.oidcProviderExists(url);
  if ((await oidcProvidersOf(db, account)).length >= OIDC_PROVIDERS_PER_ACCOUNT_MAX) {
    throw messages.quotaExceeded({ quota: 'OpenIdConnectProvidersPerAccount', max: OIDC_PROVIDERS_PER_ACCOUNT_MAX });
  }
}
