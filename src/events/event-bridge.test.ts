import { expect, test } from 'vitest';
import type { EventKind, EventRow } from '../storage/records/events.ts';
import { toEventBridge } from './event-bridge.ts';

/**
 * Each form against the sample of its kind and state in the Developer Guide ("Monitoring AWS Backup events using Amazon EventBridge"), with
 * the samples' own values where they are of our forms. `retryCount`, which some samples have, is the one member that we do not tell.
 */
const ACCOUNT = '111122223333';
const at = (text: string): number => Date.parse(text);
const vaultArn = (name: string): string => `arn:aws:backup:us-west-2:${ACCOUNT}:backup-vault:${name}`;

const event = (kind: EventKind, state: string, subject: string, detail: object, time: string): EventRow => ({
  seq: 1,
  kind,
  subject,
  account_id: ACCOUNT,
  region: 'us-west-2',
  state,
  vault_arn: null,
  detail: JSON.stringify(detail),
  happened_at: at(time),
  waiting_since: null,
});

const PLAN = {
  BackupPlanId: 'b58e3621-1c53-4997-ad8a-afc3347a850e',
  BackupPlanArn: `arn:aws:backup:us-west-2:${ACCOUNT}:backup-plan:b58e3621-1c53-4997-ad8a-afc3347a850e`,
  BackupPlanVersion: 'Mjc4ZTRhMzUtMGE5Ni00NmQ5LWE1YmMtOWMwY2IwMTY4NWQ4',
  BackupRuleId: '78e356d3-1a11-4f61-8585-af5d6b69bb18',
  BackupPlanName: 'daily',
};
const CREATED_BY = {
  backupPlanId: PLAN.BackupPlanId,
  backupPlanArn: PLAN.BackupPlanArn,
  backupPlanVersion: PLAN.BackupPlanVersion,
  backupPlanRuleId: PLAN.BackupRuleId,
};

const backupRow = {
  id: 'B6EC38D2-CB3C-EF0A-F5A4-3CF324EF4945',
  vault_arn: vaultArn('daily'),
  vault_name: 'daily',
  backup_size_bytes: null,
  bytes_transferred: null,
  created_at: at('2020-07-15T21:38:31.152Z'),
  completed_at: null,
  iam_role_arn: `arn:aws:iam::${ACCOUNT}:role/FullBackupTestRole`,
  resource_arn: `arn:aws:ec2:us-west-2:${ACCOUNT}:volume/vol-0b5ae24f2ee72d926`,
  resource_type: 'EBS',
  status_message: null,
  start_by: at('2020-07-16T05:00:00Z'),
  expected_completion_at: at('2020-07-15T21:39:07Z'),
  percent_done: 0,
  recovery_point_arn: 'arn:aws:ec2:us-west-2::snapshot/snap-03886bc8d6ef3a1f9',
};
const backup = (state: string, changes: object = {}) =>
  toEventBridge(event('backup', state, backupRow.id, { ...backupRow, ...changes }, '2020-07-15T21:39:13.400Z'));
const backupBase = {
  backupJobId: 'B6EC38D2-CB3C-EF0A-F5A4-3CF324EF4945',
  backupVaultArn: vaultArn('daily'),
  backupVaultName: 'daily',
  bytesTransferred: '0',
  creationDate: '2020-07-15T21:38:31.152Z',
  iamRoleArn: backupRow.iam_role_arn,
  resourceArn: backupRow.resource_arn,
  resourceType: 'EBS',
  startBy: '2020-07-16T05:00:00.000Z',
  percentDone: 0,
};

test('the envelope is that of EventBridge, with a time to the second', () => {
  const { id, detail: _detail, ...envelope } = backup('RUNNING');
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(envelope).toEqual({
    version: '0',
    'detail-type': 'Backup Job State Change',
    source: 'aws.backup',
    account: ACCOUNT,
    time: '2020-07-15T21:39:13Z',
    region: 'us-west-2',
    resources: [],
  });
});

test('an event has the same id each time it is told, and no other has it', () => {
  expect(backup('RUNNING').id).toBe(backup('RUNNING').id);
  expect(backup('RUNNING').id).not.toBe(backup('PENDING').id);
});

test('Backup Job CREATED tells three members', () => {
  expect(backup('CREATED').detail).toEqual({
    backupJobId: 'B6EC38D2-CB3C-EF0A-F5A4-3CF324EF4945',
    state: 'CREATED',
    creationDate: '2020-07-15T21:38:31.152Z',
  });
});

