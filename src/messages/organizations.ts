import { type Origin, ServiceError } from './service-error.ts';

/** The texts of the API reference, which is also that of the SDKs' models. */
const reference: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/organizations/latest/APIReference/CommonErrors.html',
  seen: '2026-11-21',
};

/** Answers of the real service that users quote in issues of the AWS CLI, Terraform's provider and AWS's own samples. */
const quoted: Origin = { kind: 'reported', from: 'answers of Organizations quoted in public issues' };

const inferred = (from: string): Origin => ({ kind: 'inferred', from });

const refusal = (code: string, message: string, origin: Origin = reference): ServiceError =>
  new ServiceError({ code, message, origin });

const withReason = (code: string, reason: string, message: string, origin: Origin = reference): ServiceError =>
  new ServiceError({ code, message, members: { Reason: reason }, origin });

/** The caller belongs to the organization and may not do this: it is for the management account or a delegated administrator. */
export const notForThisAccount = (): ServiceError =>
  refusal('AccessDeniedException', "You don't have permissions to access this resource.", quoted);

export const organizationNotInUse = (): ServiceError =>
  refusal('AWSOrganizationsNotInUseException', 'Your account is not a member of an organization.', quoted);

export const alreadyInOrganization = (): ServiceError =>
  refusal('AlreadyInOrganizationException', 'The provided account is already a member of an organization.', quoted);

export const accountNotFound = (): ServiceError =>
  refusal('AccountNotFoundException', "You specified an account that doesn't exist.", quoted);

export const accountAlreadyClosed = (): ServiceError =>
  refusal('AccountAlreadyClosedException', 'You attempted to close an account that is already closed.');

export const masterCannotLeave = (): ServiceError =>
  refusal(
    'MasterCannotLeaveOrganizationException',
    "You can't remove a management account from an organization. If you want the management account to become a member account in another organization, you must first delete the current organization of the management account.",
  );

export const organizationNotEmpty = (): ServiceError =>
  refusal(
    'OrganizationNotEmptyException',
    'To delete an organization you must first remove all member accounts (except the master).',
    inferred('test suites of other open servers expect this sentence; we know no recording of it'),
  );

export const createAccountStatusNotFound = (): ServiceError =>
  refusal(
    'CreateAccountStatusNotFoundException',
    "We can't find an create account request with the CreateAccountRequestId that you specified.",
  );

export const rootNotFound = (): ServiceError =>
  refusal('RootNotFoundException', "You specified a root that doesn't exist.", quoted);

export const unitNotFound = (): ServiceError =>
  refusal('OrganizationalUnitNotFoundException', "You specified an organizational unit that doesn't exist.", quoted);

export const unitNotEmpty = (): ServiceError =>
  refusal(
    'OrganizationalUnitNotEmptyException',
    'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all child OUs, and try the operation again.',
  );

export const duplicateUnit = (): ServiceError =>
  refusal('DuplicateOrganizationalUnitException', 'An OU with the same name already exists.');

export const parentNotFound = (): ServiceError =>
  refusal('ParentNotFoundException', "You specified a parent that doesn't exist.", quoted);

export const childNotFound = (): ServiceError =>
  refusal('ChildNotFoundException', "You specified a child that doesn't exist.", quoted);

export const sourceParentNotFound = (): ServiceError =>
  refusal('SourceParentNotFoundException', "We can't find a source root or OU with the ParentId that you specified.");

export const destinationParentNotFound = (): ServiceError =>
  refusal(
    'DestinationParentNotFoundException',
    "We can't find the destination container (a root or OU) with the ParentId that you specified.",
  );

export const duplicateAccount = (): ServiceError =>
  refusal('DuplicateAccountException', 'That account is already present in the specified destination.');

export const targetNotFound = (): ServiceError =>
  refusal('TargetNotFoundException', "You specified a target that doesn't exist.", quoted);

/** As in hashicorp/terraform-provider-aws issue 27231; the API reference words it otherwise. */
export const policyNotFound = (): ServiceError =>
  refusal('PolicyNotFoundException', "You specified a policy that doesn't exist.", quoted);

