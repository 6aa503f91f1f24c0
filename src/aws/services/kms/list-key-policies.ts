import type { ListKeyPoliciesRequest, ListKeyPoliciesResponse } from '@aws-sdk/client-kms';
import type { Operation } from '../operation.ts';
import { openOwnKey } from './authorize.ts';
import { PAGE_SIZES } from './limits.ts';
import { toPage } from './page.ts';

/** A key has one policy, named `default`. */
export const listKeyPolicies: Operation<ListKeyPoliciesRequest, ListKeyPoliciesResponse> = async (
  services,
  input,
  call,
) => {
  await openOwnKey(services, call, { keyId: input.KeyId, action: 'kms:ListKeyPolicies' });
  const { items, more } = toPage(['default'], input, {
    list: 'ListKeyPolicies',
    keyOf: (name) => name,
    size: PAGE_SIZES.policies,
  });
  return { PolicyNames: [...items], ...more };
};
