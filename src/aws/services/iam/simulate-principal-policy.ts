import type { SimulatePolicyResponse, SimulatePrincipalPolicyRequest } from '@aws-sdk/client-iam';
import { callerArnRequired } from '../../../messages/iam.ts';
import type { Principal } from '../../../model/principal.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call, Operation, Services, Validated } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { entitySources, managedSources } from './simulation/entity-sources.ts';
import { isExcluded, isKindExcluded } from './simulation/exclusions.ts';
import { type Simulation, simulate } from './simulation/simulate.ts';
import { findSimulatedEntity, type SimulatedEntity } from './simulation/simulated-entity.ts';
import {
  checkActions,
  checkSources,
  nobodyOf,
  readCaller,
  readOwner,
  toAnswer,
} from './simulation/simulation-input.ts';
import { type Source, toInputSources } from './simulation/source.ts';

/** What the policies of a user, group or role would allow: its own, those of its groups, its boundary, service control policies. */
export const simulatePrincipalPolicy: Operation<SimulatePrincipalPolicyRequest, SimulatePolicyResponse> = async (
  services,
  input,
  call,
) => {
  await authorizeIam(services, call, { action: 'SimulatePrincipalPolicy', resource: input.PolicySourceArn });
  const { ActionNames: actions, ResourceArns: resources } = input;
  checkActions(actions);
  const entity = await services.records.read((db) => findSimulatedEntity(db, call, input.PolicySourceArn));
  const simulation = await toSimulation(services, call, { input, entity });
  return toAnswer(input, simulate(simulation, { actions, resources }));
};

interface Asked {
  readonly input: Validated<SimulatePrincipalPolicyRequest>;
  readonly entity: SimulatedEntity;
}

async function toSimulation({ access, records }: Services, call: Call, asked: Asked): Promise<Simulation> {
  const { input, entity } = asked;
  const exclusions = input.PolicyExclusionList ?? [];
  const resourcePolicy = readResourcePolicy(asked);
  const principal = await records.read((db) => readPrincipal(db, call, asked));
  const { identity, boundary } = await records.read((db) => gatherSources(db, asked));
  const resourceAccount = readOwner(input.ResourceOwner, principal);
  const { serviceControl } = await access.policiesFor(entity.principal ?? principal, resourceAccount);
  return {
    principal,
    identity,
    boundary,
    ...(serviceControl && !isKindExcluded('scp', exclusions) && { serviceControl }),
    context: { ...namesOf(principal), ...(await access.contextFor(principal, resourceAccount)) },
    resourcePolicy,
    resourceAccount,
    entries: input.ContextEntries ?? [],
  };
}

/** A resource's policy names somebody: it can be tried with a user only. */
function readResourcePolicy({ input, entity }: Asked): Source | undefined {
  const { ResourcePolicy: document, CallerArn } = input;
  if (document === undefined) return undefined;
  if (CallerArn === undefined && entity.owner.kind !== 'user') throw callerArnRequired();
  const sources = toInputSources('ResourcePolicy', [document]);
  checkSources(sources, 'resource');
  return sources[0];
}

/** Policies of a group are tried on a user without a name, unless the request names one. */
async function readPrincipal(db: Database, call: Call, { input, entity }: Asked): Promise<Principal> {
  if (input.CallerArn !== undefined) return readCaller(db, input.CallerArn);
  return entity.principal ?? nobodyOf(call.principal.account);
}

async function gatherSources(
  db: Database,
  { input, entity }: Asked,
): Promise<{ identity: readonly Source[]; boundary: Source | undefined }> {
  const exclusions = input.PolicyExclusionList ?? [];
  const given = toInputSources('PolicyInputList', input.PolicyInputList);
  const bounds = toInputSources('PermissionsBoundaryPolicyInputList', input.PermissionsBoundaryPolicyInputList);
  checkSources([...given, ...bounds], 'identity');
  const own = (await entitySources(db, entity.owner)).filter((source) => !isExcluded(source, exclusions));
  const attached = entity.boundaryArn === null ? [] : await managedSources(db, [entity.boundaryArn]);
  const isUnbound = isKindExcluded('permission-boundary', exclusions);
  return { identity: [...own, ...given], boundary: bounds[0] ?? (isUnbound ? undefined : attached[0]) };
}

/** The keys that follow from who asks. */
const namesOf = ({ kind, arn, account, userId }: Principal): Record<string, string> => ({
  'aws:PrincipalArn': arn,
  'aws:PrincipalAccount': account,
  'aws:userid': userId,
  ...(kind === 'user' && { 'aws:username': arn.slice(arn.lastIndexOf('/') + 1) }),
});