export const resourcePolicyNotFound = (): ServiceError =>
  refusal(
    'ResourcePolicyNotFoundException',
    "We can't find a resource policy request with the parameter that you specified.",
  );

export const duplicatePolicy = (): ServiceError =>
  refusal('DuplicatePolicyException', 'A policy with the same name already exists.');

export const duplicatePolicyAttachment = (): ServiceError =>
  refusal('DuplicatePolicyAttachmentException', 'The selected policy is already attached to the specified target.');

export const policyNotAttached = (): ServiceError =>
  refusal('PolicyNotAttachedException', "The policy isn't attached to the specified target in the specified root.");

export const policyInUse = (): ServiceError =>
  refusal(
    'PolicyInUseException',
    'The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.',
  );

export const policyTypeNotEnabled = (): ServiceError =>
  refusal('PolicyTypeNotEnabledException', 'This operation can be performed only for enabled policy types.', quoted);

export const policyTypeAlreadyEnabled = (): ServiceError =>
  refusal('PolicyTypeAlreadyEnabledException', 'The specified policy type is already enabled.', quoted);

export const policyTypeNotAvailable = (): ServiceError =>
  refusal(
    'PolicyTypeNotAvailableForOrganizationException',
    "You can't use the specified policy type with the feature set currently enabled for this organization.",
  );

export const malformedPolicy = (): ServiceError =>
  refusal(
    'MalformedPolicyDocumentException',
    'The provided policy document does not meet the requirements of the specified policy type.',
    quoted,
  );

export const effectivePolicyNotFound = (): ServiceError =>
  refusal(
    'EffectivePolicyNotFoundException',
    "If you ran this action on the management account, this policy type is not enabled. If you ran the action on a member account, the account doesn't have an effective policy of this type. Contact the administrator of your organization about attaching a policy of this type to the account.",
  );

export const accountAlreadyRegistered = (): ServiceError =>
  refusal(
    'AccountAlreadyRegisteredException',
    'The provided account is already a delegated administrator for your organization.',
    quoted,
  );

export const accountNotRegistered = (): ServiceError =>
  refusal(
    'AccountNotRegisteredException',
    'The provided account is not a registered delegated administrator for your organization.',
    quoted,
  );

export const handshakeNotFound = (): ServiceError =>
  refusal('HandshakeNotFoundException', "We can't find a handshake with the HandshakeId that you specified.");

export const duplicateHandshake = (): ServiceError =>
  refusal(
    'DuplicateHandshakeException',
    'A handshake with the same action and target already exists. For example, if you invited an account to join your organization, the invited account might already have a pending invitation from this organization. If you intend to resend an invitation to an account, ensure that existing handshakes that might be considered duplicates are canceled or declined.',
  );

export const handshakeAlreadyInState = (): ServiceError =>
  refusal(
    'HandshakeAlreadyInStateException',
    "The specified handshake is already in the requested state. For example, you can't accept a handshake that was already accepted.",
  );

export const invalidHandshakeTransition = (): ServiceError =>
  refusal(
    'InvalidHandshakeTransitionException',
    "You can't perform the operation on the handshake in its current state. For example, you can't cancel a handshake that was already accepted or accept a handshake that was already declined.",
  );

const HANDSHAKE_CONSTRAINTS = {
  ALREADY_IN_AN_ORGANIZATION:
    'The handshake request is invalid because the invited account is already a member of an organization.',
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: 'You attempted to exceed the limit on the number of accounts in an organization.',
  INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES:
    "You can't issue new invitations to join an organization while it's in the process of enabling all features. You can resume inviting accounts after you finalize the process when all accounts have agreed to the change.",
  ORGANIZATION_ALREADY_HAS_ALL_FEATURES:
    'The handshake request is invalid because the organization has already enabled all features.',
  ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION:
    'The handshake request is invalid because the organization has already started the process to enable all features.',
} as const;

export const handshakeConstraint = (reason: keyof typeof HANDSHAKE_CONSTRAINTS): ServiceError =>
  withReason('HandshakeConstraintViolationException', reason, HANDSHAKE_CONSTRAINTS[reason]);

