import type { SelectionFault } from '../model/backup-selection.ts';
import type { LifecycleFault } from '../model/lifecycle.ts';
import type { PlanFault, RuleFault } from '../model/plan-fault.ts';
import * as copyJob from './copy-job.ts';
import type { JobMessage } from './job-message.ts';
import { type Origin, ServiceError } from './service-error.ts';

/*
 * What AWS Backup answers when it refuses a call. All modelled exceptions are 400. `Code` in the body is the service's own number and
 * stands where we have seen it; the exception's name travels in a header.
 */

const reported = (from: string): Origin => ({ kind: 'reported', from });
const inferred = (from: string): Origin => ({ kind: 'inferred', from });
const PUBLIC_ISSUES = reported('public issues of Terraform, Ansible and SDKs that quote the answer');
const UNSUPPORTED = reported('public issues quote "Unsupported resource type: arn:…" of StartBackupJob');
const MODEL = inferred('the exception that the service model lists for the operation; its words are ours');

const refuse = (exception: string, message: string, origin: Origin, members: Readonly<Record<string, string>> = {}) =>
  new ServiceError({ code: exception, message, origin, members });

const invalid = (message: string, origin: Origin = MODEL): ServiceError =>
  refuse('InvalidParameterValueException', message, origin);
const invalidRequest = (message: string, origin: Origin = MODEL): ServiceError =>
  refuse('InvalidRequestException', message, origin);
const notFound = (message: string, origin: Origin = MODEL): ServiceError =>
  refuse('ResourceNotFoundException', message, origin);
const missing = (message: string): ServiceError => refuse('MissingParameterValueException', message, MODEL);
const limitExceeded = (message: string): ServiceError => refuse('LimitExceededException', message, MODEL);

/**
 * Said of what the caller may not do, and, an oddity kept on purpose, of a vault that does not exist, even to an administrator:
 * Terraform and Ansible take it for "not found".
 */
export const insufficientPrivileges = (): ServiceError =>
  new ServiceError({
    code: 'AccessDeniedException',
    httpStatus: 403,
    message: 'Insufficient privileges to perform this action.',
    origin: PUBLIC_ISSUES,
  });

/** Said of a plan that a backup policy of the organization makes, when somebody in the account wants to change it. */
export const planIsPolicys = (): ServiceError =>
  new ServiceError({
    code: 'AccessDeniedException',
    httpStatus: 403,
    message: 'Insufficient privileges to perform this action.',
    origin: {
      kind: 'inferred',
      from: 'the guide says that members cannot edit or delete such plans, not in which words',
    },
  });

/** The caller may not hand the role to the Backup service. */
export const mayNotPassRole = ({ caller, roleArn }: { caller: string; roleArn: string }): ServiceError =>
  new ServiceError({
    code: 'AccessDeniedException',
    httpStatus: 403,
    message: `User: ${caller} is not authorized to perform: iam:PassRole on resource: ${roleArn}`,
    origin: {
      kind: 'documented',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
      seen: '2026-11-21',
    },
  });

// Vaults

export const vaultExists = ({
  arn,
  creatorRequestId,
}: {
  arn: string;
  creatorRequestId: string | null;
}): ServiceError =>
  refuse('AlreadyExistsException', 'Backup vault with the same name already exists', PUBLIC_ISSUES, {
    Arn: arn,
    ...(creatorRequestId === null ? {} : { CreatorRequestId: creatorRequestId }),
  });

export const vaultNotEmpty = (): ServiceError =>
  refuse(
    'InvalidRequestException',
    'Backup vault cannot be deleted because it contains recovery points.',
    PUBLIC_ISSUES,
    {
      Code: 'ERROR_9101',
    },
  );

/**
 * Of StartBackupJob's vault and of the vault to lock or unlock: no answer of theirs is quoted anywhere, open test suites expect this one.
 * The other operations on a vault say `insufficientPrivileges`.
 */
