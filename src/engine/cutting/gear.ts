import { createHash } from 'node:crypto';

/** The 256 random numbers of the gear hash (FORMAT.md 5), as low and high halves. In the format for ever. */
export function gearTable(): { low: Uint32Array; high: Uint32Array } {
  const low = new Uint32Array(256);
  const high = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    const digest = createHash('sha256').update('crossvault gear 1').update(Uint8Array.of(byte)).digest();
    low[byte] = digest.readUInt32LE(0);
    high[byte] = digest.readUInt32LE(4);
  }
  return { low, high };
}
