import type { ListSAMLProvidersResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';

/** No account has any: SAML providers cannot be made here. Audits list them. */
export const listSAMLProviders: Operation<object, ListSAMLProvidersResponse> = async (services, _input, call) => {
  const resource = `arn:aws:iam::${call.principal.account}:saml-provider/*`;
  await authorizeIam(services, call, { action: 'ListSAMLProviders', resource });
  return { SAMLProviderList: [] };
};
