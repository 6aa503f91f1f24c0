import { printBasicTime } from './basic-time.ts';
import { canonicalRequest, deriveSigningKey, hmac, sha256Hex, stringToSign } from './canonical-request.ts';
import { parseTarget, toWireHeaders } from './request.ts';

export interface RequestToSign {
  readonly method: string;
  /** With scheme and host. */
  readonly url: string;
  /** All of them are signed, and `host` as well. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface SigningCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The headers to send: those given, and what Signature Version 4 adds. `now` in milliseconds. */
export function sign(
  { method, url, headers = {}, body = '' }: RequestToSign,
  credentials: SigningCredentials,
  { region, service, now }: { readonly region: string; readonly service: string; readonly now: number },
): Record<string, string> {
  const { host, pathname, search } = new URL(url);
  const signedAt = printBasicTime(now);
  const sent: Record<string, string> = { ...headers, host, 'x-amz-date': signedAt };
  if (credentials.sessionToken !== undefined) sent['x-amz-security-token'] = credentials.sessionToken;

  const wireHeaders = toWireHeaders(Object.entries(sent).flat().map(toBytes));
  const signedHeaders = [...wireHeaders.keys()].sort();
  const payloadHash = sha256Hex(Buffer.from(body));
  const request = { method, ...parseTarget(pathname + search), headers: wireHeaders };
  const canonical = canonicalRequest(request, { signedHeaders, payloadHash });
  if (canonical === undefined) throw new TypeError(`the query string of ${url} has a broken percent escape`);

  const scope = { date: signedAt.slice(0, 8), region, service };
  const key = deriveSigningKey(Buffer.from(credentials.secretAccessKey), scope);
  const signature = hmac(key, stringToSign(canonical, { scope, signedAt })).toString('hex');
  const credential = `${credentials.accessKeyId}/${scope.date}/${region}/${service}/aws4_request`;
  sent.authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
  return sent;
}

const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
