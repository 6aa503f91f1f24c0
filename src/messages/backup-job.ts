import { jobMessage } from './job-message.ts';
import type { Origin } from './service-error.ts';

/** What backup jobs and restore jobs say. */
const guide = (page: string): Origin => ({
  kind: 'documented',
  url: `https://docs.aws.amazon.com/aws-backup/latest/devguide/${page}.html`,
  seen: '2026-09-24',
});
const dashboards = guide('backup-dashboards');

/** The literal quotes are AWS's: the sample event carries them inside the string. */
export const vaultDoesNotExist = jobMessage({
  id: 'backup-job.vault-does-not-exist',
  text: (vaultArn: string) => `"Backup job failed because backup vault ${vaultArn} does not exist."`,
  origin: guide('eventbridge'),
});

export const runningJobForSameResource = jobMessage({
  id: 'backup-job.running-job-for-same-resource',
  text: () => '"Backup job failed because there was a running job for the same resource."',
  origin: guide('eventbridge'),
});

export const stoppedByUser = jobMessage({
  id: 'backup-job.stopped-by-user',
  text: () => '"Backup job was stopped by user."',
  origin: guide('eventbridge'),
});

export const expiredBeforeCompletion = jobMessage({
  id: 'backup-job.expired-before-completion',
  text: () => 'Backup job expired before completion.',
  origin: dashboards,
});

export const lifecycleOutOfRange = jobMessage({
  id: 'backup-job.lifecycle-out-of-range',
  text: () => 'Backup job failed because the lifecycle is outside the valid range for backup vault.',
  origin: guide('lag-vault-primary-backup'),
});

export const roleNotAssumable = jobMessage({
  id: 'backup-job.role-not-assumable',
  text: (roleArn: string) => `IAM Role ${roleArn} cannot be assumed by AWS Backup`,
  origin: { kind: 'reported', from: 'the dashboards page has its end as a pattern; public issues quote the whole' },
});

export const roleLacksPermissions = jobMessage({
  id: 'backup-job.role-lacks-permissions',
  text: (roleArn: string) => `IAM Role ${roleArn} does not have sufficient permissions to execute the backup.`,
  origin: { kind: 'reported', from: 'tecRacer blog, 26 April 2024' },
});

export const mayNotDescribeResource = jobMessage({
  id: 'backup-job.may-not-describe-resource',
  text: (resourceArn: string) =>
    `Your backup job failed as AWS Backup does not have permission to describe resource ${resourceArn}. Please review your IAM policies to ensure AWS Backup can protect your resources.`,
  origin: { kind: 'reported', from: 'a public issue (modernisation-platform 6152)' },
});

export const accessDenied = jobMessage({
  id: 'backup-job.access-denied',
  text: () => 'Access Denied trying to call AWS Backup service',
  origin: dashboards,
});

export const keyDisabledOrDenied = jobMessage({
  id: 'backup-job.key-disabled-or-denied',
  text: () => 'KMS key is either disabled or pending deletion or access to KMS key is denied',
  origin: dashboards,
});

export const tagsNotCopied = jobMessage({
  id: 'backup-job.tags-not-copied',
  text: () => 'We are unable to copy resource tags to your backup because of the Internal Failure.',
  origin: dashboards,
});

export const tooManyTags = jobMessage({
  id: 'backup-job.too-many-tags',
  text: () => 'The resultant tag set must not have more than 50 user tags.',
  origin: dashboards,
});

export const resourceNotFound = jobMessage({
  id: 'backup-job.resource-not-found',
  text: (resourceArn: string) => `Could not find resource ${resourceArn}`,
  origin: { kind: 'inferred', from: 'REGEX#Could not find resource on the dashboards page' },
});

/** COMPLETED, into the rule's other vault. */
export const notForAirGapped = jobMessage({
  id: 'backup-job.not-for-air-gapped',
  text: () =>
    'Backup job completed successfully to the target backup vault. This resource type is not supported by logically air-gapped backup vault.',
  origin: guide('lag-vault-primary-backup'),
});

export const awsKeyNotForAirGapped = jobMessage({
  id: 'backup-job.aws-key-not-for-air-gapped',
  text: () =>
    'Backup job completed successfully to the target backup vault. This resource is encrypted with an AWS managed key and cannot be copied to a logically air-gapped backup vault.',
  origin: guide('lag-vault-primary-backup'),
});

/** COMPLETED with a snapshot. AWS's reasons are others: what we read a resource by keeps no log of its changes. */
export const continuousNotEnabled = jobMessage({
  id: 'backup-job.continuous-not-enabled',
  text: (reason: string) => `Enabling continuous backup failed, because of the following error: ${reason}`,
  origin: guide('point-in-time-recovery'),
});

/** What the resource could not give: a file that changed, a directory that could not be read. Ours: AWS names no such sentence. */
export const completedWithIssues = jobMessage({
  id: 'backup-job.completed-with-issues',
  text: (detail: string) => `Backup job completed with issues: ${detail}`,
  origin: {
    kind: 'inferred',
    from: "the console's state Completed with issues; AWS reports such files to EventBridge and SNS only",
  },
});

export const fatalError = jobMessage({
  id: 'backup-job.fatal-error',
  text: () => 'Backup job encountered a fatal error. Please contact AWS Support for further assistance.',
  origin: dashboards,
});

export const recoveryPointNotFound = jobMessage({
  id: 'restore-job.recovery-point-not-found',
  text: (recoveryPointArn: string) => `Cannot find recovery point ${recoveryPointArn}.`,
  origin: { kind: 'inferred', from: 'REGEX#Cannot find recovery point on the dashboards page' },
});

export const restoreAccessDenied = jobMessage({
  id: 'restore-job.access-denied',
  text: () => 'You are not authorized to perform this operation.',
  origin: dashboards,
});

/** The restore's target exists and holds something, or cannot be made. */
export const restoreTargetInvalid = jobMessage({
  id: 'restore-job.target-invalid',
  text: (detail: string) => `Restore job failed. The target is invalid: ${detail}`,
  origin: { kind: 'inferred', from: 'REGEX#is invalid on the dashboards page; targets on a host are ours alone' },
});

/** The restore metadata chooses paths (`itemsToRestore`) in a form that is none, or paths that the recovery point does not have. */
export const restoreItemsInvalid = jobMessage({
  id: 'restore-job.items-invalid',
  text: (detail: string) => `Restore job failed. itemsToRestore is invalid: ${detail}`,
  origin: {
    kind: 'inferred',
    from: 'REGEX#is invalid on the dashboards page; the form of itemsToRestore on the page Restore an Amazon EFS file system',
  },
});

/** The bytes are all there; some metadata is not. Ours: AWS names no such sentence. */
export const restoreCompletedWithIssues = jobMessage({
  id: 'restore-job.completed-with-issues',
  text: (detail: string) => `Restore job completed with issues: ${detail}`,
  origin: { kind: 'inferred', from: "the console's state Completed with issues" },
});

export const restoreFatalError = jobMessage({
  id: 'restore-job.fatal-error',
  text: () => 'An internal error occurred.',
  origin: dashboards,
});
