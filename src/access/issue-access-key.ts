import type { Sealer } from '../secrets/sealer.ts';
import { insertAccessKey } from '../storage/records/access-keys.ts';
import type { Database } from '../storage/records/records.ts';
import type { Random } from '../util/random.ts';
import { newAccessKeyId, newSecretAccessKey } from './new-secrets.ts';
import { accessKeyPurpose } from './sealing-purposes.ts';

export interface IssuedAccessKey {
  readonly accessKeyId: string;
  /** Told once, here; what stays is sealed. */
  readonly secretAccessKey: string;
}

/** Gives a user a key of its own. The user is there: the caller has looked. */
export async function issueAccessKey(
  db: Database,
  { sealer, random, now }: { sealer: Sealer; random: Random; now: number },
  user: { readonly account: string; readonly name: string },
): Promise<IssuedAccessKey> {
  const accessKeyId = newAccessKeyId(random, 'AKIA');
  const secretAccessKey = newSecretAccessKey(random);
  await insertAccessKey(db, {
    id: accessKeyId,
    account_id: user.account,
    user_name: user.name,
    secret_sealed: sealer.seal(new TextEncoder().encode(secretAccessKey), accessKeyPurpose(accessKeyId)),
    status: 'Active',
    created_at: now,
    last_used_at: null,
    last_used_service: null,
    last_used_region: null,
  });
  return { accessKeyId, secretAccessKey };
}
