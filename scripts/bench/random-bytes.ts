import { Buffer } from 'node:buffer';
import { createCipheriv, createHash } from 'node:crypto';

/** Bytes that look random and are the same on every machine: the AES-CTR key stream of the seed. */
export function seededBytes(seed: string, length: number): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Text of made-up words, some far more frequent than others: compresses about threefold, like source code. */
export function seededText(seed: string, length: number): Buffer {
  const text = Buffer.allocUnsafe(length);
  const chance = seededBytes(seed, length);
  for (let end = 0, index = 0; end < length; index += 4) {
    const word = WORDS[rank(chance, index)]!;
    end += word.copy(text, end);
  }
  return text;
}

const WORD_COUNT = 4_096;
const WORDS = makeWords();

function makeWords(): readonly Buffer[] {
  const letters = 'etaoinshrdlucmfwypvbgkqjxz';
  const chance = seededBytes('words', WORD_COUNT * 16);
  return Array.from({ length: WORD_COUNT }, (_, index) => {
    const own = chance.subarray(index * 16, index * 16 + 16);
    const word = Array.from(own.subarray(1, 3 + (own[0]! % 9)), (byte) => letters[byte % letters.length]).join('');
    return Buffer.from(word + (own[15]! % 12 === 0 ? '\n' : ' '));
  });
}

/** Low ranks are likelier: a product of two even chances. */
function rank(chance: Buffer, index: number): number {
  const at = index % (chance.length - 3);
  return (((chance.readUInt16LE(at) * chance.readUInt16LE(at + 2)) / 2 ** 32) * WORD_COUNT) | 0;
}
