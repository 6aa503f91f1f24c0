import { Buffer } from 'node:buffer';
import { nativeAead } from '../native/native-aead.ts';
import { nativeLibrary } from '../native/native-library.ts';
import { type Aead, nodeAead, openWhole, sealWhole } from './aead.ts';

let chosen: Aead | undefined;

/** The fastest AES-256-GCM that this process has. A native one must first have written the bytes that node:crypto writes. */
export function chosenAead(): Aead {
  chosen ??= choose();
  return chosen;
}

function choose(): Aead {
  if (!nativeLibrary) return nodeAead;
  const native = nativeAead(nativeLibrary);
  return writesTheSame(native) ? native : nodeAead;
}

function writesTheSame(native: Aead): boolean {
  const input = { key: Buffer.alloc(32, 1), nonce: Buffer.alloc(12, 2), additional: Buffer.alloc(38, 3) };
  const plaintext = Buffer.alloc(1000, 4);
  const sealed = sealWhole(native, input, plaintext);
  return (
    sealed.equals(sealWhole(nodeAead, input, plaintext)) && openWhole(native, input, sealed)?.equals(plaintext) === true
  );
}
