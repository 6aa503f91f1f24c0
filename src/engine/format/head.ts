import { Buffer } from 'node:buffer';
import { nonceLength, openWhole, sealWhole } from '../crypto/aead.ts';
import { chosenAead } from '../crypto/chosen-aead.ts';
import { deriveKey } from '../crypto/derive-key.ts';
import { EngineError } from '../engine-error.ts';
import { formatVersion, keyIdLength, saltLength } from './blob-header.ts';
import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

export interface KeySlot {
  readonly keyId: Buffer;
  readonly wrapped: Buffer;
}

/** A head as it is stored: nothing in it can be trusted before `openIdKey` has said yes. */
export interface Head {
  readonly domainId: string;
  /** Last: the current one. */
  readonly slots: readonly KeySlot[];
  readonly salt: Buffer;
  readonly sealedIdKey: Buffer;
  /** All before the sealed id key. */
  readonly additional: Buffer;
}

const magic = 'XVLTHEAD';
const zeroNonce = Buffer.alloc(nonceLength);

export function encodeHead(
  head: Pick<Head, 'domainId' | 'slots' | 'salt'>,
  { currentKey, idKey }: { currentKey: Uint8Array; idKey: Uint8Array },
): Buffer {
  const writer = new ByteWriter().raw(Buffer.from(magic, 'ascii')).u16(formatVersion).text(head.domainId);
  writer.varint(head.slots.length);
  for (const slot of head.slots) writer.raw(slot.keyId).bytes(slot.wrapped);
  const additional = Buffer.from(writer.raw(head.salt).finish());
  const key = deriveKey(currentKey, head.salt, 'head');
  const sealed = sealWhole(chosenAead(), { key, nonce: zeroNonce, additional }, idKey);
  key.fill(0);
  return Buffer.concat([additional, sealed]);
}

/** Throws MalformedError, and EngineError `format-unknown`. */
export function decodeHead(bytes: Uint8Array): Head {
  const reader = new ByteReader(bytes);
  if (reader.raw(8).toString('latin1') !== magic) throw new EngineError('head-corrupt', {});
  const version = reader.u16();
  if (version !== formatVersion) throw new EngineError('format-unknown', { magic, version });
  const domainId = reader.text();
  const slots = Array.from({ length: reader.count(keyIdLength + 1) }, () => ({
    keyId: Buffer.from(reader.raw(keyIdLength)),
    wrapped: Buffer.from(reader.bytes()),
  }));
  if (slots.length === 0) throw new EngineError('head-corrupt', {});
  const salt = Buffer.from(reader.raw(saltLength));
  const additional = Buffer.from(reader.between(0, reader.offset));
  const sealedIdKey = Buffer.from(reader.raw(reader.remaining));
  return { domainId, slots, salt, sealedIdKey, additional };
}

/** The id key; nothing where the head was altered or the data key is another one. */
export function openIdKey(head: Head, currentKey: Uint8Array): Buffer | undefined {
  const key = deriveKey(currentKey, head.salt, 'head');
  const input = { key, nonce: zeroNonce, additional: head.additional };
  const idKey = openWhole(chosenAead(), input, head.sealedIdKey);
  key.fill(0);
  return idKey?.length === 32 ? idKey : undefined;
}
