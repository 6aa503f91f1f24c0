import { UNIQUE_ID_ALPHABET } from '../storage/records/iam.ts';
import { type Random, randomString } from '../util/random.ts';

const SECRET_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Twenty characters; the first four tell whose: AKIA of a user, ASIA of a session. */
export const newAccessKeyId = (random: Random, prefix: 'AKIA' | 'ASIA'): string =>
  prefix + randomString(random, { alphabet: UNIQUE_ID_ALPHABET, count: 16 });

/** Forty characters, 240 bits of chance. */
export const newSecretAccessKey = (random: Random): string =>
  randomString(random, { alphabet: SECRET_ALPHABET, count: 40 });
