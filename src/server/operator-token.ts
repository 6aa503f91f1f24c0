import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Random } from '../util/random.ts';
import { randomHex } from '../util/random.ts';

/** The token of the operator API: 256 bits in `keys/operator-token`, readable by the server's user only. Made on first use. */
export function operatorToken(keysDirectory: string, random: Random): string {
  const file = operatorTokenFile(keysDirectory);
  if (!existsSync(file)) writeFileSync(file, `${randomHex(random, 64)}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

export const operatorTokenFile = (keysDirectory: string): string => path.join(keysDirectory, 'operator-token');
