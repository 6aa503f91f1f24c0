import type { CancelKeyDeletionRequest, CancelKeyDeletionResponse } from '@aws-sdk/client-kms';
import { requirePendingDeletion } from '../../../keys/key-state.ts';
import { updateKey } from '../../../storage/records/kms.ts';
import type { Operation } from '../operation.ts';
import { openCustomerKey } from './authorize.ts';
import { changeKey } from './change-key.ts';

/** The key is Disabled afterwards, not Enabled: as KMS has it. */
export const cancelKeyDeletion: Operation<CancelKeyDeletionRequest, CancelKeyDeletionResponse> = async (
  services,
  input,
  call,
) => {
  const { key } = await openCustomerKey(services, call, { keyId: input.KeyId, action: 'kms:CancelKeyDeletion' });
  await changeKey(services, call, {
    key,
    require: requirePendingDeletion,
    change: (db) => updateKey(db, key.arn, { state: 'Disabled', deletion_at: null, deletion_window_days: null }),
  });
  return { KeyId: key.arn };
};
