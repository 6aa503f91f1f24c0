import { type Origin, ServiceError } from './service-error.ts';

/** IAM's answers as users and tools quote them: Terraform's provider, the AWS CLI's issues, Stack Overflow. */
const quoted: Origin = {
  kind: 'reported',
  from: 'answers of IAM quoted in issues of the AWS CLI, boto3 and Terraform',
};

const documented = (page: string): Origin => ({
  kind: 'documented',
  url: `https://docs.aws.amazon.com/IAM/latest/${page}`,
  seen: '2026-11-21',
});

const noSuchEntity = (message: string, origin: Origin = quoted): ServiceError =>
  new ServiceError({ code: 'NoSuchEntity', httpStatus: 404, message, origin });

const alreadyExists = (message: string): ServiceError =>
  new ServiceError({ code: 'EntityAlreadyExists', httpStatus: 409, message, origin: quoted });

const deleteConflict = (message: string): ServiceError =>
  new ServiceError({ code: 'DeleteConflict', httpStatus: 409, message, origin: quoted });

const limitExceeded = (message: string): ServiceError =>
  new ServiceError({ code: 'LimitExceeded', httpStatus: 409, message, origin: quoted });

const invalidInput = (message: string, origin: Origin = quoted): ServiceError =>
  new ServiceError({ code: 'InvalidInput', httpStatus: 400, message, origin });

export const roleNotFound = (name: string): ServiceError => noSuchEntity(`The role with name ${name} cannot be found.`);

export const userNotFound = (name: string): ServiceError => noSuchEntity(`The user with name ${name} cannot be found.`);

export const groupNotFound = (name: string): ServiceError =>
  noSuchEntity(`The group with name ${name} cannot be found.`);

export const instanceProfileNotFound = (name: string): ServiceError =>
  noSuchEntity(`Instance Profile ${name} cannot be found.`);

/** A role that is there, but not in the instance profile. */
export const roleNotInInstanceProfile = ({ role, profile }: { role: string; profile: string }): ServiceError =>
  noSuchEntity(`Role ${role} does not exist in instance profile ${profile}.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of RemoveRoleFromInstanceProfile',
  });

export const userNotInGroup = ({ user, group }: { user: string; group: string }): ServiceError =>
  noSuchEntity(`User ${user} is not in group ${group}.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of RemoveUserFromGroup',
  });

export const groupPolicyNotFound = (name: string): ServiceError =>
  noSuchEntity(`The group policy with name ${name} cannot be found.`);

export const loginProfileNotFound = (userName: string): ServiceError =>
  noSuchEntity(`Login Profile for User ${userName} cannot be found.`);

export const passwordPolicyNotFound = (account: string): ServiceError =>
  noSuchEntity(`The Password Policy with domain name ${account} cannot be found.`);

export const accountAliasNotFound = (alias: string): ServiceError =>
  noSuchEntity(`The account alias ${alias} cannot be found.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of DeleteAccountAlias, in the words of CreateAccountAlias',
  });

export const oidcProviderNotFound = (arn: string): ServiceError =>
  noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);

export const simulatedEntityNotFound = (arn: string): ServiceError =>
  noSuchEntity(`The entity with ARN ${arn} cannot be found.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of SimulatePrincipalPolicy',
  });

export const accessKeyNotFound = (id: string): ServiceError =>
  noSuchEntity(`The Access Key with id ${id} cannot be found.`);

export const rolePolicyNotFound = (name: string): ServiceError =>
  noSuchEntity(`The role policy with name ${name} cannot be found.`);

export const userPolicyNotFound = (name: string): ServiceError =>
  noSuchEntity(`The user policy with name ${name} cannot be found.`);

export const policyNotFound = (arn: string): ServiceError => noSuchEntity(`Policy ${arn} was not found.`);

export const policyNotAttachable = (arn: string): ServiceError =>
  noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);

export const policyVersionNotFound = ({ arn, versionId }: { arn: string; versionId: string }): ServiceError =>
  noSuchEntity(`Policy ${arn} version ${versionId} does not exist or is not attachable.`);

export const boundaryNotFound = (arn: string): ServiceError =>
  noSuchEntity(`Scope ARN: ${arn} does not exist or is not attachable.`);