test('Backup Job PENDING has an empty message', () => {
  expect(backup('PENDING').detail).toEqual({ ...backupBase, state: 'PENDING', statusMessage: '' });
});

test('Backup Job RUNNING tells its expected end in the American way', () => {
  const detail = backup('RUNNING', {
    backup_size_bytes: 3_221_225_472,
    percent_done: 99,
    created_by: JSON.stringify(PLAN),
  }).detail;
  expect(detail).toEqual({
    ...backupBase,
    backupSizeInBytes: '3221225472',
    state: 'RUNNING',
    expectedCompletionDate: 'Jul 15, 2020 9:39:07 PM',
    percentDone: 99,
    createdBy: CREATED_BY,
  });
});

test('Backup Job COMPLETED tells sizes as strings, and the point among its resources', () => {
  const completed = backup('COMPLETED', {
    backup_size_bytes: 36_048,
    bytes_transferred: 36_048,
    percent_done: 100,
    completed_at: at('2020-07-15T21:41:05.921Z'),
  });
  expect(completed.resources).toEqual(['arn:aws:ec2:us-west-2::snapshot/snap-03886bc8d6ef3a1f9']);
  expect(completed.detail).toEqual({
    ...backupBase,
    backupSizeInBytes: '36048',
    bytesTransferred: '36048',
    state: 'COMPLETED',
    completionDate: '2020-07-15T21:41:05.921Z',
    percentDone: 100,
  });
});

test('Backup Job FAILED has no date of its end, ABORTED and EXPIRED have one', () => {
  const ended = { completed_at: at('2020-07-15T21:33:01.621Z'), status_message: '"Backup job was stopped by user."' };
  const expected = { ...backupBase, statusMessage: '"Backup job was stopped by user."' };
  expect(backup('FAILED', ended).detail).toEqual({ ...expected, state: 'FAILED' });
  for (const state of ['ABORTED', 'EXPIRED'])
    expect(backup(state, ended).detail).toEqual({ ...expected, state, completionDate: '2020-07-15T21:33:01.621Z' });
});

const copyRow = {
  id: '0175DE71-5784-589F-D8AC-541ACCB4CAC8',
  backup_size_bytes: 3_221_225_472,
  created_at: at('2020-07-15T22:06:27.234Z'),
  completed_at: null,
  iam_role_arn: `arn:aws:iam::${ACCOUNT}:role/OrganizationCanaryTestRole`,
  resource_arn: `arn:aws:ec2:us-west-2:${ACCOUNT}:volume/vol-050eba21ee4d3c001`,
  resource_type: 'EBS',
  status_message: null,
  source_vault_arn: vaultArn('source'),
  source_recovery_point_arn: 'arn:aws:ec2:us-west-2::snapshot/snap-03886bc8d6ef3a1f9',
  destination_vault_arn: vaultArn('destination'),
  destination_recovery_point_arn: 'arn:aws:ec2:us-west-2::snapshot/snap-0726fe70935586180',
  created_by: JSON.stringify(PLAN),
};
const copy = (state: string, changes: object = {}) =>
  toEventBridge(event('copy', state, copyRow.id, { ...copyRow, ...changes }, '2020-07-15T22:08:04Z'));
const copyBase = {
  copyJobId: '0175DE71-5784-589F-D8AC-541ACCB4CAC8',
  backupSizeInBytes: 3_221_225_472,
  creationDate: '2020-07-15T22:06:27.234Z',
  iamRoleArn: copyRow.iam_role_arn,
  resourceArn: copyRow.resource_arn,
  resourceType: 'EBS',
  sourceBackupVaultArn: vaultArn('source'),
  destinationBackupVaultArn: vaultArn('destination'),
  createdBy: CREATED_BY,
};

test('Copy Job CREATED tells its date, its state and the two vaults, and not its id', () => {
  const created = copy('CREATED');
  expect(created['detail-type']).toBe('Copy Job State Change');
  expect(created.resources).toEqual(['arn:aws:ec2:us-west-2::snapshot/snap-03886bc8d6ef3a1f9']);
  expect(created.detail).toEqual({
    creationDate: '2020-07-15T22:06:27.234Z',
    state: 'CREATED',
    sourceBackupVaultArn: vaultArn('source'),
    destinationBackupVaultArn: vaultArn('destination'),
  });
});

