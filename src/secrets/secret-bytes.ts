import { inspect } from 'node:util';

/**
 * Key material: does not print, does not turn into JSON, can be wiped. It lies in memory of its own: V8 moves short arrays about its heap, and
 * leaves their bytes behind.
 */
export class SecretBytes {
  readonly #bytes: Uint8Array;

  /** Takes the material over: the caller's array is wiped. */
  constructor(bytes: Uint8Array) {
    this.#bytes = ownCopy(bytes);
    bytes.fill(0);
  }

  static copyOf(bytes: Uint8Array): SecretBytes {
    return new SecretBytes(ownCopy(bytes));
  }

  /** The material itself, for the one call that needs it. */
  open(): Uint8Array {
    return this.#bytes;
  }

  wipe(): void {
    this.#bytes.fill(0);
  }

  toJSON(): string {
    return '[secret]';
  }

  toString(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/** In memory outside V8's heap, which can be handed to another thread without a copy. The caller wipes it. */
export function ownCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(new ArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
