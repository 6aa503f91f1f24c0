/** What a job's `MessageCategory` says. `SUCCESS`: ended well and has nothing to add. */
export type MessageCategory =
  | 'SUCCESS'
  | 'VSS_ERROR'
  | 'LIMIT_EXCEEDED'
  | 'ACCESS_DENIED'
  | 'CONCURRENT_JOB'
  | 'FEATURE_NOT_ENABLED'
  | 'JOB_EXPIRED'
  | 'INVALID_LIFECYCLE'
  | 'INVALID_STATE'
  | 'KMS_KEY_ERROR'
  | 'ACCESS_KEY_ERROR'
  | 'HYPERVISOR_OFFLINE'
  | 'RESOURCE_NOT_FOUND'
  | 'RESOURCE_NOT_SUPPORTED'
  | 'TAG_COPY_ERROR'
  | 'TOKEN_EXPIRED'
  | 'UNSUPPORTED_OPERATION'
  | 'FATAL_ERROR'
  | 'MISCELLANEOUS';

interface CategoryRow {
  readonly category: MessageCategory;
  /** Sentences that begin with one of these. The service appends details such as `(Service: AmazonEC2; …)`. */
  readonly literals?: readonly string[];
  /** Fragments anywhere in the sentence: the page's `REGEX#` entries. */
  readonly fragments?: readonly string[];
}

/**
 * In the page's order, which matters: a sentence about a KMS key that "does not exist" is a key error. Where the knowledge-center
 * articles word a sentence otherwise ("CMK"), both wordings stand. Category names are the service's; which group carries which
 * name is our reading, the page has lost its headings.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-dashboards.html (seen 2026-09)
 */
const ROWS: readonly CategoryRow[] = [
  {
    category: 'VSS_ERROR',
    literals: ['Windows VSS Backup attempt failed', 'Windows VSS Backup Job Error encountered'],
  },
  {
    category: 'LIMIT_EXCEEDED',
    literals: [
      'Maximum allowed in-progress snapshots for a single volume exceeded.',
      'Maximum allowed active snapshot limit exceeded.',
      'Image creation throttled due to maximum number of concurrent snapshots on an EBS volume.',
      'Cannot create more than 20 user snapshots',
      'The resultant tag set must not have more than 50 user tags.',
      'You have reached the maximum supported backups for your account/database.',
      'You have reached your quota of 50,000 for the number of public and private images',
      'Your backup succeeded, but we were unable to persist NetworkInterfaces metadata',
    ],
    fragments: ['subscriber limit exceeded', 'More than 50 tags specified', 'can have at most'],
  },
  {
    category: 'ACCESS_DENIED',
    literals: [
      'You are not authorized to perform this operation.',
      'Access Denied trying to call AWS Backup service',
      'Customer credential miss permission to get bucket versioning for bucket.',
      'Images from AWS Marketplace cannot be copied to another AWS account.',
      'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key.',
      "Snapshots encrypted with the AWS managed key can't be shared.",
      "Snapshots encrypted with the AWS Managed CMK can't be shared.",
      'Encrypted snapshots with Amazon EBS default key cannot be shared',
      'Copy job failed. Both source and destination account must be a member of the same organization',
    ],
    fragments: [
      'access denied',
      'not authorized to',
      'cannot be assumed by AWS Backup',
      'does not have permission',
      'missing permission',
    ],
  },
  {
    category: 'CONCURRENT_JOB',
    literals: [
      'Backup job failed because there was a running job for the same resource.',
      'There are too many copy jobs running for resource.',
    ],
  },
  {
    category: 'FEATURE_NOT_ENABLED',
    literals: ['Copy job failed. Cross-account copy feature is not enabled for the current organization.'],
  },
  { category: 'JOB_EXPIRED', literals: ['Backup job expired before completion.'] },
  {
    category: 'INVALID_LIFECYCLE',
    literals: [
      'Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.',
    ],
    fragments: [
      'could not start because it is either inside or too close to the weekly maintenance window configured',
      'could not start because it is either inside or too close to the automated backup window configured',
    ],
  },
  {
    category: 'INVALID_STATE',
    fragments: [
      'Instance is not in state',
      'not in the available state',
      'not in available state',
      'Cannot snapshot volume',
    ],
  },
  {
    category: 'KMS_KEY_ERROR',
    literals: [
      'Given key ID is not accessible',
      'AMI snapshot copy failed with error: Given key ID is not accessible.',
    ],
    fragments: ['kms key'],
  },
  { category: 'ACCESS_KEY_ERROR', literals: ['The AWS Access Key Id needs a subscription for the service'] },
  {
    category: 'HYPERVISOR_OFFLINE',
    literals: ['This operation is not valid for the specified hypervisor because it is not online'],
  },
  {
    category: 'RESOURCE_NOT_FOUND',
    literals: ['The specified volume was not found.', 'The virtual machine is not found.', 'Table not found.'],
    fragments: [
      'does not exist',
      'Could not find resource',
      'Could not find cryopod',
      'Cannot find recovery point',
      'resource not found',
      'no longer available',
      'is invalid',
    ],
  },
  { category: 'RESOURCE_NOT_SUPPORTED', fragments: ['unsupported resource type'] },
  {
    category: 'TAG_COPY_ERROR',
    literals: [
      'We are unable to copy resource tags to your backup because of the Internal Failure.',
      'We are unable to copy resource tags to your backup because source or destination recovery point is unavailable',
    ],
  },
  { category: 'TOKEN_EXPIRED', literals: ['Token expired. Try again.'] },
  {
    category: 'UNSUPPORTED_OPERATION',
    literals: [
      'CreateSnapshot method not supported on hypervisor during snapshot creation.',
      'UnsupportedOperation : Storage Gateway backup copies require a user-created backup vault and key at destination.',
    ],
    fragments: ['Feature is not supported for provided resource type.'],
  },
  {
    category: 'FATAL_ERROR',
    literals: ['An internal error occurred.', 'Copy job encountered a fatal error.'],
    fragments: ['Backup job encountered a fatal error'],
  },
];

/**
 * The category of a job that ended with this message; none at all means `SUCCESS`. Sentences are tried before fragments, case is
 * ignored (the page's own fragments make sense only so), and what nothing fits is `MISCELLANEOUS`.
 */
export function categoryOf(message: string | null | undefined): MessageCategory {
  if (!message) return 'SUCCESS';
  const said = message.replace(/^"/, '').toLowerCase();
  const byLiteral = ROWS.find(({ literals = [] }) => literals.some((text) => said.startsWith(text.toLowerCase())));
  return (byLiteral ?? rowByFragment(said))?.category ?? 'MISCELLANEOUS';
}

/** The fragment by which the page files a message; nothing for a message that no fragment fits. */
export function fragmentIn(message: string): string | undefined {
  const said = message.toLowerCase();
  return rowByFragment(said)?.fragments?.find((text) => said.includes(text.toLowerCase()));
}

const rowByFragment = (said: string): CategoryRow | undefined =>
  ROWS.find(({ fragments = [] }) => fragments.some((text) => said.includes(text.toLowerCase())));
