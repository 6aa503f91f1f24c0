import * as kms from '../messages/kms.ts';
import type { EncryptionContext } from './key-service.ts';
import { ENCRYPTION_CONTEXT_CHARACTERS_MAX } from './limits.ts';

/**
 * One byte string for each encryption context, whatever the order of its pairs: names sorted by their UTF-8 bytes, each
 * name and value behind its length, so that no two contexts share a form. Throws ValidationException where it is longer
 * than AWS allows.
 */
export function toCanonicalBytes(context: EncryptionContext = {}): Uint8Array {
  const pairs = Object.entries(context);
  const characters = pairs.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (characters > ENCRYPTION_CONTEXT_CHARACTERS_MAX) throw kms.encryptionContextTooLong();
  const sorted = pairs
    .map(([name, value]) => ({ name: Buffer.from(name, 'utf8'), value: Buffer.from(value, 'utf8') }))
    .sort((one, other) => Buffer.compare(one.name, other.name));
  return Buffer.concat(sorted.flatMap(({ name, value }) => [lengthOf(name), name, lengthOf(value), value]));
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}
