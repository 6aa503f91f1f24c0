import { createHmac, timingSafeEqual } from 'node:crypto';
import * as kms from '../messages/kms.ts';
import { withMaterial } from './key-material.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyUse } from './key-service.ts';
import { findUsableKey, onlyMaterial } from './use-key.ts';

export interface MacRequest {
  readonly keyId: string;
  readonly region: string;
  readonly message: Uint8Array;
  /** `HMAC_SHA_256` */
  readonly algorithm: string;
  readonly isDryRun: boolean;
}

/** Throws as every use of a key does. */
export const generateMac = (
  parts: KeyParts,
  use: KeyUse,
  request: MacRequest,
): Promise<{ keyArn: string; mac: Uint8Array }> => computeMac(parts, { use, action: 'kms:GenerateMac' }, request);

/** Returns where the MAC is the message's; else throws KMSInvalidMacException. */
export async function verifyMac(
  parts: KeyParts,
  use: KeyUse,
  { mac, ...request }: MacRequest & { mac: Uint8Array },
): Promise<{ keyArn: string }> {
  const { keyArn, mac: expected } = await computeMac(parts, { use, action: 'kms:VerifyMac' }, request);
  if (mac.length !== expected.length || !timingSafeEqual(mac, expected)) throw kms.invalidMac();
  return { keyArn };
}

async function computeMac(
  parts: KeyParts,
  { use, action }: { use: KeyUse; action: string },
  { algorithm, message, isDryRun, ...name }: MacRequest,
): Promise<{ keyArn: string; mac: Uint8Array }> {
  const context = { 'kms:MacAlgorithm': algorithm };
  const { key } = await findUsableKey(parts, name, { use, action, usage: 'GENERATE_VERIFY_MAC', algorithm, context });
  if (isDryRun) throw kms.dryRun();
  const row = await onlyMaterial(parts, key);
  const hash = `sha${algorithm.slice('HMAC_SHA_'.length)}`;
  const mac = withMaterial(parts, row, (material) => createHmac(hash, material.open()).update(message).digest());
  return { keyArn: key.arn, mac };
}
