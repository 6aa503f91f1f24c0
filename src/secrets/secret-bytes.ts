import { inspect } from 'node:util';

/** Key material: does not print, does not turn into JSON, can be wiped. */
export class SecretBytes {
  readonly #bytes: Uint8Array;

  /** Takes the array over: the caller keeps no copy. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
