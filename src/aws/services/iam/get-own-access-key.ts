import { accessKeyNotFound } from '../../../messages/iam.ts';
import { type AccessKeyRow, findAccessKey } from '../../../storage/records/access-keys.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Call } from '../operation.ts';
import { getUserRow } from './authorize-user.ts';

/** Throws NoSuchEntity for a key that is not this user's, whosever it is. */
export async function getOwnAccessKey(
  db: Database,
  call: Call,
  { userName, id }: { userName: string; id: string },
): Promise<AccessKeyRow> {
  const user = await getUserRow(db, call, userName);
  const key = await findAccessKey(db, id);
  if (key?.account_id !== user.account_id || key.user_name !== userName) throw accessKeyNotFound(id);
  return key;
}
