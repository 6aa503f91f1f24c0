import type { LegalHold, RecoveryPointSelection } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { HoldSelection } from '../../../model/legal-hold.ts';
import type { LegalHoldRow } from '../../../storage/records/legal-holds.ts';
import { HOLD_ENTRIES_MAX } from './limits.ts';
import { present, toDate, toTime } from './present.ts';

/** What a hold is to keep. Throws for a range of dates that lies ahead or runs backwards, and for lists beyond measure. */
export function parseHoldSelection(shape: RecoveryPointSelection | undefined, now: number): HoldSelection {
  const { VaultNames, ResourceIdentifiers, DateRange } = shape ?? {};
  for (const list of [VaultNames, ResourceIdentifiers]) {
    if ((list?.length ?? 0) > HOLD_ENTRIES_MAX)
      throw backup.holdInvalid(`A list has more than ${HOLD_ENTRIES_MAX} entries.`);
  }
  const from = toTime(DateRange?.FromDate);
  const to = toTime(DateRange?.ToDate);
  if ((from ?? 0) > now || (to ?? 0) > now) throw backup.holdInvalid('Dates in the future are not permitted.');
  if (from !== undefined && to !== undefined && from > to) throw backup.holdInvalid('FromDate is after ToDate.');
  return present<HoldSelection>({
    vaultNames: VaultNames,
    resourceIdentifiers: ResourceIdentifiers,
    createdFrom: from,
    createdTo: to,
  });
}

/** The same as it was asked for. */
export function toHoldSelectionShape({ selection }: LegalHoldRow): RecoveryPointSelection {
  const { vaultNames, resourceIdentifiers, createdFrom, createdTo } = JSON.parse(selection) as HoldSelection;
  return present<RecoveryPointSelection>({
    VaultNames: vaultNames && [...vaultNames],
    ResourceIdentifiers: resourceIdentifiers && [...resourceIdentifiers],
    DateRange:
      createdFrom === undefined || createdTo === undefined
        ? undefined
        : { FromDate: new Date(createdFrom), ToDate: new Date(createdTo) },
  });
}

/** A legal hold as the list tells it. */
export const toHoldShape = (hold: LegalHoldRow): LegalHold =>
  present<LegalHold>({
    Title: hold.title,
    Status: hold.status as NonNullable<LegalHold['Status']>,
    Description: hold.description,
    LegalHoldId: hold.id,
    LegalHoldArn: hold.arn,
    CreationDate: toDate(hold.created_at),
    CancellationDate: toDate(hold.canceled_at),
  });
