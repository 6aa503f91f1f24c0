import type { EngineErrorKind } from '../engine.ts';

/** A chunk that is ill. It becomes an EngineError with the chunk's id on the main thread, which has the id key. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError';
  readonly kind: EngineErrorKind;
  readonly hash: Uint8Array;

  constructor(kind: EngineErrorKind, hash: Uint8Array) {
    super(kind);
    this.kind = kind;
    this.hash = hash;
  }
}
