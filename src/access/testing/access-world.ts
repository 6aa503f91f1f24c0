import { createHash } from 'node:crypto';
import type { AccountId } from '../../model/account.ts';
import type { Principal } from '../../model/principal.ts';
import { openSealer } from '../../secrets/open-sealer.ts';
import type { Sealer } from '../../secrets/sealer.ts';
import { SecretBytes } from '../../secrets/secret-bytes.ts';
import { ensureAccount } from '../../storage/records/accounts.ts';
import type { Records } from '../../storage/records/records.ts';
import { openSqlite } from '../../storage/records/sqlite.ts';
import type { Random } from '../../util/random.ts';
import type { Access } from '../access.ts';
import { createAccess } from '../create-access.ts';
import { createCredentials } from '../create-credentials.ts';
import type { Credentials } from '../credentials.ts';

export const SOURCE = '111111111111' as AccountId;
export const DESTINATION = '222222222222' as AccountId;
export const NOW = Date.UTC(2026, 10, 21, 12);

/** Records in memory with two accounts, and what access needs around them. For tests. */
export interface AccessWorld {
  readonly records: Records;
  readonly clock: { now(): number; advance(ms: number): void };
  readonly random: Random;
  readonly sealer: Sealer;
  readonly access: Access;
  readonly credentials: Credentials;
  /** Dev mode's administrator, who comes into being with this. */
  administrator(account: AccountId): Promise<Principal>;
}

export async function openAccessWorld({ isDev = true }: { isDev?: boolean } = {}): Promise<AccessWorld> {
  const records = await openSqlite(':memory:');
  let now = NOW;
  const clock = {
    now: () => now,
    advance(ms: number) {
      now += ms;
    },
  };
  const sealer = openSealer({ material: new SecretBytes(new Uint8Array(32).fill(7)), isGenerated: false });
  const credentials = createCredentials({ records, sealer, clock, isDev });
  await records.write(async (db) => {
    await ensureAccount(db, SOURCE, now);
    await ensureAccount(db, DESTINATION, now);
  });
  return {
    records,
    clock,
    random: countingRandom(),
    sealer,
    access: createAccess({ records, clock }),
    credentials,
    async administrator(account) {
      const credential = await credentials.find(account);
      if (credential === undefined) throw new Error('dev mode knows every account');
      return credential.principal;
    },
  };
}

/** Looks random, repeats in every run, gives no bytes twice. */
function countingRandom(): Random {
  let draws = 0;
  return {
    bytes(count) {
      const parts: Buffer[] = [];
      for (let length = 0; length < count; length += 32) {
        draws += 1;
        parts.push(createHash('sha256').update(`draw ${draws}`).digest());
      }
      return Uint8Array.from(Buffer.concat(parts).subarray(0, count));
    },
  };
}
