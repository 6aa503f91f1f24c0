import type { GetContextKeysForCustomPolicyRequest, GetContextKeysForPolicyResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { contextKeysOfAll } from './simulation/simulate.ts';
import { checkSources } from './simulation/simulation-input.ts';
import { toInputSources } from './simulation/source.ts';

/** The condition keys and policy variables that the documents ask for. */
export const getContextKeysForCustomPolicy: Operation<
  GetContextKeysForCustomPolicyRequest,
  GetContextKeysForPolicyResponse
> = async (services, input, call) => {
  await authorizeIam(services, call, { action: 'GetContextKeysForCustomPolicy', resource: '*' });
  const sources = toInputSources('PolicyInputList', input.PolicyInputList);
  checkSources(sources, 'identity');
  return { ContextKeyNames: [...contextKeysOfAll(sources)] };
};