/** Deleting a boundary that is not set. */
export const noBoundary = (kind: 'role' | 'user', name: string): ServiceError =>
  noSuchEntity(`${kind === 'role' ? 'Role' : 'User'} ${name} does not have a permissions boundary.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of DeleteRolePermissionsBoundary',
  });

export const deletionTaskNotFound = (taskId: string): ServiceError =>
  noSuchEntity(`Deletion Task Id ${taskId} was not found.`, {
    kind: 'inferred',
    from: 'NoSuchEntity in the list of errors of GetServiceLinkedRoleDeletionStatus',
  });

export const roleExists = (name: string): ServiceError => alreadyExists(`Role with name ${name} already exists.`);

export const userExists = (name: string): ServiceError => alreadyExists(`User with name ${name} already exists.`);

export const groupExists = (name: string): ServiceError => alreadyExists(`Group with name ${name} already exists.`);

export const instanceProfileExists = (name: string): ServiceError =>
  alreadyExists(`Instance Profile ${name} already exists.`);

export const loginProfileExists = (userName: string): ServiceError =>
  alreadyExists(`Login Profile for user ${userName} already exists.`);

export const accountAliasExists = (alias: string): ServiceError =>
  alreadyExists(`The account alias ${alias} already exists.`);

export const oidcProviderExists = (url: string): ServiceError =>
  alreadyExists(`Provider with url ${url} already exists.`);

export const policyExists = (name: string): ServiceError =>
  alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);

export const hasAttachedPolicies = (): ServiceError =>
  deleteConflict('Cannot delete entity, must detach all policies first.');

export const hasInlinePolicies = (): ServiceError =>
  deleteConflict('Cannot delete entity, must delete policies first.');

export const hasAccessKeys = (): ServiceError => deleteConflict('Cannot delete entity, must delete access keys first.');

export const hasLoginProfile = (): ServiceError =>
  deleteConflict('Cannot delete entity, must delete login profile first.');

/** A user that is in groups, a group that has users. */
export const hasMemberships = (): ServiceError =>
  deleteConflict('Cannot delete entity, must remove users from group first.');

/** A role that is in an instance profile, an instance profile that has a role. */
export const hasInstanceProfile = (): ServiceError =>
  deleteConflict('Cannot delete entity, must remove roles from instance profile first.');

export const policyIsAttached = (): ServiceError => deleteConflict('Cannot delete a policy attached to entities.');

export const policyHasVersions = (): ServiceError =>
  deleteConflict(
    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
  );

export const versionIsDefault = (): ServiceError => deleteConflict('Cannot delete the default version of a policy.');

export const tooManyVersions = (max: number): ServiceError =>
  limitExceeded(
    `A managed policy can have up to ${max} versions. Before you create a new version, you must delete an existing version.`,
  );

/** `PoliciesPerRole`, `AccessKeysPerUser`, `PolicySize`, `ACLSizePerRole`, `TagsPerRole`, …: AWS's names of its quotas. */
export const quotaExceeded = ({ quota, max }: { quota: string; max: number }): ServiceError =>
  limitExceeded(`Cannot exceed quota for ${quota}: ${max}`);

export const inlinePoliciesTooLarge = ({
  kind,
  name,
  max,
}: {
  kind: 'role' | 'user' | 'group';
  name: string;
  max: number;
}): ServiceError => limitExceeded(`Maximum policy size of ${max} bytes exceeded for ${kind} ${name}`);

export const malformedPolicyDocument = (message: string, origin: Origin): ServiceError =>
  new ServiceError({ code: 'MalformedPolicyDocument', httpStatus: 400, message, origin });

export const invalidPrincipal = ({ type, principal }: { type: string; principal: string }): ServiceError =>
  malformedPolicyDocument(`Invalid principal in policy: "${type}":"${principal}"`, quoted);

export const passwordPolicyViolation = (message: string): ServiceError =>
  new ServiceError({ code: 'PasswordPolicyViolation', httpStatus: 400, message, origin: quoted });

/** GetCredentialReport before the first GenerateCredentialReport. */
export const reportNotPresent = (): ServiceError =>
  new ServiceError({
    code: 'ReportNotPresent',
    httpStatus: 410,
    message: 'The credential report does not exist. Use GenerateCredentialReport to create one.',
    origin: { kind: 'inferred', from: 'the description of CredentialReportNotPresentException in the API Reference' },
  });

/** A role that a service owns: only the service changes it. */
export const roleIsProtected = (name: string): ServiceError =>
  new ServiceError({
    code: 'UnmodifiableEntity',
    httpStatus: 400,
    message: `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`,
    origin: quoted,
  });

export const serviceRolePolicyNotAttachable = (): ServiceError =>
  new ServiceError({
    code: 'PolicyNotAttachable',
    httpStatus: 400,
    message: 'Cannot attach a Service Role Policy to a Customer Role.',
    origin: quoted,
  });

export const serviceLinkedRoleExists = (name: string): ServiceError =>
  invalidInput(`Service role name ${name} has been taken in this account, please try a different suffix.`);

/** Why a service keeps its role: told as the reason of a failed deletion, never thrown. */
export const serviceLinkedRoleInUse = (): ServiceError =>
  invalidInput('One or more resources of the service still depend on the role.', {
    kind: 'inferred',
    from: 'IAM User Guide, Delete a service-linked role: the deletion fails while the service has resources that use the role',
  });

export const noServiceLinkedRole = (service: string): ServiceError =>
  invalidInput(`Service ${service} does not support service-linked roles.`, {
    kind: 'inferred',
    from: 'InvalidInput in the list of errors of CreateServiceLinkedRole',
  });

export const noCustomSuffix = (service: string): ServiceError =>
  invalidInput(`Custom suffix is not allowed for ${service}`);

export const notServiceLinked = (name: string): ServiceError =>
  invalidInput(`Role ${name} is not a service-linked role.`, {
    kind: 'inferred',
    from: 'DeleteServiceLinkedRole takes service-linked roles only',
  });

/** A simulation asks about users, groups and roles. */
export const invalidEntityArn = (arn: string): ServiceError =>
  invalidInput(`Invalid Entity Arn: ${arn} does not clearly define entity type and name.`);

const inferredOfSimulation: Origin = {
  kind: 'inferred',
  from: 'InvalidInput in the list of errors of SimulateCustomPolicy, and the descriptions of its parameters',
};

export const invalidSimulatedAction = (action: string): ServiceError =>
  invalidInput(`Invalid action: ${action}`, inferredOfSimulation);

export const invalidSimulatedPolicy = (id: string): ServiceError =>
  invalidInput(`Invalid policy: ${id} is not a valid policy document.`, inferredOfSimulation);

export const simulatedCallerNotUser = (arn: string): ServiceError =>
  invalidInput(`Invalid CallerArn: ${arn} is not the ARN of a user.`, inferredOfSimulation);

export const callerArnRequired = (): ServiceError =>
  invalidInput('CallerArn must be specified when ResourcePolicy is specified.', inferredOfSimulation);

export const duplicateTagKeys = (): ServiceError =>
  invalidInput('Duplicate tag keys found. Please note that Tag keys are case insensitive.');

export const reservedTagKey = (): ServiceError =>
  invalidInput('The tag key must not start with aws: (reserved prefix).', documented('UserGuide/id_tags.html'));

/** AWS's own policies and those of other accounts can't be changed. */
export const policyIsForeign = (arn: string): ServiceError =>
  new ServiceError({
    code: 'AccessDenied',
    httpStatus: 403,
    message: `You do not have permission to change the policy ${arn}.`,
    origin: { kind: 'inferred', from: 'AWS managed policies cannot be changed by customers (IAM User Guide)' },
  });

export const invalidMarker = (): ServiceError =>
  new ServiceError({
    code: 'ValidationError',
    httpStatus: 400,
    message: 'Invalid Marker.',
    origin: { kind: 'inferred', from: 'the description of Marker in the IAM API Reference' },
  });

/** Credentials of GetSessionToken and GetFederationToken are not for IAM. */
export const temporaryMayNotCallIam = (): ServiceError =>
  new ServiceError({
    code: 'InvalidClientTokenId',
    httpStatus: 403,
    message: 'The security token included in the request is invalid',
    origin: quoted,
  });

export const invalidOidcUrl = (): ServiceError =>
  new ServiceError({
    code: 'ValidationError',
    httpStatus: 400,
    message: 'Invalid Open ID Connect Provider URL',
    origin: quoted,
  });

/** GetUser without a name by somebody who is no user. */
export const nameRequired = (): ServiceError =>
  new ServiceError({
    code: 'ValidationError',
    httpStatus: 400,
    message: 'Must specify userName when calling with non-User credentials',
    origin: quoted,
  });
