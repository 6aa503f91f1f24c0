/** The only source of chance, so that a test can repeat itself. */
export interface Random {
  bytes(count: number): Uint8Array;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexDigits(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

/** `count` random hexadecimal digits, lower case. */
export function randomHex(random: Random, count: number): string {
  return hexDigits(random.bytes(Math.ceil(count / 2))).slice(0, count);
}

/** A random (version 4) UUID in lower case, as AWS writes ids of plans, rules and requests. */
export function randomUuid(random: Random): string {
  const bytes = random.bytes(16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = hexDigits(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** `count` characters drawn evenly from `alphabet` (at most 256 characters). */
export function randomString(random: Random, { alphabet, count }: { alphabet: string; count: number }): string {
  const limit = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < count) {
    for (const byte of random.bytes(count)) {
      if (byte < limit && text.length < count) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
