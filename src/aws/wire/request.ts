/**
 * A request as it came. Path, query and header values are strings of one character a byte: what was signed are bytes, and
 * nothing is decoded before the signature has been verified.
 */
export interface WireRequest {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly path: string;
  /** Behind the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: WireHeaders;
  readonly body: Uint8Array;
}

/** Lower-case names, values in the order of their coming. */
export type WireHeaders = ReadonlyMap<string, readonly string[]>;

/** From Node's flat list of names and values, which unlike its object keeps duplicates. */
export function toWireHeaders(rawHeaders: readonly string[]): WireHeaders {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!.toLowerCase();
    const values = headers.get(name);
    if (values === undefined) headers.set(name, [rawHeaders[index + 1]!]);
    else values.push(rawHeaders[index + 1]!);
  }
  return headers;
}

/** A header's value, duplicates joined by a comma as they are in the signature. */
export const headerOf = (headers: WireHeaders, name: string): string | undefined => headers.get(name)?.join(',');

/** Splits a request line's target; a proxy may send it with scheme and host. */
export function parseTarget(target: string): { path: string; query: string } {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const mark = local.indexOf('?');
  const path = mark < 0 ? local : local.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark < 0 ? '' : local.slice(mark + 1) };
}
