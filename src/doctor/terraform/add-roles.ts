import { managedPolicyDocument } from '../../access/managed-policies/managed-policies.ts';
import type { Fact } from '../../decision/facts.ts';
import { isUnknown, unknownFor } from '../../decision/facts.ts';
import type { SourcedDocument } from '../../policy/evaluation.ts';
import { hasServiceLinkedRole, serviceLinkedRoleOf } from '../../storage/records/service-linked-roles.ts';
import { backupSession } from '../live/read-role.ts';
import type { RoleAdditions } from '../overlay.ts';
import { arnAt, type Blueprint, put } from './blueprint.ts';
import type { Planned } from './scope.ts';

/** Roles with their trust, their policies of every kind, and service-linked ones. */
export function addRoles(blueprint: Blueprint): void {
  const { scope } = blueprint;
  for (const role of scope.ofType('aws_iam_role')) addRole(blueprint, role);
  for (const role of scope.ofType('aws_iam_service_linked_role')) addServiceLinkedRole(blueprint, role);
  for (const policy of scope.ofType('aws_iam_role_policy')) {
    const name = blueprint.text(policy, 'name') ?? `terraform-${policy.name}`;
    const role = blueprint.text(policy, 'role');
    const document = blueprint.document(policy, 'policy', 'iam:GetRolePolicy');
    addPolicy(
      blueprint,
      policy,
      role,
      isUnknown(document) ? document : { origin: `role/${shortName(role)} inline policy ${name}`, document },
    );
  }
  for (const attachment of scope.ofType('aws_iam_role_policy_attachment')) {
    const role = blueprint.text(attachment, 'role');
    addPolicy(
      blueprint,
      attachment,
      role,
      managedPolicy(blueprint, shortName(role), blueprint.text(attachment, 'policy_arn')),
    );
  }
  for (const attachment of scope.ofType('aws_iam_policy_attachment')) {
    for (const role of (attachment.values.roles ?? []) as readonly string[]) {
      addPolicy(blueprint, attachment, role, managedPolicy(blueprint, role, blueprint.text(attachment, 'policy_arn')));
    }
  }
}

/** The argument `role` is a name, or the ARN by a common mistake that the provider lets pass. */
const shortName = (role: string | undefined): string => role?.slice(role.lastIndexOf('/') + 1) ?? 'unknown';

function addRole(blueprint: Blueprint, role: Planned): void {
  const { estate, providers } = blueprint;
  const arn = blueprint.text(role, 'arn');
  if (arn === undefined) return;
  const roleName = shortName(arn);
  const trustPolicy = blueprint.text(role, 'assume_role_policy');
  const boundaryArn = blueprint.text(role, 'permissions_boundary');
  const { unique_id: id = 'AROATERRAFORMXXXXXXXX' } = role.values;
  put(estate.roles, arn, {
    principal: backupSession({ arn, account: providers.siteOf(role).account, id: String(id), roleName }),
    tags: blueprint.tags(role),
    ...(trustPolicy !== undefined && { trustPolicy }),
    ...(role.isNew || boundaryArn !== undefined ? { boundary: boundaryOf(blueprint, roleName, boundaryArn) } : {}),
    ...(role.isNew && { identity: ownPolicies(blueprint, role, roleName) }),
  });
}

function boundaryOf(blueprint: Blueprint, roleName: string, arn: string | undefined): Fact<SourcedDocument | null> {
  if (arn === undefined) return null;
  const policy = managedPolicy(blueprint, roleName, arn);
  return isUnknown(policy) ? policy : { ...policy, origin: `role/${roleName} permissions boundary ${arn}` };
}

/** Policies in the role's own blocks: `inline_policy` and `managed_policy_arns`, both of an older time. */
function ownPolicies(blueprint: Blueprint, role: Planned, roleName: string): Fact<readonly SourcedDocument[]> {
  const blocks = Array.isArray(role.values.inline_policy) ? (role.values.inline_policy as readonly InlinePolicy[]) : [];
  const inline = blocks
    .filter(({ name, policy }) => name !== undefined || policy !== undefined)
    .map(
      ({ name = '', policy }): Fact<SourcedDocument> =>
        typeof policy === 'string'
          ? { origin: `role/${roleName} inline policy ${name}`, document: policy }
          : unknownFor('iam:GetRolePolicy'),
    );
  const arns = Array.isArray(role.values.managed_policy_arns)
    ? (role.values.managed_policy_arns as readonly string[])
    : [];
  const all = [...inline, ...arns.map((arn) => managedPolicy(blueprint, roleName, arn))];
  return all.find(isUnknown) ?? (all as readonly SourcedDocument[]);
}

interface InlinePolicy {
  readonly name?: string;
  readonly policy?: string;
}

/** A policy of the plan's own, or AWS's as we know it. */
function managedPolicy(blueprint: Blueprint, roleName: string, arn: string | undefined): Fact<SourcedDocument> {
  if (arn === undefined) return unknownFor('iam:ListAttachedRolePolicies');
  const own = blueprint.scope
    .ofType('aws_iam_policy', 'data.aws_iam_policy')
    .find((policy) => blueprint.text(policy, 'arn') === arn);
  const document =
    own === undefined ? managedPolicyDocument(arn) : blueprint.document(own, 'policy', 'iam:GetPolicyVersion');
  if (document === undefined) return unknownFor('iam:GetPolicyVersion');
  return isUnknown(document) ? document : { origin: `role/${roleName} policy ${arn}`, document, arn };
}

/** Adds to a role of this plan; a role that is elsewhere keeps what it has beside it. */
function addPolicy(
  blueprint: Blueprint,
  owner: Planned,
  role: string | undefined,
  policy: Fact<SourcedDocument>,
): void {
  const { estate, providers, scope } = blueprint;
  if (role === undefined) return;
  const { account, region } = providers.siteOf(owner);
  const name = shortName(role);
  const known =
    Object.keys(estate.roles).find((arn) => arn.split(':')[4] === account && arn.endsWith(`/${name}`)) ??
    scope.ofType('data.aws_iam_role').find((each) => each.values.name === name)?.values.arn;
  const arn = typeof known === 'string' ? known : arnAt({ account, region }, 'iam', `role/${name}`);
  const found: RoleAdditions | null | { unknown: { grant: string } } | undefined = estate.roles[arn];
  const before: RoleAdditions = found === undefined || found === null || isUnknown(found) ? {} : found;
  const member = before.identity === undefined ? 'addedIdentity' : 'identity';
  const list = before[member] ?? [];
  const joined = isUnknown(list) ? list : isUnknown(policy) ? policy : [...list, policy];
  put<RoleAdditions>(estate.roles, arn, { [member]: joined });
}

function addServiceLinkedRole(blueprint: Blueprint, role: Planned): void {
  const service = blueprint.text(role, 'aws_service_name');
  if (service === undefined || !hasServiceLinkedRole(service)) return;
  const { estate, providers } = blueprint;
  const site = providers.siteOf(role);
  const { roleName, policyArn } = serviceLinkedRoleOf(service);
  const arn = arnAt(site, 'iam', `role/aws-service-role/${service}/${roleName}`);
  const document = managedPolicyDocument(policyArn);
  put(estate.roles, arn, {
    principal: backupSession({ arn, account: site.account, id: 'AROATERRAFORMXXXXXXXX', roleName }),
    tags: {},
    trustPolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    }),
    identity:
      document === undefined
        ? unknownFor('iam:GetPolicyVersion')
        : [{ origin: `role/${roleName} policy ${policyArn}`, document, arn: policyArn }],
    boundary: null,
  });
}