export const vaultNotFound = (name: string): ServiceError => notFound(`Backup vault ${name} does not exist.`);

export const tooManyVaults = (max: number): ServiceError =>
  limitExceeded(`You have reached the maximum number of backup vaults, which is ${max}.`);

export const airGappedTargetNotServed = (): ServiceError =>
  invalidRequest(
    'A logically air-gapped vault is named by LogicallyAirGappedBackupVaultArn, beside a backup vault for what it does not take.',
    inferred('nothing of AWS: it is our own limit'),
  );

export const airGappedDaysInvalid = (reason: string): ServiceError => invalid(reason);

export const keyUnusable = (keyId: string): ServiceError =>
  invalid(`The KMS key ${keyId} does not exist, is not enabled or you do not have permissions to access it.`);

// Vault access policies

export const principalInvalid = (): ServiceError => invalid('Provided principal is not valid', PUBLIC_ISSUES);

export const policySharesTooMuch = (): ServiceError =>
  invalid(
    'The specified policy cannot be added to the vault due to cross-account sharing restrictions',
    reported('public issues on vault policies that let Principal "*" do more than copy into the vault'),
  );

export const policyMalformed = (reason: string): ServiceError =>
  invalid(`The specified policy is not valid. ${reason}`);

export const policyNotFound = (vaultName: string): ServiceError =>
  notFound(
    `Backup vault ${vaultName} has no access policy.`,
    inferred('clients take ResourceNotFoundException here for "no policy"'),
  );

// Vault notifications

export const notificationsNotFound = (vaultName: string): ServiceError =>
  refuse(
    'ResourceNotFoundException',
    `Failed reading notifications from database for Backup vault ${vaultName}`,
    reported('public inventory tools that look for the sentence and its code'),
    { Code: 'ERROR_2106' },
  );

export const topicInvalid = (arn: string): ServiceError => invalid(`Provided SNS topic ARN ${arn} is not valid.`);

// Vault lock

export const lockDaysInvalid = (reason: string): ServiceError => invalid(reason);

export const lockIsImmutable = (vaultName: string): ServiceError =>
  invalidRequest(`Backup vault ${vaultName} is locked. Its lock can no longer be changed.`);

export const lockedVault = (vaultName: string): ServiceError =>
  invalidRequest(
    `Backup vault ${vaultName} is locked. Its recovery points cannot be deleted or altered.`,
    inferred('Developer Guide, "Vault Lock": refused; class and words are not quoted anywhere'),
  );

// Settings

export const notInOrganization = (): ServiceError =>
  refuse('InvalidRequestException', 'Your account is not a member of an organization.', PUBLIC_ISSUES, {
    Code: 'ERROR_9601',
  });

export const notManagementAccount = (): ServiceError =>
  invalidRequest(
    'Global settings can be updated by the management account of the organization only.',
    inferred('Developer Guide: only the management account may set them; the words are not quoted anywhere'),
  );

export const globalSettingInvalid = (name: string): ServiceError => invalid(`Global setting ${name} is not valid.`);

export const memberMissing = (member: string): ServiceError => missing(`${member} must not be null.`);

export const resourceTypeUnknown = (type: string): ServiceError =>
  invalid(`Unsupported resource type: ${type}`, UNSUPPORTED);

// Jobs

export const unsupportedResource = (arn: string): ServiceError =>
  invalid(`Unsupported resource type: ${arn}`, UNSUPPORTED);

export const arnInvalid = (member: string, value: string): ServiceError =>
  invalid(`${member} ${value} is not a valid ARN.`);

export const resourceNotFound = (arn: string): ServiceError =>
  notFound(`Could not find resource ${arn}`, inferred('REGEX#Could not find resource on the dashboards page'));

export const resourceTypeNotOptedIn = (type: string): ServiceError =>
  invalidRequest(
    `Resource type ${type} is not opted in for this Region.`,
    inferred('Developer Guide: Aurora, Neptune and DocumentDB heed the opt-in even when named; the words are ours'),
  );