test('Copy Job RUNNING tells its size as a number and the copy as an empty object', () => {
  expect(copy('RUNNING').detail).toEqual({ ...copyBase, state: 'RUNNING', destinationRecoveryPointArn: {} });
});

test('Copy Job COMPLETED tells the copy', () => {
  expect(copy('COMPLETED', { completed_at: at('2020-07-15T22:07:58.111Z') }).detail).toEqual({
    ...copyBase,
    state: 'COMPLETED',
    completionDate: '2020-07-15T22:07:58.111Z',
    destinationRecoveryPointArn: 'arn:aws:ec2:us-west-2::snapshot/snap-0726fe70935586180',
  });
});

test('Copy Job FAILED tells why, and still an empty object', () => {
  const { createdBy: _createdBy, ...base } = copyBase;
  const failed = copy('FAILED', {
    status_message: 'Access denied exception while trying to list tags',
    completed_at: at('2020-07-15T20:37:28.704Z'),
    created_by: null,
  });
  expect(failed.detail).toEqual({
    ...base,
    state: 'FAILED',
    statusMessage: 'Access denied exception while trying to list tags',
    completionDate: '2020-07-15T20:37:28.704Z',
    destinationRecoveryPointArn: {},
  });
});

const restoreRow = {
  id: '1B234A56-789B-01CD-2A34-4567A08901FD',
  backup_size_bytes: 22_548_578_304,
  created_at: at('2020-07-15T20:19:07.303Z'),
  completed_at: null,
  iam_role_arn: `arn:aws:iam::${ACCOUNT}:role/TestAWSBackupRole`,
  percent_done: 0,
  resource_type: 'EC2',
  resource_arn: `arn:aws:ec2:us-west-2:${ACCOUNT}:instance/i-0515aee7de03f58e1`,
  status_message: null,
  recovery_point_arn: 'arn:aws:ec2:us-west-2::image/ami-12b3456dfb7f8cf90',
  source_vault_arn: vaultArn('source'),
  created_resource_arn: null,
};
const restore = (state: string, changes: object = {}) =>
  toEventBridge(event('restore', state, restoreRow.id, { ...restoreRow, ...changes }, '2020-07-15T20:19:29Z'));
const restoreBase = {
  restoreJobId: '1B234A56-789B-01CD-2A34-4567A08901FD',
  backupSizeInBytes: '22548578304',
  creationDate: '2020-07-15T20:19:07.303Z',
  iamRoleArn: restoreRow.iam_role_arn,
  percentDone: 0,
  resourceType: 'EC2',
};

test('Restore Job CREATED says state, the others status', () => {
  const created = restore('CREATED');
  expect(created['detail-type']).toBe('Restore Job State Change');
  expect(created.resources).toEqual(['arn:aws:ec2:us-west-2::image/ami-12b3456dfb7f8cf90']);
  expect(created.detail).toEqual({
    restoreJobId: restoreBase.restoreJobId,
    creationDate: restoreBase.creationDate,
    state: 'CREATED',
  });
  for (const status of ['PENDING', 'RUNNING']) expect(restore(status).detail).toEqual({ ...restoreBase, status });
});

test('Restore Job COMPLETED tells where it came from and what it made', () => {
  const made = `arn:aws:ec2:us-west-2:${ACCOUNT}:instance/i-1`;
  const completed = restore('COMPLETED', {
    percent_done: 100,
    created_resource_arn: made,
    completed_at: at('2020-07-15T20:21:00.128Z'),
  });
  expect(completed.detail).toEqual({
    ...restoreBase,
    backupVaultArn: vaultArn('source'),
    recoveryPointArn: restoreRow.recovery_point_arn,
    sourceResourceArn: restoreRow.resource_arn,
    percentDone: 100,
    status: 'COMPLETED',
    createdResourceArn: made,
    completionDate: '2020-07-15T20:21:00.128Z',
  });
});

test('Restore Job FAILED tells why, and no date of its end', () => {
  const failed = restore('FAILED', { status_message: 'no', completed_at: at('2020-07-15T20:21:00.128Z') });
  expect(failed.detail).toEqual({ ...restoreBase, status: 'FAILED', statusMessage: 'no' });
});

