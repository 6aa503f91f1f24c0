import type { GetContextKeysForPolicyResponse, GetContextKeysForPrincipalPolicyRequest } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { entitySources } from './simulation/entity-sources.ts';
import { contextKeysOfAll } from './simulation/simulate.ts';
import { findSimulatedEntity } from './simulation/simulated-entity.ts';
import { checkSources } from './simulation/simulation-input.ts';
import { toInputSources } from './simulation/source.ts';

/** The same for the policies of a user (with those of its groups), group or role. */
export const getContextKeysForPrincipalPolicy: Operation<
  GetContextKeysForPrincipalPolicyRequest,
  GetContextKeysForPolicyResponse
> = async (services, { PolicySourceArn: arn, PolicyInputList: documents }, call) => {
  await authorizeIam(services, call, { action: 'GetContextKeysForPrincipalPolicy', resource: arn });
  const given = toInputSources('PolicyInputList', documents);
  checkSources(given, 'identity');
  const own = await services.records.read(async (db) => {
    const { owner } = await findSimulatedEntity(db, call, arn);
    return entitySources(db, owner);
  });
  return { ContextKeyNames: [...contextKeysOfAll([...own, ...given])] };
};