/** A sentence that a copy job would report as well, spoken on the call. */
export const copyRefused = (
  message: JobMessage,
  exception: 'InvalidParameterValueException' | 'InvalidRequestException' | 'ResourceNotFoundException',
): ServiceError => refuse(exception, message.text, message.origin);

export const copyIntoSameVault = (): ServiceError =>
  invalid('Source and destination backup vault must not be the same.');

export const roleNotAssumable = (roleArn: string): ServiceError =>
  invalid(copyJob.roleNotAssumable(roleArn).text, PUBLIC_ISSUES);

export const roleMissing = (): ServiceError => missing('IamRoleArn must not be null.');

export const recoveryPointNotFound = (arn: string): ServiceError =>
  notFound(copyJob.pointNotFound(arn).text, copyJob.pointNotFound(arn).origin);

export const recoveryPointBusy = (arn: string): ServiceError =>
  refuse('InvalidResourceStateException', `Recovery point ${arn} is in use by a running job.`, MODEL);

export const restoreTypeMismatch = ({ asked, actual }: { asked: string; actual: string }): ServiceError =>
  invalid(`Resource type ${asked} does not match the recovery point, which is of type ${actual}.`);

export const restoreMetadataInvalid = (reason: string): ServiceError => invalid(`Invalid restore metadata. ${reason}`);

export const backupJobNotFound = (id: string): ServiceError => notFound(`Cannot find backup job ${id}.`);

export const copyJobNotFound = (id: string): ServiceError => notFound(`Cannot find copy job ${id}.`);

export const restoreJobNotFound = (id: string): ServiceError => notFound(`Cannot find restore job ${id}.`);

export const backupJobEnded = (id: string): ServiceError =>
  invalidRequest(`Backup job ${id} has ended and cannot be stopped.`);

export const windowInvalid = (reason: string): ServiceError => invalid(reason);

export const tokenUsedForOtherRequest = (): ServiceError =>
  invalid('The idempotency token has been used for a request with other parameters.');

export const nextTokenInvalid = (): ServiceError => invalid('Invalid NextToken.');

const LIFECYCLE_SENTENCES: Readonly<Record<LifecycleFault, string>> = {
  'delete-out-of-range': 'Invalid lifecycle. DeleteAfterDays cannot be less than 1 or more than 36500 days',
  'move-out-of-range': 'Invalid lifecycle. MoveToColdStorageAfterDays cannot be less than 0 or more than 36500 days',
  'delete-too-soon-after-move':
    'Invalid lifecycle. DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays',
};

/** Plans say the same with the rule's name in front; that form is on record, this one is its end. */
export const lifecycleInvalid = (fault: LifecycleFault): ServiceError =>
  refuse(
    'InvalidParameterValueException',
    LIFECYCLE_SENTENCES[fault],
    reported('public issues quote it of plan rules'),
    {
      Code: 'ERROR_3015',
    },
  );

export const lifecycleMoveTooEarly = (): ServiceError =>
  invalid('Invalid lifecycle. MoveToColdStorageAfterDays must be later than tomorrow for an existing recovery point.');

export const lifecycleAlreadyCold = (): ServiceError =>
  invalidRequest('MoveToColdStorageAfterDays cannot be changed after the transition to cold storage.');

export const pointIsNotContinuous = (arn: string): ServiceError =>
  invalidRequest(`Recovery point ${arn} is not a continuous backup and cannot be disassociated.`);

export const pointHasNoParent = (arn: string): ServiceError =>
  invalidRequest(`Recovery point ${arn} is not part of a composite recovery point.`);

// Plans

/** Said of a plan that was never there or has been deleted, and of a version that it never had. */
export const planNotFound = (): ServiceError =>
  notFound('Failed reading Backup plan with provided version', PUBLIC_ISSUES);

