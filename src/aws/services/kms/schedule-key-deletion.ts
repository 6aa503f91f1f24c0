import type { ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import * as kms from '../../../messages/kms.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { PENDING_WINDOW_DAYS } from './limits.ts';

const DAY_MS = 86_400_000;

export const scheduleKeyDeletion: Operation<ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse> = async (
  services,
  input,
  call,
) => {
  const { KeyId: keyId, PendingWindowInDays: days = PENDING_WINDOW_DAYS.byDefault } = input;
  if (days < PENDING_WINDOW_DAYS.min || days > PENDING_WINDOW_DAYS.max) throw kms.pendingWindowOutOfRange();
  const context = { 'kms:ScheduleKeyDeletionPendingWindowInDays': String(days) };
  const { key } = await openCustomerKey(services, call, { keyId, action: 'kms:ScheduleKeyDeletion', context });
  const deletionAt = call.now + days * DAY_MS;
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    change: (db) => updateKey(db, key.id, { state: 'PendingDeletion', deletion_at: deletionAt }),
  });
  return {
    KeyId: key.arn,
    DeletionDate: new Date(deletionAt),
    KeyState: 'PendingDeletion',
    PendingWindowInDays: days,
  };
};
