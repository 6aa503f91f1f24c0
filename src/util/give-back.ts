/** Below this, memory may be a pool's, and is not worth the call. */
const givenBackMin = 16 * 1024;

/**
 * Frees the memory of an output of node:crypto or node:zlib, or of bytes that came from a socket, at once; nobody may use it afterwards. As garbage it
 * would be collected late: a process would hold twice the memory, and each new output would fault fresh pages in.
 */
export function giveBack(output: Uint8Array): void {
  const { buffer } = output;
  const isWhole = output.length >= givenBackMin && output.byteLength === buffer.byteLength;
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
