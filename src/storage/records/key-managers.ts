import type { Database } from './records.ts';

/** Who manages each of these keys, by key ARN: `AWS` or `CUSTOMER`. A key that is gone is not in the map. */
export async function keyManagers(
  db: Database,
  keyArns: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(keyArns.flatMap((arn) => (arn === null ? [] : [arn.slice(arn.lastIndexOf('/') + 1)])));
  if (ids.size === 0) return new Map();
  const rows = await db
    .selectFrom('kms_keys')
    .select(['arn', 'manager'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ arn, manager }) => [arn, manager]));
}
