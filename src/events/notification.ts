import * as messages from '../messages/notification.ts';
import type { BackupJobRow } from '../storage/records/backup-jobs.ts';
import type { CopyJobRow } from '../storage/records/copy-jobs.ts';
import type { EventRow } from '../storage/records/events.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { RestoreJobRow } from '../storage/records/restore-jobs.ts';
import { eventId } from './event-id.ts';
import { toIso } from './iso-date.ts';

/**
 * A notification as SNS delivers it to an HTTP endpoint. Its signature members are not there: they would be Amazon's; the webhook has one of
 * its own. https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export interface VaultNotification {
  readonly Type: 'Notification';
  readonly MessageId: string;
  readonly TopicArn: string;
  readonly Subject: string;
  readonly Message: string;
  readonly Timestamp: string;
  readonly MessageAttributes: Readonly<Record<string, { readonly Type: 'String'; readonly Value: string }>>;
}

interface Occasion {
  /** The names under which a vault's owner may have asked for it: any of them suffices, and there is one message. */
  readonly events: readonly string[];
  readonly message: messages.NotificationMessage;
}

/**
 * The end of a backup or restore is told as COMPLETED however it ended; a filter on `State` tells success from failure, as AWS advises. The
 * names of single outcomes are deprecated and still understood.
 */
const OCCASIONS: Readonly<Record<string, Occasion>> = {
  'backup RUNNING': { events: ['BACKUP_JOB_STARTED'], message: messages.backupJobStarted },
  'backup COMPLETED': {
    events: ['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_SUCCESSFUL'],
    message: messages.backupJobCompleted,
  },
  'backup FAILED': { events: ['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_FAILED'], message: messages.backupJobFailed },
  'backup EXPIRED': { events: ['BACKUP_JOB_COMPLETED', 'BACKUP_JOB_EXPIRED'], message: messages.backupJobExpired },
  'backup ABORTED': { events: ['BACKUP_JOB_COMPLETED'], message: messages.backupJobStopped },
  'copy RUNNING': { events: ['COPY_JOB_STARTED'], message: messages.copyJobStarted },
  'copy COMPLETED': { events: ['COPY_JOB_SUCCESSFUL'], message: messages.copyJobCompleted },
  'copy FAILED': { events: ['COPY_JOB_FAILED'], message: messages.copyJobFailed },
  'restore RUNNING': { events: ['RESTORE_JOB_STARTED'], message: messages.restoreJobStarted },
  'restore COMPLETED': {
    events: ['RESTORE_JOB_COMPLETED', 'RESTORE_JOB_SUCCESSFUL'],
    message: messages.restoreJobCompleted,
  },
  'restore FAILED': { events: ['RESTORE_JOB_COMPLETED', 'RESTORE_JOB_FAILED'], message: messages.restoreJobFailed },
};

const POINT_MODIFIED: Occasion = { events: ['RECOVERY_POINT_MODIFIED'], message: messages.recoveryPointModified };

const EVENT_TYPES = {
  backup: 'BACKUP_JOB',
  copy: 'COPY_JOB',
  restore: 'RESTORE_JOB',
  'recovery-point': 'RECOVERY_POINT',
} as const;

/** Which vault's owner to ask whether to tell of an event: nothing where no notification is about it. */
export function notifyingVault(event: EventRow): string | undefined {
  return occasionOf(event) === undefined ? undefined : (event.vault_arn ?? undefined);
}

/** What the vault's topic is told of an event; nothing where the vault's owner did not choose it. */
export function toNotification(
  event: EventRow,
  chosen: { readonly topicArn: string; readonly events: readonly string[] },
): VaultNotification | undefined {
  const occasion = occasionOf(event);
  const type = EVENT_TYPES[event.kind as keyof typeof EVENT_TYPES];
  if (occasion === undefined || type === undefined || !occasion.events.some((name) => chosen.events.includes(name)))
    return undefined;
  const { createdAt, ...job } = subjectOf(event);
  const attributes = {
    EventType: type,
    State: event.state,
    AccountId: event.account_id,
    Id: job.id,
    StartTime: toIso(createdAt) ?? '',
  };
  return {
    Type: 'Notification',
    MessageId: eventId(event, 'notification'),
    TopicArn: chosen.topicArn,
    Subject: messages.NOTIFICATION_SUBJECT,
    Message: occasion.message.text(job),
    Timestamp: toIso(event.happened_at) ?? '',
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, { Type: 'String', Value: value }]),
    ),
  };
}

function occasionOf({ kind, state, detail }: EventRow): Occasion | undefined {
  if (kind !== 'recovery-point') return OCCASIONS[`${kind} ${state}`];
  const { change } = JSON.parse(detail) as { readonly change?: string };
  return change === 'modified' ? POINT_MODIFIED : undefined;
}

function subjectOf({ kind, detail, subject }: EventRow): messages.NotifiedJob & { readonly createdAt: number } {
  const row = JSON.parse(detail) as BackupJobRow & CopyJobRow & RestoreJobRow & RecoveryPointRow;
  const point = { copy: row.destination_recovery_point_arn, 'recovery-point': row.arn }[kind as string];
  return {
    id: kind === 'recovery-point' ? subject : row.id,
    resourceArn: row.resource_arn,
    recoveryPointArn: point ?? row.recovery_point_arn ?? '',
    createdResourceArn: row.created_resource_arn ?? '',
    createdAt: row.created_at,
  };
}
