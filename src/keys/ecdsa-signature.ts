export interface EcdsaSignature {
  readonly r: bigint;
  readonly s: bigint;
}

/** A sequence of two integers in DER, as RFC 3279 (2.2.3) has it and KMS answers. */
export function encodeEcdsaSignature({ r, s }: EcdsaSignature): Uint8Array {
  const body = Buffer.concat([encodeInteger(r), encodeInteger(s)]);
  return Buffer.concat([Uint8Array.of(0x30), encodeLength(body.length), body]);
}

/** Positive, so that a first bit that is set gets a byte before it. */
function encodeInteger(number: bigint): Uint8Array {
  const hex = number.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const isNegative = bytes[0]! > 0x7f;
  const body = isNegative ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes;
  return Buffer.concat([Uint8Array.of(0x02), encodeLength(body.length), body]);
}

const encodeLength = (length: number): Uint8Array =>
  length > 0x7f ? Uint8Array.of(0x81, length) : Uint8Array.of(length);

/** Nothing for bytes that are not such a sequence, or write it in another way than DER. */
export function parseEcdsaSignature(signature: Uint8Array): EcdsaSignature | undefined {
  const bytes = Buffer.from(signature);
  const start = bytes[1] === 0x81 ? 3 : 2;
  const r = readInteger(bytes, start);
  const s = r && readInteger(bytes, r.end);
  if (r === undefined || s === undefined) return undefined;
  const parsed = { r: r.number, s: s.number };
  return bytes.equals(encodeEcdsaSignature(parsed)) ? parsed : undefined;
}

function readInteger(bytes: Buffer, start: number): { number: bigint; end: number } | undefined {
  const length = bytes[start + 1];
  if (bytes[start] !== 0x02 || length === undefined || length === 0 || length > 0x7f) return undefined;
  const end = start + 2 + length;
  if (end > bytes.length) return undefined;
  return { number: BigInt(`0x${bytes.toString('hex', start + 2, end)}`), end };
}
