import { expect, test } from 'vitest';
import type { EventKind, EventRow } from '../storage/records/events.ts';
import { notifyingVault, toNotification } from './notification.ts';

const TOPIC = 'arn:aws:sns:us-west-1:123456789012:backup-2sqs-sns-topic';
const VAULT = 'arn:aws:backup:us-west-1:123456789012:backup-vault:v';

const event = (kind: EventKind, state: string, detail: object = {}): EventRow => ({
  seq: 7,
  kind,
  subject: 'subject',
  account_id: '123456789012',
  region: 'us-west-1',
  state,
  vault_arn: VAULT,
  detail: JSON.stringify({
    id: '1b2345b2-f22c-4dab-5eb6-bbc7890ed123',
    arn: 'arn:point',
    resource_arn: 'arn:aws:ec2:us-west-1:123456789012:volume/vol-012f345df6789012e',
    recovery_point_arn: 'arn:aws:ec2:us-west-1:123456789012:volume/vol-012f345df6789012d',
    destination_recovery_point_arn: 'arn:copy',
    created_at: Date.parse('2019-09-02T13:48:52.226Z'),
    ...detail,
  }),
  happened_at: Date.parse('2019-08-02T18:46:02.788Z'),
  waiting_since: null,
});

const told = (row: EventRow, ...events: string[]) => toNotification(row, { topicArn: TOPIC, events });

test("a completed backup is told as in the Developer Guide's example", () => {
  const { MessageId, ...rest } = told(event('backup', 'COMPLETED'), 'BACKUP_JOB_COMPLETED')!;
  expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
  expect(rest).toEqual({
    Type: 'Notification',
    TopicArn: TOPIC,
    Subject: 'Notification from AWS Backup',
    Message:
      'An AWS Backup job was completed successfully. Recovery point ARN: arn:aws:ec2:us-west-1:123456789012:volume/vol-012f345df6789012d. Resource ARN : arn:aws:ec2:us-west-1:123456789012:volume/vol-012f345df6789012e. BackupJob ID : 1b2345b2-f22c-4dab-5eb6-bbc7890ed123',
    Timestamp: '2019-08-02T18:46:02.788Z',
    MessageAttributes: {
      EventType: { Type: 'String', Value: 'BACKUP_JOB' },
      State: { Type: 'String', Value: 'COMPLETED' },
      AccountId: { Type: 'String', Value: '123456789012' },
      Id: { Type: 'String', Value: '1b2345b2-f22c-4dab-5eb6-bbc7890ed123' },
      StartTime: { Type: 'String', Value: '2019-09-02T13:48:52.226Z' },
    },
  });
});

test('BACKUP_JOB_COMPLETED hears of every end, the single names of theirs', () => {
  for (const state of ['COMPLETED', 'FAILED', 'EXPIRED', 'ABORTED']) {
    const notification = told(event('backup', state), 'BACKUP_JOB_COMPLETED');
    expect(notification?.MessageAttributes.State?.Value).toBe(state);
  }
  expect(told(event('backup', 'FAILED'), 'BACKUP_JOB_FAILED')?.Message).toBe(
    'An AWS Backup job failed. Resource ARN : arn:aws:ec2:us-west-1:123456789012:volume/vol-012f345df6789012e. BackupJob ID : 1b2345b2-f22c-4dab-5eb6-bbc7890ed123',
  );
  expect(told(event('backup', 'EXPIRED'), 'BACKUP_JOB_EXPIRED')?.Message).toMatch(/failed to complete in time/);
});

test('what the vault did not choose is not told', () => {
  expect(told(event('backup', 'RUNNING'), 'BACKUP_JOB_COMPLETED', 'COPY_JOB_STARTED')).toBeUndefined();
  expect(told(event('copy', 'COMPLETED'), 'COPY_JOB_FAILED')).toBeUndefined();
});

test('a copy is told with the copy, a restore with its type', () => {
  const copied = told(event('copy', 'COMPLETED'), 'COPY_JOB_SUCCESSFUL')!;
  expect(copied.Message).toContain('Recovery point ARN: arn:copy.');
  expect(copied.MessageAttributes.EventType?.Value).toBe('COPY_JOB');
  const restored = told(event('restore', 'FAILED'), 'RESTORE_JOB_COMPLETED')!;
  expect(restored.MessageAttributes.EventType?.Value).toBe('RESTORE_JOB');
});

test('a recovery point is told of when it is modified, not when it is made', () => {
  expect(notifyingVault(event('recovery-point', 'COMPLETED', { change: 'created' }))).toBeUndefined();
  const modified = event('recovery-point', 'COMPLETED', { change: 'modified' });
  expect(notifyingVault(modified)).toBe(VAULT);
  expect(told(modified, 'RECOVERY_POINT_MODIFIED')?.Message).toContain('Recovery point ARN: arn:point.');
});

test('of most events no notification is about', () => {
  expect(notifyingVault(event('backup', 'CREATED'))).toBeUndefined();
  expect(notifyingVault(event('vault', 'MODIFIED'))).toBeUndefined();
});
