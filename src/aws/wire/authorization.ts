import type { Protocol } from '../../messages/common.ts';
import { malformedQueryString } from '../../messages/common.ts';
import * as signature from '../../messages/signature.ts';
import { printBasicTime } from './basic-time.ts';
import { parsePairs, trimBlanks } from './percent.ts';
import type { WireRequest } from './request.ts';
import { headerOf } from './request.ts';

/** What a request says of its own signature; nothing of it has been checked yet. */
export interface SignatureClaim {
  readonly form: 'header' | 'query';
  readonly algorithm: string;
  readonly credential: string;
  /** Lower case, in the order given. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** ISO 8601's basic format, or whatever the client wrote in its place. */
  readonly signedAt: string;
  readonly token: string | undefined;
  /** Of a presigned URL, as written. */
  readonly expires: string | undefined;
}

/** Throws AWS's error where there is no signature, two of them, or half of one. */
export function parseAuthorization(request: WireRequest, protocol: Protocol): SignatureClaim {
  const header = headerOf(request.headers, 'authorization');
  const authorization = header === undefined ? undefined : trimBlanks(header);
  const query = parsePairs(request.query);
  if (query === undefined) throw malformedQueryString(protocol);
  const parameters = new Map(query.toReversed());
  const isPresigned = parameters.has('X-Amz-Algorithm');
  if (authorization !== undefined && isPresigned) throw signature.signedTwice(protocol);
  if (isPresigned) return parsePresigned(parameters, protocol);
  if (authorization === undefined || !authorization.startsWith('AWS4-')) {
    throw signature.missingAuthenticationToken(protocol);
  }
  return parseHeader(request, authorization, protocol);
}

function parseHeader(request: WireRequest, authorization: string, protocol: Protocol): SignatureClaim {
  const space = authorization.indexOf(' ');
  const algorithm = space < 0 ? authorization : authorization.slice(0, space);
  const values = new Map<string, string>();
  for (const part of space < 0 ? [] : authorization.slice(space + 1).split(',')) {
    const pair = trimBlanks(part);
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals < 0) throw signature.notKeyValue(protocol, { part: pair, authorization });
    if (!values.has(pair.slice(0, equals))) values.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  const signedAt = readSignedAt(request);
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !values.get(name));
  if (signedAt === undefined) missing.push('Date');
  if (missing.length > 0) throw signature.incompleteHeader(protocol, { missing, authorization });
  return {
    form: 'header',
    algorithm,
    credential: values.get('Credential')!,
    signedHeaders: splitHeaders(values.get('SignedHeaders')!),
    signature: values.get('Signature')!,
    signedAt: signedAt!,
    token: headerOf(request.headers, 'x-amz-security-token'),
    expires: undefined,
  };
}

/** `X-Amz-Date`, else `Date`, which may also be written the long way of HTTP. */
function readSignedAt({ headers }: WireRequest): string | undefined {
  const own = headerOf(headers, 'x-amz-date');
  if (own !== undefined) return own;
  const date = headerOf(headers, 'date');
  if (date === undefined || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date)) return date;
  const ms = Date.parse(date);
  return Number.isNaN(ms) ? date : printBasicTime(ms);
}

function parsePresigned(parameters: ReadonlyMap<string, string>, protocol: Protocol): SignatureClaim {
  const needed = ['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Signature', 'X-Amz-SignedHeaders', 'X-Amz-Date'];
  const missing = needed.filter((name) => !parameters.get(name));
  if (missing.length > 0) throw signature.incompleteQuery(protocol, missing);
  return {
    form: 'query',
    algorithm: parameters.get('X-Amz-Algorithm')!,
    credential: parameters.get('X-Amz-Credential')!,
    signedHeaders: splitHeaders(parameters.get('X-Amz-SignedHeaders')!),
    signature: parameters.get('X-Amz-Signature')!,
    signedAt: parameters.get('X-Amz-Date')!,
    token: parameters.get('X-Amz-Security-Token'),
    expires: parameters.get('X-Amz-Expires'),
  };
}

const splitHeaders = (text: string): string[] => text.toLowerCase().split(';');