const pointRow = {
  vault_name: 'daily',
  vault_arn: vaultArn('daily'),
  created_at: at('2020-07-15T21:38:31.152Z'),
  completed_at: at('2020-07-15T21:39:05.689Z'),
  iam_role_arn: `arn:aws:iam::${ACCOUNT}:role/FullBackupTestRole`,
  resource_type: 'Aurora',
  resource_arn: `arn:aws:rds:us-west-2:${ACCOUNT}:cluster:id`,
  status_message: null,
  is_encrypted: 0,
  storage_class: 'WARM',
  move_to_cold_after_days: null,
  delete_after_days: 100,
  move_to_cold_at: null,
  delete_at: at('2020-10-23T21:38:31.152Z'),
  created_by: JSON.stringify(PLAN),
};
const POINT_ARN = `arn:aws:rds:us-west-2:${ACCOUNT}:cluster-snapshot:awsbackup:job-1`;
const point = (state: string, changes: object = {}) =>
  toEventBridge(event('recovery-point', state, POINT_ARN, { ...pointRow, ...changes }, '2020-07-15T21:39:07Z'));

test('Recovery Point COMPLETED says status, isEncrypted as a string, and calculatedLifeCycle', () => {
  const completed = point('COMPLETED');
  expect(completed['detail-type']).toBe('Recovery Point State Change');
  expect(completed.resources).toEqual([POINT_ARN]);
  expect(completed.detail).toEqual({
    backupVaultName: 'daily',
    backupVaultArn: vaultArn('daily'),
    creationDate: '2020-07-15T21:38:31.152Z',
    iamRoleArn: pointRow.iam_role_arn,
    resourceType: 'Aurora',
    resourceArn: pointRow.resource_arn,
    status: 'COMPLETED',
    isEncrypted: 'false',
    storageClass: 'WARM',
    completionDate: '2020-07-15T21:39:05.689Z',
    createdBy: CREATED_BY,
    lifecycle: { deleteAfterDays: 100 },
    calculatedLifeCycle: { deleteAt: '2020-10-23T21:38:31.152Z' },
  });
});

test('a recovery point that is kept for ever tells no lifecycle', () => {
  const { detail } = point('EXPIRED', { delete_after_days: null, delete_at: null, status_message: 'may not' });
  expect(detail).toMatchObject({ status: 'EXPIRED', statusMessage: 'may not' });
  expect(detail).not.toHaveProperty('lifecycle');
  expect(detail).not.toHaveProperty('calculatedLifeCycle');
});

test('Backup Vault tells whether it is locked when it is modified, as a string', () => {
  const vault = (state: string) =>
    toEventBridge(event('vault', state, vaultArn('v'), { name: 'v', is_locked: 1 }, '2020-06-24T23:18:19Z'));
  expect(vault('CREATED')).toMatchObject({
    'detail-type': 'Backup Vault State Change',
    resources: [vaultArn('v')],
  });
  expect(vault('CREATED').detail).toEqual({ backupVaultName: 'v', state: 'CREATED' });
  expect(vault('MODIFIED').detail).toEqual({ backupVaultName: 'v', state: 'MODIFIED', isLocked: 'true' });
  expect(vault('DELETED').detail).toEqual({ backupVaultName: 'v', state: 'DELETED' });
});

test('Backup Plan has another name for its date at each change', () => {
  const arn = `arn:aws:backup:us-west-2:${ACCOUNT}:backup-plan:p`;
  const plan = (state: string) =>
    toEventBridge(event('plan', state, arn, { id: 'p', version_id: 'v' }, '2020-06-24T23:18:19.168Z'));
  const names = { CREATED: 'creationDate', MODIFIED: 'modifiedAt', DELETED: 'deletionDate' };
  for (const [state, name] of Object.entries(names)) {
    expect(plan(state)).toMatchObject({ 'detail-type': 'Backup Plan State Change', resources: [arn] });
    const expected = { backupPlanId: 'p', versionId: 'v', [name]: '2020-06-24T23:18:19.168Z', state };
    expect(plan(state).detail).toEqual(expected);
  }
});

test('Region Setting tells the types that were set, under a name with a capital', () => {
  const settings = { optIn: { Aurora: true }, management: {} };
  const changed = toEventBridge(event('region-settings', 'MODIFIED', 'x', settings, '2020-06-24T22:54:57.161Z'));
  expect(changed).toMatchObject({ 'detail-type': 'Region Setting State Change', resources: [] });
  expect(changed.detail).toEqual({
    modifiedAt: '2020-06-24T22:54:57.161Z',
    ResourceTypeOptInPreference: { Aurora: true },
    state: 'MODIFIED',
  });
});
