import type { JobMessageMaker } from './job-message.ts';
import { isSpokenBy, jobMessage } from './job-message.ts';
import type { Origin } from './service-error.ts';

/**
 * What copy jobs say. Where AWS words a sentence in two ways, ours is that of the knowledge-center articles ("CMK"), since existing alarms
 * match on it.
 */
const guide = (page: string): Origin => ({
  kind: 'documented',
  url: `https://docs.aws.amazon.com/aws-backup/latest/devguide/${page}.html`,
  seen: '2026-09-24',
});
const article: Origin = {
  kind: 'documented',
  url: 'https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy',
  seen: '2026-09-24',
};
const dashboards = guide('backup-dashboards');

/** Family 1. Some articles print it without the last full stop. */
export const notSameOrganization = jobMessage({
  id: 'copy-job.not-same-organization',
  text: () => 'Copy job failed. Both source and destination account must be a member of the same organization.',
  origin: article,
});

/** Family 2. */
export const featureNotSupported = jobMessage({
  id: 'copy-job.feature-not-supported',
  text: (sourceRegion: string, destinationRegion: string, resourceType: string) =>
    `Copy job from ${sourceRegion} to ${destinationRegion} cannot be initiated for ${resourceType} resources. Feature is not supported for provided resource type.`,
  origin: article,
});

/** Family 3. Final full stop: absent in the English article, present in three others. */
export const destinationUsesDefaultKey = jobMessage({
  id: 'copy-job.destination-uses-default-key',
  text: () =>
    'Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by a customer master key (CMK) may be copied.',
  origin: article,
});

/** Family 4, with EC2's own error behind it. The article prints it with an empty request id. */
export const sourceUsesAwsManagedKey = jobMessage({
  id: 'copy-job.source-uses-aws-managed-key',
  text: () =>
    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot. (Service: AmazonEC2; Status Code: 400; Error Code: InvalidParameter; Request ID: ; Proxy: null)",
  origin: article,
});

/** Family 5, as RDS speaks it. The article leaves the key out, the service prints it (seen in public reports). */
export const sourceSnapshotKeyUnusable = jobMessage({
  id: 'copy-job.source-snapshot-key-unusable',
  text: () => 'The source snapshot KMS key does not exist, is not enabled or you do not have permissions to access it',
  origin: article,
});

/** Family 6, as EC2 speaks it. */
export const amiSnapshotKeyNotAccessible = jobMessage({
  id: 'copy-job.ami-snapshot-key-not-accessible',
  text: () =>
    'AMI snapshot copy failed with error: Given key ID is not accessible. You must have DescribeKey permissions on the default CMK.',
  origin: article,
});

/** Family 7. */
export const accessDenied = jobMessage({
  id: 'copy-job.access-denied',
  text: () => 'Access Denied trying to call AWS Backup service',
  origin: article,
});

/** Family 8. */
export const tagsNotCopied = jobMessage({
  id: 'copy-job.tags-not-copied',
  text: () => 'We are unable to copy resource tags to your backup because of the Internal Failure.',
  origin: article,
});

/** Family 9. */
export const tagPolicyViolated = jobMessage({
  id: 'copy-job.tag-policy-violated',
  text: (tagKey: string) => `The tag policy does not allow the specified value for the following tag key: '${tagKey}'.`,
  origin: article,
});

export const crossAccountCopyDisabled = jobMessage({
  id: 'copy-job.cross-account-copy-disabled',
  text: () => 'Copy job failed. Cross-account copy feature is not enabled for the current organization.',
  origin: dashboards,
});

export const retentionOutOfRange = jobMessage({
  id: 'copy-job.retention-out-of-range',
  text: () =>
    'Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault.',
  origin: dashboards,
});

export const tooManyCopyJobs = jobMessage({
  id: 'copy-job.too-many-copy-jobs',
  text: () => 'There are too many copy jobs running for resource.',
  origin: dashboards,
});

export const storageGatewayNeedsOwnVault = jobMessage({
  id: 'copy-job.storage-gateway-needs-own-vault',
  text: () =>
    'UnsupportedOperation : Storage Gateway backup copies require a user-created backup vault and key at destination.',
  origin: dashboards,
});

export const marketplaceImage = jobMessage({
  id: 'copy-job.marketplace-image',
  text: () => 'Images from AWS Marketplace cannot be copied to another AWS account.',
  origin: dashboards,
});

export const sourceAmiNotFound = jobMessage({
  id: 'copy-job.source-ami-not-found',
  text: () => 'Source AMI not found in Region',
  origin: guide('create-cross-account-backup'),
});

export const amiStorageNotPermitted = jobMessage({
  id: 'copy-job.ami-storage-not-permitted',
  text: () => 'You do not have permission to access the storage of this ami.',
  origin: guide('logicallyairgappedvault'),
});

export const unshareFailed = jobMessage({
  id: 'copy-job.unshare-failed',
  text: () => 'Failed to unshare snapshot',
  origin: guide('create-cross-account-backup'),
});

export const optionGroupMissing = jobMessage({
  id: 'copy-job.option-group-missing',
  text: (options: string) => `The snapshot requires a target option group with the following options: ${options}.`,
  origin: guide('cross-region-backup'),
});

export const targetKeyUnusable = jobMessage({
  id: 'copy-job.target-key-unusable',
  text: (keyArn: string) =>
    `The target KMS key [${keyArn}] does not exist, is not enabled or you do not have permissions to access it.`,
  origin: { kind: 'inferred', from: 'public reports quote its beginning; the end is that of the source key sentence' },
});

