import { createHash } from 'node:crypto';
import type { Principal } from '../model/principal.ts';
import type { Sealer } from '../secrets/sealer.ts';
import type { Database } from '../storage/records/records.ts';
import { insertSession } from '../storage/records/sessions.ts';
import type { Random } from '../util/random.ts';
import { SESSION_TOKEN_BYTES } from './limits.ts';
import { newAccessKeyId, newSecretAccessKey } from './new-secrets.ts';
import { sessionPurpose } from './sealing-purposes.ts';

export interface IssuedSession {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: number;
}

/** Temporary credentials for `principal`. Secret and token are told once, here. */
export async function issueSession(
  db: Database,
  { sealer, random, now }: { sealer: Sealer; random: Random; now: number },
  { principal, seconds }: { principal: Principal; seconds: number },
): Promise<IssuedSession> {
  const accessKeyId = newAccessKeyId(random, 'ASIA');
  const secretAccessKey = newSecretAccessKey(random);
  const sessionToken = Buffer.from(random.bytes(SESSION_TOKEN_BYTES)).toString('base64');
  const expiresAt = now + seconds * 1000;
  await insertSession(db, {
    accessKeyId,
    principal,
    tokenHash: createHash('sha256').update(sessionToken).digest('hex'),
    secretSealed: sealer.seal(new TextEncoder().encode(secretAccessKey), sessionPurpose(accessKeyId)),
    createdAt: now,
    expiresAt,
  });
  return { accessKeyId, secretAccessKey, sessionToken, expiresAt };
}
