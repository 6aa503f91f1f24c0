import { Buffer } from 'node:buffer';
import { EngineError } from '../engine-error.ts';

export type Magic = 'XVLTPACK' | 'XVLTINDX' | 'XVLTMANI' | 'XVLTHEAD';

export const formatVersion = 1;
export const headerLength = 42;
export const keyIdLength = 16;
export const saltLength = 16;

export interface BlobHeader {
  readonly keyId: Buffer;
  readonly salt: Buffer;
}

export function encodeHeader(magic: Magic, { keyId, salt }: BlobHeader): Buffer {
  const header = Buffer.alloc(headerLength);
  header.write(magic, 0, 'ascii');
  header.writeUInt16LE(formatVersion, 8);
  keyId.copy(header, 10);
  salt.copy(header, 26);
  return header;
}

/** Nothing where this is no blob of that kind. Throws `format-unknown` where it is one of a version we do not know. */
export function decodeHeader(magic: Magic, bytes: Uint8Array): BlobHeader | undefined {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.length < headerLength || header.toString('latin1', 0, 8) !== magic) return undefined;
  const version = header.readUInt16LE(8);
  if (version !== formatVersion) throw new EngineError('format-unknown', { magic, version });
  return { keyId: Buffer.from(header.subarray(10, 26)), salt: Buffer.from(header.subarray(26, 42)) };
}
