import type { SimulateCustomPolicyRequest, SimulatePolicyResponse } from '@aws-sdk/client-iam';
import { callerArnRequired } from '../../../messages/iam.ts';
import type { PolicySet } from '../../../policy/evaluation.ts';
import type { Call, Operation, Validated } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { simulate } from './simulation/simulate.ts';
import {
  checkActions,
  checkSources,
  nobodyOf,
  readCaller,
  readOwner,
  toAnswer,
} from './simulation/simulation-input.ts';
import { toInputSources } from './simulation/source.ts';

/** What the documents of the request would allow; nothing that is stored counts. */
export const simulateCustomPolicy: Operation<SimulateCustomPolicyRequest, SimulatePolicyResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeIam(services, call, { action: 'SimulateCustomPolicy', resource: '*' });
  const { ActionNames: actions, ResourceArns: resources, CallerArn, ResourcePolicy } = input;
  checkActions(actions);
  if (ResourcePolicy !== undefined && CallerArn === undefined) throw callerArnRequired();
  const identity = toInputSources('PolicyInputList', input.PolicyInputList);
  const boundaries = toInputSources('PermissionsBoundaryPolicyInputList', input.PermissionsBoundaryPolicyInputList);
  const [resourcePolicy] = toInputSources('ResourcePolicy', ResourcePolicy === undefined ? [] : [ResourcePolicy]);
  checkSources([...identity, ...boundaries], 'identity');
  checkSources(resourcePolicy === undefined ? [] : [resourcePolicy], 'resource');
  const principal =
    CallerArn === undefined
      ? nobodyOf(call.principal.account)
      : await services.records.read((db) => readCaller(db, CallerArn));
  const results = simulate(
    {
      principal,
      identity,
      boundary: boundaries[0],
      ...serviceControl(input),
      context: momentOf(call),
      resourcePolicy,
      resourceAccount: readOwner(input.ResourceOwner, principal),
      entries: input.ContextEntries ?? [],
    },
    { actions, resources },
  );
  return toAnswer(input, results);
};

const momentOf = ({ now }: Call) => ({
  'aws:CurrentTime': new Date(now).toISOString(),
  'aws:EpochTime': String(Math.floor(now / 1000)),
});

/** The service control policies that the request gives, level by level. */
function serviceControl({
  OrderedOrganizationPolicyInputList: levels,
}: Validated<SimulateCustomPolicyRequest>): Pick<PolicySet, 'serviceControl'> {
  if (levels === undefined || levels.length === 0) return {};
  const documents = levels.map((level) =>
    toInputSources('ServiceControlPolicyInputList', level.ServiceControlPolicyInputList),
  );
  for (const level of documents) checkSources(level, 'scp');
  return {
    serviceControl: documents.map((level) => level.map(({ id, document }) => ({ origin: id, document }))),
  };
}
