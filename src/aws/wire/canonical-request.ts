import { createHmac, hash } from 'node:crypto';
import { parsePairs, percentEncode, trimBlanks } from './percent.ts';
import type { WireHeaders, WireRequest } from './request.ts';

export const sha256Hex = (bytes: Uint8Array): string =>
  bytes.byteLength === 0 ? ofNothing : hash('sha256', bytes, 'hex');

/** Most requests have no body. */
const ofNothing = hash('sha256', new Uint8Array(), 'hex');

/** The path without empty and dot segments: what is signed, and what requests are routed by. */
export function normalizePath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  const isFolder = path.endsWith('/') && segments.length > 0;
  return `/${segments.join('/')}${isFolder ? '/' : ''}`;
}

/**
 * The request in the one form that both sides sign. The path is encoded once more as it stands, so an ARN's `%2F` becomes `%252F`
 * (every service but S3 does so). Returns nothing where the query string has a broken escape.
 */
export function canonicalRequest(
  request: Pick<WireRequest, 'method' | 'path' | 'query' | 'headers'>,
  { signedHeaders, payloadHash }: { readonly signedHeaders: readonly string[]; readonly payloadHash: string },
): string | undefined {
  const query = canonicalQuery(request.query);
  if (query === undefined) return undefined;
  return [
    request.method,
    normalizePath(request.path).split('/').map(percentEncode).join('/'),
    query,
    ...signedHeaders.map((name) => `${name}:${canonicalHeader(request.headers, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalQuery(query: string): string | undefined {
  const pairs = parsePairs(query);
  if (pairs === undefined) return undefined;
  return pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [percentEncode(name), percentEncode(value)])
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const canonicalHeader = (headers: WireHeaders, name: string): string =>
  (headers.get(name) ?? []).map(foldSpaces).join(',');

const foldSpaces = (value: string): string => trimBlanks(value).replace(/[ \t\n\v\f\r]+/g, ' ');

export interface Scope {
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** `canonical` holds one character a byte. */
export function stringToSign(
  canonical: string,
  { scope, signedAt }: { readonly scope: Scope; readonly signedAt: string },
) {
  const digest = hash('sha256', Buffer.from(canonical, 'latin1'), 'hex');
  return `AWS4-HMAC-SHA256\n${signedAt}\n${scope.date}/${scope.region}/${scope.service}/aws4_request\n${digest}`;
}

/** 32 bytes: key material, good for one day, Region and service. */
export function deriveSigningKey(secret: Uint8Array, { date, region, service }: Scope): Buffer {
  const seed = Buffer.concat([Buffer.from('AWS4', 'latin1'), secret]);
  try {
    return [date, region, service, 'aws4_request'].reduce<Buffer>(hmac, seed);
  } finally {
    seed.fill(0);
  }
}

export const hmac = (key: Uint8Array, text: string): Buffer =>
  createHmac('sha256', key).update(text, 'latin1').digest();
