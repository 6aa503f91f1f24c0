import type { CancelLegalHoldInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { RETENTION_DAYS_MAX } from '../../../model/lifecycle.ts';
import { resumeColdMoves } from '../../../storage/records/cold-moves.ts';
import { resumeExpiry } from '../../../storage/records/expiry.ts';
import { cancelHold, holdById } from '../../../storage/records/legal-holds.ts';
import type { Operation } from '../operation.ts';
import { HOLD_TEXT_LENGTH_MAX } from './limits.ts';
import { openLegalHold } from './open-legal-hold.ts';

const DAY_MS = 86_400_000;

/** Lifts a legal hold for good. Its record stays for as many days as asked, or for good. */
export const cancelLegalHold: Operation<CancelLegalHoldInput, Record<string, never>> = async (
  services,
  input,
  call,
) => {
  const { id } = await openLegalHold(services, call, { action: 'backup:CancelLegalHold', id: input.LegalHoldId });
  const { CancelDescription: description, RetainRecordInDays: days } = input;
  if (description.length > HOLD_TEXT_LENGTH_MAX) throw backup.holdInvalid('CancelDescription is too long.');
  if (days !== undefined && (days < 0 || days > RETENTION_DAYS_MAX)) {
    throw backup.holdInvalid(`RetainRecordInDays cannot be less than 0 or more than ${RETENTION_DAYS_MAX} days.`);
  }
  await services.records.write(async (db) => {
    const hold = await holdById(db, id, call.now);
    if (hold?.status !== 'ACTIVE') throw backup.holdNotActive(id);
    const retainUntil = days === undefined ? null : call.now + days * DAY_MS;
    await cancelHold(db, id, { description, retainUntil, now: call.now });
    const resumed = { account: hold.account_id, region: hold.region, now: call.now };
    await resumeExpiry(db, resumed);
    await resumeColdMoves(db, resumed);
  });
  return {};
};
