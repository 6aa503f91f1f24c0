import type { ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse } from '@aws-sdk/client-kms';
import { requireNotPendingDeletion } from '../../../keys/key-state.ts';
import { isPrimary } from '../../../keys/multi-region.ts';
import * as kms from '../../../messages/kms.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';
import { PENDING_WINDOW_DAYS } from './limits.ts';

const DAY_MS = 86_400_000;

/** A primary with replicas waits for them to go first; its own time begins then. */
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
  let hasReplicas = false;
  await changeKey(services, call, {
    key,
    require: requireNotPendingDeletion,
    change(db, record) {
      hasReplicas = isPrimary(record.key) && record.regions.length > 1;
      const wait = hasReplicas
        ? { state: 'PendingReplicaDeletion', deletion_window_days: days }
        : { state: 'PendingDeletion', deletion_at: deletionAt };
      return updateKey(db, key.arn, wait);
    },
  });
  return {
    KeyId: key.arn,
    ...(hasReplicas ? {} : { DeletionDate: new Date(deletionAt) }),
    KeyState: hasReplicas ? 'PendingReplicaDeletion' : 'PendingDeletion',
    PendingWindowInDays: days,
  };
};
