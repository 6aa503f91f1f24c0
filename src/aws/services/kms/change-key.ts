import * as kms from '../../../messages/kms.ts';
import { deleteDueKeys, findKey, type KeyRecord } from '../../../storage/records/kms.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { KmsKeysTable } from '../../../storage/records/schema.ts';
import type { Call, Services } from '../operation.ts';

/**
 * Changes a key in one transaction, in which its state is asked again: between the look at it and the change it may
 * have been scheduled for deletion. `require` throws where the state does not fit.
 */
export function changeKey(
  { records }: Services,
  call: Call,
  {
    key: { id, arn, region },
    require,
    change,
  }: {
    key: KmsKeysTable;
    require: (key: KmsKeysTable) => void;
    change: (db: Database, record: KeyRecord) => Promise<void>;
  },
): Promise<void> {
  return records.write(async (db) => {
    // A key that is gone gives back its aliases.
    await deleteDueKeys(db, call.now);
    const record = await findKey(db, { id, region, now: call.now });
    if (record === undefined) throw kms.keyNotFound(arn);
    require(record.key);
    await change(db, record);
  });
}
