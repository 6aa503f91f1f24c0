import { awsManagedKey } from './aws-managed-keys.ts';
import { decryptWith, encryptWith } from './encrypt-and-decrypt.ts';
import { generateDataKey, generateDataKeyWithoutPlaintext } from './generate-data-key.ts';
import { createGrant } from './grant-key-use.ts';
import type { KeyParts } from './key-parts.ts';
import type { KeyService } from './key-service.ts';
import { reEncrypt } from './re-encrypt.ts';
import { retireGrant } from './retire-grant.ts';

/**
 * The built-in key service: material rests sealed in the records, and opens for one call at a time behind the policy
 * evaluator's yes.
 */
export function createKeyService(parts: KeyParts): KeyService {
  return {
    generateDataKey: (use, request) => generateDataKey(parts, use, request),
    generateDataKeyWithoutPlaintext: (use, request) => generateDataKeyWithoutPlaintext(parts, use, request),
    encrypt: (use, request) => encryptWith(parts, request, { use, action: 'kms:Encrypt' }),
    decrypt: (use, request) => decryptWith(parts, request, { use, action: 'kms:Decrypt' }),
    reEncrypt: (use, request) => reEncrypt(parts, use, request),
    createGrant: (use, request) => createGrant(parts, use, request),
    retireGrant: (use, request) => retireGrant(parts, use, request),
    awsManagedKey: (request) => awsManagedKey(parts, request),
    sealOwn: async (plaintext, purpose) => parts.sealer.seal(plaintext, ownPurpose(purpose)),
    openOwn: async (sealed, purpose) => parts.sealer.open(sealed, ownPurpose(purpose)),
  };
}

/** Apart from every other thing that rests sealed. */
const ownPurpose = (purpose: string): string => `own key ${purpose}`;
