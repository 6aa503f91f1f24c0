import type { OperationTable } from '../operation.ts';
import { acceptHandshake } from './accept-handshake.ts';
import { attachPolicy } from './attach-policy.ts';
import { cancelHandshake } from './cancel-handshake.ts';
import { closeAccount } from './close-account.ts';
import { createAccount } from './create-account.ts';
import { createOrganization } from './create-organization.ts';
import { createOrganizationalUnit } from './create-organizational-unit.ts';
import { createPolicy } from './create-policy.ts';
import { declineHandshake } from './decline-handshake.ts';
import { deleteOrganization } from './delete-organization.ts';
import { deleteOrganizationalUnit } from './delete-organizational-unit.ts';
import { deletePolicy } from './delete-policy.ts';
import { deleteResourcePolicy } from './delete-resource-policy.ts';
import { deregisterDelegatedAdministrator } from './deregister-delegated-administrator.ts';
import { describeAccount } from './describe-account.ts';
import { describeCreateAccountStatus } from './describe-create-account-status.ts';
import { describeEffectivePolicy } from './describe-effective-policy.ts';
import { describeHandshake } from './describe-handshake.ts';
import { describeOrganization } from './describe-organization.ts';
import { describeOrganizationalUnit } from './describe-organizational-unit.ts';
import { describePolicy } from './describe-policy.ts';
import { describeResourcePolicy } from './describe-resource-policy.ts';
import { detachPolicy } from './detach-policy.ts';
import { disableAWSServiceAccess } from './disable-aws-service-access.ts';
import { disablePolicyType } from './disable-policy-type.ts';
import { enableAllFeatures } from './enable-all-features.ts';
import { enableAWSServiceAccess } from './enable-aws-service-access.ts';
import { enablePolicyType } from './enable-policy-type.ts';
import { inviteAccountToOrganization } from './invite-account-to-organization.ts';
import { leaveOrganization } from './leave-organization.ts';
import { listAccounts } from './list-accounts.ts';
import { listAccountsForParent } from './list-accounts-for-parent.ts';
import { listAWSServiceAccessForOrganization } from './list-aws-service-access-for-organization.ts';
import { listChildren } from './list-children.ts';
import { listCreateAccountStatus } from './list-create-account-status.ts';
import { listDelegatedAdministrators } from './list-delegated-administrators.ts';
import { listDelegatedServicesForAccount } from './list-delegated-services-for-account.ts';
import { listHandshakesForAccount } from './list-handshakes-for-account.ts';
import { listHandshakesForOrganization } from './list-handshakes-for-organization.ts';
import { listOrganizationalUnitsForParent } from './list-organizational-units-for-parent.ts';
import { listParents } from './list-parents.ts';
import { listPolicies } from './list-policies.ts';
import { listPoliciesForTarget } from './list-policies-for-target.ts';
import { listRoots } from './list-roots.ts';
import { listTagsForResource } from './list-tags-for-resource.ts';
import { listTargetsForPolicy } from './list-targets-for-policy.ts';
import { moveAccount } from './move-account.ts';
import { putResourcePolicy } from './put-resource-policy.ts';
import { registerDelegatedAdministrator } from './register-delegated-administrator.ts';
import { removeAccountFromOrganization } from './remove-account-from-organization.ts';
import { tagResource } from './tag-resource.ts';
import { untagResource } from './untag-resource.ts';
import { updateOrganizationalUnit } from './update-organizational-unit.ts';
import { updatePolicy } from './update-policy.ts';

/** What AWS Organizations answers to. */
export const organizationsOperations: OperationTable = {
  AcceptHandshake: acceptHandshake,
  AttachPolicy: attachPolicy,
  CancelHandshake: cancelHandshake,
  CloseAccount: closeAccount,
  CreateAccount: createAccount,
  CreateOrganization: createOrganization,
  CreateOrganizationalUnit: createOrganizationalUnit,
  CreatePolicy: createPolicy,
  DeclineHandshake: declineHandshake,
  DeleteOrganization: deleteOrganization,
  DeleteOrganizationalUnit: deleteOrganizationalUnit,
  DeletePolicy: deletePolicy,
  DeleteResourcePolicy: deleteResourcePolicy,
  DeregisterDelegatedAdministrator: deregisterDelegatedAdministrator,
  DescribeAccount: describeAccount,
  DescribeCreateAccountStatus: describeCreateAccountStatus,
  DescribeEffectivePolicy: describeEffectivePolicy,
  DescribeHandshake: describeHandshake,
  DescribeOrganization: describeOrganization,
  DescribeOrganizationalUnit: describeOrganizationalUnit,
  DescribePolicy: describePolicy,
  DescribeResourcePolicy: describeResourcePolicy,
  DetachPolicy: detachPolicy,
  DisableAWSServiceAccess: disableAWSServiceAccess,
  DisablePolicyType: disablePolicyType,
  EnableAllFeatures: enableAllFeatures,
  EnableAWSServiceAccess: enableAWSServiceAccess,
  EnablePolicyType: enablePolicyType,
  InviteAccountToOrganization: inviteAccountToOrganization,
  LeaveOrganization: leaveOrganization,
  ListAccountsForParent: listAccountsForParent,
  ListAccounts: listAccounts,
  ListAWSServiceAccessForOrganization: listAWSServiceAccessForOrganization,
  ListChildren: listChildren,
  ListCreateAccountStatus: listCreateAccountStatus,
  ListDelegatedAdministrators: listDelegatedAdministrators,
  ListDelegatedServicesForAccount: listDelegatedServicesForAccount,
  ListHandshakesForAccount: listHandshakesForAccount,
  ListHandshakesForOrganization: listHandshakesForOrganization,
  ListOrganizationalUnitsForParent: listOrganizationalUnitsForParent,
  ListParents: listParents,
  ListPoliciesForTarget: listPoliciesForTarget,
  ListPolicies: listPolicies,
  ListRoots: listRoots,
  ListTagsForResource: listTagsForResource,
  ListTargetsForPolicy: listTargetsForPolicy,
  MoveAccount: moveAccount,
  PutResourcePolicy: putResourcePolicy,
  RegisterDelegatedAdministrator: registerDelegatedAdministrator,
  RemoveAccountFromOrganization: removeAccountFromOrganization,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateOrganizationalUnit: updateOrganizationalUnit,
  UpdatePolicy: updatePolicy,
};
