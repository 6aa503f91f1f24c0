/**
 * A number from 0 to below `limit` that a text always gives again, spread evenly over many texts (FNV-1a with a final mix). For what must look
 * drawn and yet be the same when it is worked out twice; no secret depends on it.
 */
export function spreadNumber(text: string, limit: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.floor((((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * limit);
}
