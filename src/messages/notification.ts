import type { Origin } from './service-error.ts';

/** What AWS Backup sends to the topic of a vault. */
const guide: Origin = {
  kind: 'documented',
  url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
  seen: '2026-11-27',
};
const inferred: Origin = {
  kind: 'inferred',
  from: 'the three messages about backup jobs that the Developer Guide shows',
};

export const NOTIFICATION_SUBJECT = 'Notification from AWS Backup';

/** A message that waits for its variable parts. */
export interface NotificationMessage {
  readonly id: string;
  readonly text: (job: NotifiedJob) => string;
  readonly origin: Origin;
}

export interface NotifiedJob {
  readonly id: string;
  readonly resourceArn: string;
  /** The point that was made, or that is restored from. */
  readonly recoveryPointArn: string;
  /** What a restore has made. */
  readonly createdResourceArn: string;
}

const message = (id: string, text: NotificationMessage['text'], origin: Origin): NotificationMessage => ({
  id: `notification.${id}`,
  text,
  origin,
});

// The space before a colon, and its lack before another, are AWS's.
const backupTail = ({ resourceArn, id }: NotifiedJob): string => `Resource ARN : ${resourceArn}. BackupJob ID : ${id}`;
const copyTail = ({ resourceArn, id }: NotifiedJob): string => `Resource ARN : ${resourceArn}. CopyJob ID : ${id}`;
const restoreTail = ({ recoveryPointArn, id }: NotifiedJob): string =>
  `Recovery point ARN: ${recoveryPointArn}. RestoreJob ID : ${id}`;

export const backupJobStarted = message(
  'backup-job-started',
  (job) => `An AWS Backup job was started. ${backupTail(job)}`,
  inferred,
);

export const backupJobCompleted = message(
  'backup-job-completed',
  (job) =>
    `An AWS Backup job was completed successfully. Recovery point ARN: ${job.recoveryPointArn}. ${backupTail(job)}`,
  guide,
);

export const backupJobFailed = message(
  'backup-job-failed',
  (job) => `An AWS Backup job failed. ${backupTail(job)}`,
  guide,
);

export const backupJobExpired = message(
  'backup-job-expired',
  (job) => `An AWS Backup job failed to complete in time. ${backupTail(job)}`,
  guide,
);

export const backupJobStopped = message(
  'backup-job-stopped',
  (job) => `An AWS Backup job was stopped. ${backupTail(job)}`,
  inferred,
);

export const copyJobStarted = message(
  'copy-job-started',
  (job) => `An AWS Backup copy job was started. ${copyTail(job)}`,
  inferred,
);

export const copyJobCompleted = message(
  'copy-job-completed',
  (job) =>
    `An AWS Backup copy job was completed successfully. Recovery point ARN: ${job.recoveryPointArn}. ${copyTail(job)}`,
  inferred,
);

export const copyJobFailed = message(
  'copy-job-failed',
  (job) => `An AWS Backup copy job failed. ${copyTail(job)}`,
  inferred,
);

export const restoreJobStarted = message(
  'restore-job-started',
  (job) => `An AWS Backup restore job was started. ${restoreTail(job)}`,
  inferred,
);

export const restoreJobCompleted = message(
  'restore-job-completed',
  (job) =>
    `An AWS Backup restore job was completed successfully. Restored resource ARN : ${job.createdResourceArn}. ${restoreTail(job)}`,
  inferred,
);

export const restoreJobFailed = message(
  'restore-job-failed',
  (job) => `An AWS Backup restore job failed. ${restoreTail(job)}`,
  inferred,
);

/** Of a recovery point whose lifecycle or state has changed. */
export const recoveryPointModified = message(
  'recovery-point-modified',
  ({ recoveryPointArn, resourceArn }) =>
    `An AWS Backup recovery point was modified. Recovery point ARN: ${recoveryPointArn}. Resource ARN : ${resourceArn}`,
  inferred,
);
