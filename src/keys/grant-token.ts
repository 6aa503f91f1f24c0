import { createHash } from 'node:crypto';
import type { Random } from '../util/random.ts';

/** What CreateGrant hands out besides the id. Grants hold at once here, so that nobody needs it but RetireGrant. */
export const makeGrantToken = (random: Random): string => Buffer.from(random.bytes(96)).toString('base64');

/** Only the hash rests with us. */
export const hashGrantToken = (token: string): string => createHash('sha256').update(token).digest('hex');
