import { Buffer } from 'node:buffer';
import { Blake3Hasher } from '@napi-rs/blake-hash';
import type { ChunkKind } from './chunk-kind.ts';
import { contentHashLength } from './content-hash-length.ts';

const formatKey = Buffer.from('crossvault content hash format 1', 'ascii');
/** One for all: each takes 2 KB outside the heap, which the collector does not count, so that many small chunks would pile them up. */
const hasher = Blake3Hasher.newKeyed(formatKey);
const kindBytes: Record<ChunkKind, Uint8Array> = { 1: Uint8Array.of(1), 2: Uint8Array.of(2) };

/**
 * Names a plaintext in all domains alike, so it must not leave sealed bytes: outside, use `chunkId`. By way of text: what lies behind the buffers
 * of a native module is freed by a turn of the event loop, which a lane with many small chunks does not take; and it costs twice the time.
 */
export function contentHash(kind: ChunkKind, plaintext: Uint8Array): Buffer {
  hasher.reset();
  // Of its own: a view of the pool would cross to other threads with all of the pool.
  const hash = Buffer.allocUnsafeSlow(contentHashLength);
  hash.write(hasher.update(kindBytes[kind]).update(plaintext).digest('hex'), 'hex');
  return hash;
}

/** The chunk's name for the world outside: tells nothing across domains. Hexadecimal. */
export function chunkId(idKey: Uint8Array, hash: Uint8Array): string {
  const key = Buffer.from(idKey);
  const id = Blake3Hasher.newKeyed(key).update(hash).digest('hex');
  key.fill(0);
  return id;
}