export const planExists = ({ arn, creatorRequestId }: { arn: string; creatorRequestId: string | null }): ServiceError =>
  refuse('AlreadyExistsException', 'Backup plan with the same plan document already exists', PUBLIC_ISSUES, {
    Arn: arn,
    ...(creatorRequestId === null ? {} : { CreatorRequestId: creatorRequestId }),
  });

export const planHasSelections = (): ServiceError =>
  invalidRequest('Related backup plan selections must be deleted prior to backup plan deletion', PUBLIC_ISSUES);

export const tooManyPlans = (max: number): ServiceError =>
  limitExceeded(`You have reached the maximum number of backup plans, which is ${max}.`);

export const tooManyPlanVersions = (max: number): ServiceError =>
  limitExceeded(`You have reached the maximum number of versions of a backup plan, which is ${max}.`);

export const planTemplateNotFound = (id: string): ServiceError =>
  notFound(`Cannot find Backup plan template with ID ${id}`);

export const planTemplateInvalid = (reason: string): ServiceError =>
  invalidRequest(`Invalid backup plan template. ${reason}`);

const RULE_SENTENCES: Readonly<Record<RuleFault, string>> = {
  ...LIFECYCLE_SENTENCES,
  malformed: 'Invalid schedule expression.',
  'more-often-than-hourly': 'Invalid schedule expression. Backups cannot be more frequent than once an hour',
  'time-zone': 'Invalid schedule expression timezone.',
  'start-window': 'Invalid start window. StartWindowMinutes cannot be less than 60 or more than 52560000 minutes',
  'completion-window': 'Invalid completion window. CompletionWindowMinutes must be greater than StartWindowMinutes',
  'continuous-without-lifecycle': 'Lifecycle must be specified for backup rule enabled continuous backup',
  'continuous-moves-to-cold': 'Invalid lifecycle. MoveToColdStorageAfterDays is unavailable',
  // An oddity on record: a continuous rule of 84 days hears of the ordinary limits, not of its own 35 days.
  'continuous-out-of-range': LIFECYCLE_SENTENCES['delete-out-of-range'],
  'too-many-tags': 'Invalid recovery point tags. No more than 10 tags are allowed',
  'too-many-copy-actions': 'Invalid copy actions. No more than 5 copy actions are allowed',
  'destination-vault': 'Invalid copy action. DestinationBackupVaultArn is not valid',
  'air-gapped-vault': 'Invalid target. TargetLogicallyAirGappedBackupVaultArn is not valid',
};

/**
 * On record are the lifecycle's sentences, with this prefix, code and context, and that of continuous backups; the others are ours. Since
 * about 2024 the prefix has also been seen as "Error in some rules due to : ", without the rule's name; nobody quotes its context.
 */
const ruleInvalid = (rule: string, fault: RuleFault): ServiceError =>
  refuse(
    'InvalidParameterValueException',
    `Error in rule ${rule} : ${RULE_SENTENCES[fault]}`,
    reported('public issues quote the form and the lifecycle sentences'),
    { Code: 'ERROR_3015', Context: JSON.stringify([rule, RULE_SENTENCES[fault]]) },
  );

export function planInvalid(fault: PlanFault): ServiceError {
  switch (fault.of) {
    case 'rule':
      return ruleInvalid(fault.rule, fault.fault);
    case 'vault-name':
      return invalid(`Backup vault name ${fault.vaultName} is not valid`, PUBLIC_ISSUES);
    case 'options':
      return invalid(`Advanced backup settings for resource type ${fault.type} are not valid`);
    default:
      return PLAN_REFUSALS[fault.fault]();
  }
}

const PLAN_REFUSALS = {
  name: () => invalid('Backup plan name must have 1 to 50 alphanumeric or -_. characters.'),
  'no-rules': () => invalid('Backup plan must have at least one rule.'),
  'too-many-rules': () => limitExceeded('A backup plan can have no more than 10 rules.'),
} as const;

