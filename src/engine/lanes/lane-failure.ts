import { Buffer } from 'node:buffer';
import { ResourceError, type ResourceErrorKind } from '../../resources/resource-error.ts';
import { StorageError, type StorageErrorKind } from '../../storage/storage-error.ts';
import type { EngineErrorKind } from '../engine.ts';
import { EngineError } from '../engine-error.ts';
import { ChunkError } from './chunk-error.ts';
import type { LaneFailure } from './lane-protocol.ts';

/** An error as data that crosses threads. */
export function toLaneFailure(error: unknown): LaneFailure {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error instanceof ChunkError) return { error: 'engine', kind: error.kind, facts: {}, message, hash: error.hash };
  if (error instanceof EngineError) return { error: 'engine', kind: error.kind, facts: error.facts, message };
  if (error instanceof StorageError) return { error: 'storage', kind: error.kind, facts: error.facts, message };
  if (error instanceof ResourceError) return { error: 'resource', kind: error.kind, facts: {}, message: error.detail };
  return { error: 'other', kind: 'other', facts: {}, message };
}

/** The same error again. `chunkId` names a chunk for the world outside. */
export function fromLaneFailure(failure: LaneFailure, chunkId: (hash: Uint8Array) => string): Error {
  const { facts, message, hash } = failure;
  if (failure.error === 'engine') {
    const named = hash ? { ...facts, chunk: chunkId(Buffer.from(hash)) } : facts;
    return new EngineError(failure.kind as EngineErrorKind, named, { cause: new Error(message) });
  }
  if (failure.error === 'storage') return new StorageError(failure.kind as StorageErrorKind, facts);
  if (failure.error !== 'resource') return new Error(message);
  const cause = new ResourceError(failure.kind as ResourceErrorKind, message);
  return new EngineError('target-refused', { reason: failure.kind }, { cause });
}