const CONSTRAINTS = {
  ACCOUNT_NUMBER_LIMIT_EXCEEDED: 'You have exceeded the allowed number of AWS accounts.',
  CANNOT_CLOSE_MANAGEMENT_ACCOUNT: 'You attempted to close the management account.',
  CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR:
    'You cannot register master account/yourself as delegated administrator for your organization.',
  CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR:
    'You cannot register a suspended account as a delegated administrator.',
  CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG:
    'You attempted to remove an account that is registered as a delegated administrator for a service integrated with your organization. To complete this operation, you must first deregister this account as a delegated administrator.',
  CLOSE_ACCOUNT_QUOTA_EXCEEDED: 'You have exceeded close account quota for the past 30 days.',
  MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED:
    'You attempted to register more delegated administrators than allowed for the service principal.',
  MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    'You have attached the maximum number of policies to the specified target.',
  MAX_TAG_LIMIT_EXCEEDED: 'You have exceeded the number of tags allowed on this resource.',
  MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED:
    'You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.',
  ORGANIZATION_NOT_IN_ALL_FEATURES_MODE:
    "You attempted to perform an operation that requires the organization to be configured to support all features. An organization that supports only consolidated billing features can't perform this operation.",
  OU_DEPTH_LIMIT_EXCEEDED: 'You exceeded the maximum organizational unit (OU) depth.',
  OU_NUMBER_LIMIT_EXCEEDED: 'You attempted to exceed the number of OUs that you can have in an organization.',
  POLICY_CONTENT_LIMIT_EXCEEDED: 'You attempted to create a policy that is larger than the maximum size.',
  POLICY_NUMBER_LIMIT_EXCEEDED: 'You attempted to exceed the number of policies that you can have in an organization.',
  SERVICE_ACCESS_NOT_ENABLED:
    'You attempted to register a delegated administrator before you enabled service access. Call the EnableAWSServiceAccess API first.',
} as const;

/** A quota or an invariant of the organization stands in the way. */
export const constraintViolation = (reason: keyof typeof CONSTRAINTS): ServiceError =>
  withReason('ConstraintViolationException', reason, CONSTRAINTS[reason], quoted);

const INVALID_INPUTS = {
  DUPLICATE_TAG_KEY: 'Tag keys must be unique among the tags attached to the same entity.',
  IMMUTABLE_POLICY: "You specified a policy that is managed by Amazon Web Services and can't be modified.",
  INPUT_REQUIRED: 'You must include a value for all required parameters.',
  INVALID_ENUM_POLICY_TYPE: 'You specified an invalid policy type string.',
  INVALID_PAGINATION_TOKEN:
    'Get the value for the NextToken parameter from the response to a previous call of the operation.',
  INVALID_PARTY_TYPE_TARGET: 'You specified the wrong type of entity (account, organization, or email) as a party.',
  INVALID_RESOURCE_POLICY_JSON: 'The resource policy JSON is malformed.',
  INVALID_ROLE_NAME:
    "You provided a role name that isn't valid. A role name can't begin with the reserved prefix AWSServiceRoleFor.",
  INVALID_SYSTEM_TAGS_PARAMETER:
    "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys because they're reserved for Amazon Web Services use.",
  TARGET_NOT_SUPPORTED: "You can't perform the specified operation on that target entity.",
  UNRECOGNIZED_SERVICE_PRINCIPAL: 'You specified an unrecognized service principal.',
} as const;

/** A value fits its pattern and still makes no sense. */
export const invalidInput = (reason: keyof typeof INVALID_INPUTS): ServiceError =>
  withReason('InvalidInputException', reason, INVALID_INPUTS[reason]);

/** What every target holds, AWS's own full access for resource control policies, stays attached. */
export const fullAccessStays = (): ServiceError =>
  refusal(
    'ConstraintViolationException',
    'You cannot detach the RCPFullAWSAccess policy from the specified target.',
    inferred('Organizations User Guide, "Resource control policies": RCPFullAWSAccess cannot be detached'),
  );
