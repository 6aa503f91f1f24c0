import type { WireRequest } from '../request.ts';
import { parseTarget, toWireHeaders } from '../request.ts';
import type { RequestToSign, SigningCredentials } from '../sign.ts';
import { sign } from '../sign.ts';

/** For tests: a request as the wire would receive it, signed by our own signer. */
export function signRequest(
  request: RequestToSign,
  credentials: SigningCredentials,
  scope: { readonly region: string; readonly service: string; readonly now: number },
): WireRequest {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    ...parseTarget(pathname + search),
    headers: toWireHeaders(Object.entries(sign(request, credentials, scope)).flat()),
    body: Buffer.from(request.body ?? ''),
  };
}