// Selections

/** Its first words are on record, and clients look for them: "not found", though of another class. */
export const selectionPlanNotFound = (planId: string): ServiceError =>
  invalid(`Cannot find Backup plan with ID ${planId}`, PUBLIC_ISSUES);

export const selectionToDeleteNotFound = (selectionId: string): ServiceError =>
  invalid(`Cannot find Backup plan selection with ID ${selectionId}`, PUBLIC_ISSUES);

export const selectionNotFound = (selectionId: string): ServiceError =>
  notFound(`Cannot find Backup plan selection with ID ${selectionId}`);

export const selectionExists = (planArn: string, creatorRequestId: string): ServiceError =>
  refuse(
    'AlreadyExistsException',
    'Backup selection with the same creator request ID already exists',
    inferred('the rule of the exception: the same request id with other parameters'),
    { Arn: planArn, CreatorRequestId: creatorRequestId },
  );

export const tooManySelections = (max: number): ServiceError =>
  limitExceeded(`You have reached the maximum number of selections of a backup plan, which is ${max}.`);

export const roleMayNotReadTags = (roleArn: string): ServiceError =>
  invalid(
    `IAM Role ${roleArn} is not authorized to call tag:GetResources`,
    reported('acceptance tests of Terraform match on its end'),
  );

export function selectionInvalid(fault: SelectionFault): ServiceError {
  if (typeof fault !== 'string') {
    return 'resource' in fault
      ? invalid(`Invalid backup selection. Resource ${fault.resource} is not a valid ARN.`)
      : invalid(`Invalid backup selection. Condition key ${fault.conditionKey} must begin with aws:ResourceTag/`);
  }
  switch (fault) {
    case 'nothing-given':
      return refuse(
        'MissingParameterValueException',
        'Either Resources or Conditions must not be null',
        PUBLIC_ISSUES,
        {
          Code: 'ERROR_4301',
        },
      );
    case 'nothing-selected':
      return invalid(
        "Invalid backup selection. Either 'ListOfTags' or 'Resources' section must be non-empty.",
        PUBLIC_ISSUES,
      );
    default:
      return limitExceeded(SELECTION_QUOTAS[fault]);
  }
}

const SELECTION_QUOTAS = {
  'too-many-resources': 'A backup selection can have no more than 500 ARNs.',
  'too-many-wildcards': 'A backup selection can have no more than 30 ARNs with wildcards.',
  'too-many-tags': 'A backup selection can have no more than 30 tags.',
  'too-many-conditions': 'A backup selection can have no more than 30 conditions.',
} as const;

// Legal holds

export const holdNotFound = (id: string): ServiceError => notFound(`Cannot find legal hold with ID ${id}.`);

export const tooManyHolds = (max: number): ServiceError =>
  limitExceeded(`You have reached the maximum number of legal holds, which is ${max}.`);

export const holdNotActive = (id: string): ServiceError =>
  refuse('InvalidResourceStateException', `Legal hold ${id} is not active.`, MODEL);

export const holdInvalid = (reason: string): ServiceError => invalid(`Invalid legal hold. ${reason}`);

export const pointHeld = (arn: string): ServiceError =>
  invalidRequest(
    `Recovery point ${arn} is under a legal hold and cannot be deleted.`,
    inferred('Developer Guide, "Legal holds": refused; class and words are not quoted anywhere'),
  );

// Tags

export const taggedResourceNotFound = (arn: string): ServiceError => notFound(`Could not find resource ${arn}`);

export const tooManyTags = (): ServiceError => limitExceeded(copyJob.tooManyTags().text);

export const tagReserved = (): ServiceError =>
  invalid(
    'Tag keys that begin with aws: are reserved for system use.',
    inferred('the rule of every AWS service; its words vary'),
  );

export const tagInvalid = (reason: string): ServiceError => invalid(reason);
