import type { Duplex } from 'node:stream';
import { malformedRequest, requestEntityTooLarge, requestTimeout } from '../../messages/common.ts';
import { serviceModels } from '../api/service-models.ts';
import { toErrorResponse } from './error-response.ts';
import { lingerMsMax } from './limits.ts';

/**
 * For the server's `clientError` event: what Node itself could not read as HTTP (broken lines, headers beyond its bound, a request
 * that never ended) gets AWS's form as well, and the connection ends.
 */
export function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  // Node says it again for every further piece that it reads of the same bad request.
  if (socket.writableEnded) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const spoken = toSpoken(error.code);
  const { status, headers, body } = toErrorResponse(spoken, { model: serviceModels.backup, requestId: '' });
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  // Read on for a moment: closing upon unread bytes would reset the connection before the client has read the answer.
  socket.resume();
  socket.end(`HTTP/1.1 ${status} ${spoken.code}\r\n${head}\r\n${body}`);
  setTimeout(() => socket.destroy(), lingerMsMax).unref();
}

function toSpoken(code: string | undefined) {
  if (code === 'HPE_HEADER_OVERFLOW') return requestEntityTooLarge('rest-json');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return requestTimeout('rest-json');
  return malformedRequest('rest-json');
}
