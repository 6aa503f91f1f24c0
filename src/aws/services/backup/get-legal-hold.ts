import type { GetLegalHoldInput, GetLegalHoldOutput } from '@aws-sdk/client-backup';
import type { Operation } from '../operation.ts';
import { toHoldSelectionShape, toHoldShape } from './hold-shape.ts';
import { openLegalHold } from './open-legal-hold.ts';
import { present, toDate } from './present.ts';

export const getLegalHold: Operation<GetLegalHoldInput, GetLegalHoldOutput> = async (services, input, call) => {
  const hold = await openLegalHold(services, call, { action: 'backup:GetLegalHold', id: input.LegalHoldId });
  const shape = toHoldShape(hold);
  return present<GetLegalHoldOutput>({
    Title: shape.Title,
    Status: shape.Status,
    Description: shape.Description,
    CancelDescription: hold.cancel_description,
    LegalHoldId: shape.LegalHoldId,
    LegalHoldArn: shape.LegalHoldArn,
    CreationDate: shape.CreationDate,
    CancellationDate: shape.CancellationDate,
    RetainRecordUntil: toDate(hold.retain_until),
    RecoveryPointSelection: toHoldSelectionShape(hold),
  });
};
