import type { IncomingMessage } from 'node:http';
import { bodyReadMsMax, discardedBytesMax, requestBytesMax } from './limits.ts';

/** A request's body, or why there is none. */
export type ReadBody =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-slow' }
  /** The client went away. */
  | { readonly kind: 'gone' };

/** Reads the whole body within bounds. What is too large is read on and dropped for a while, so that the client hears of it. */
export function readBody(
  request: IncomingMessage,
  { bytesMax = requestBytesMax, msMax = bodyReadMsMax } = {},
): Promise<ReadBody> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return Promise.resolve({ kind: 'read', bytes: new Uint8Array() });
  if (Number(length ?? 0) > discardedBytesMax) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const finish = (result: ReadBody): void => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onGone).off('error', onGone);
      // An error after the answer has been decided must not end the process.
      request.on('error', () => undefined);
      resolve(result);
    };
    const onData = (chunk: Uint8Array): void => {
      size += chunk.byteLength;
      if (size <= bytesMax) chunks.push(chunk);
      else chunks.length = 0;
      if (size > discardedBytesMax) finish({ kind: 'too-large' });
    };
    const onEnd = (): void =>
      finish(size > bytesMax ? { kind: 'too-large' } : { kind: 'read', bytes: Buffer.concat(chunks, size) });
    const onGone = (): void => finish({ kind: 'gone' });
    const timer = setTimeout(() => finish({ kind: 'too-slow' }), msMax);
    request.on('data', onData).on('end', onEnd).on('close', onGone).on('error', onGone);
  });
}