export const tagsNotReadable = jobMessage({
  id: 'copy-job.tags-not-readable',
  text: () => 'Access denied exception while trying to list tags',
  origin: guide('eventbridge'),
});

export const tagsPointUnavailable = jobMessage({
  id: 'copy-job.tags-point-unavailable',
  text: () =>
    'We are unable to copy resource tags to your backup because source or destination recovery point is unavailable',
  origin: dashboards,
});

export const tooManyTags = jobMessage({
  id: 'copy-job.too-many-tags',
  text: () => 'The resultant tag set must not have more than 50 user tags.',
  origin: dashboards,
});

export const keyDisabledOrDenied = jobMessage({
  id: 'copy-job.key-disabled-or-denied',
  text: () => 'KMS key is either disabled or pending deletion or access to KMS key is denied',
  origin: dashboards,
});

export const keyNotAccessible = jobMessage({
  id: 'copy-job.key-not-accessible',
  text: () => 'Given key ID is not accessible',
  origin: dashboards,
});

export const keyDoesNotExist = jobMessage({
  id: 'copy-job.key-does-not-exist',
  text: () => 'Given key ID does not exist',
  origin: dashboards,
});

/** On the call from StartCopyJob (InvalidParameterValueException), as a status when the role went away later. */
export const roleNotAssumable = jobMessage({
  id: 'copy-job.role-not-assumable',
  text: (roleArn: string) => `IAM Role ${roleArn} cannot be assumed by AWS Backup`,
  spokenAs: 'call-or-status',
  origin: { kind: 'reported', from: 'the dashboards page has its end as a pattern; public issues quote the whole' },
});

export const notAuthorized = jobMessage({
  id: 'copy-job.not-authorized',
  text: () => 'You are not authorized to perform this operation.',
  origin: dashboards,
});

export const roleMayNotGetResources = jobMessage({
  id: 'copy-job.role-may-not-get-resources',
  text: (roleArn: string) => `${roleArn} is not authorized to call tag:GetResources`,
  origin: { kind: 'reported', from: 'public issues' },
});

export const bucketVersioningUnreadable = jobMessage({
  id: 'copy-job.bucket-versioning-unreadable',
  text: () => 'Customer credential miss permission to get bucket versioning for bucket.',
  origin: dashboards,
});

/** No source quotes what AWS says of a point in cold storage. */
export const pointIsCold = jobMessage({
  id: 'copy-job.point-is-cold',
  text: () => 'Copy job failed. Recovery points in cold storage cannot be copied.',
  origin: { kind: 'inferred', from: 'Developer Guide: cross-account copy is not supported for storage in cold tiers' },
});

/** No source quotes what AWS says of a continuous backup. */
export const pointIsContinuous = jobMessage({
  id: 'copy-job.point-is-continuous',
  text: () => 'Copy job failed. Continuous backups cannot be copied on demand.',
  origin: { kind: 'inferred', from: 'API reference, StartCopyJob: does not support continuous backups' },
});

/** The point was deleted, expired, or never finished between the request and the job. */
export const pointNotFound = jobMessage({
  id: 'copy-job.point-not-found',
  text: (recoveryPointArn: string) => `Cannot find recovery point ${recoveryPointArn}.`,
  origin: { kind: 'inferred', from: 'REGEX#Cannot find recovery point on the dashboards page' },
});

/** The sample for backups carries literal quotes inside the string; no source quotes the copy's. */
export const destinationVaultNotFound = jobMessage({
  id: 'copy-job.destination-vault-not-found',
  text: (vaultArn: string) => `Copy job failed because backup vault ${vaultArn} does not exist.`,
  origin: {
    kind: 'inferred',
    from: 'the sentence of a backup job whose vault was deleted (Developer Guide, EventBridge)',
  },
});

export const tokenExpired = jobMessage({
  id: 'copy-job.token-expired',
  text: () => 'Token expired. Try again.',
  origin: dashboards,
});

export const fatalError = jobMessage({
  id: 'copy-job.fatal-error',
  text: () => 'Copy job encountered a fatal error. Please contact AWS Support for further assistance.',
  origin: dashboards,
});

export const internalError = jobMessage({
  id: 'copy-job.internal-error',
  text: () => 'An internal error occurred.',
  origin: dashboards,
});

/** Every sentence above. */
export const copyJobMessages: readonly JobMessageMaker<string[]>[] = [
  notSameOrganization,
  featureNotSupported,
  destinationUsesDefaultKey,
  sourceUsesAwsManagedKey,
  sourceSnapshotKeyUnusable,
  amiSnapshotKeyNotAccessible,
  accessDenied,
  tagsNotCopied,
  tagPolicyViolated,
  crossAccountCopyDisabled,
  retentionOutOfRange,
  tooManyCopyJobs,
  storageGatewayNeedsOwnVault,
  marketplaceImage,
  sourceAmiNotFound,
  amiStorageNotPermitted,
  unshareFailed,
  optionGroupMissing,
  targetKeyUnusable,
  tagsNotReadable,
  tagsPointUnavailable,
  tooManyTags,
  keyDisabledOrDenied,
  keyNotAccessible,
  keyDoesNotExist,
  roleNotAssumable,
  notAuthorized,
  roleMayNotGetResources,
  bucketVersioningUnreadable,
  pointIsCold,
  pointIsContinuous,
  pointNotFound,
  destinationVaultNotFound,
  tokenExpired,
  fatalError,
  internalError,
];

/** The entry that speaks a sentence, variable parts aside; nothing for a sentence we do not know. */
export const copyJobMessageOf = (sentence: string): JobMessageMaker<string[]> | undefined =>
  copyJobMessages.find((maker) => isSpokenBy(maker, sentence));
