import { chosenZstd } from './zstd.ts';

/** The plaintext of a frame, in `into`, which has room for it and no more; nothing where the frame is anything else. */
export function decompress(frame: Uint8Array, into: Uint8Array): Uint8Array | undefined {
  return chosenZstd().decompress(frame, into) === into.length ? into : undefined;
}
