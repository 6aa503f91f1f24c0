import { Buffer } from 'node:buffer';

/** One page of a list, and the token for the next; absent on the last page. */
export interface PageOf<Row> {
  readonly page: readonly Row[];
  readonly nextToken?: string;
}

export interface PageRequest<Row> {
  /** The operation: a token of another list is refused. */
  readonly list: string;
  readonly token: string | undefined;
  readonly limit: number;
  /** What orders the rows and tells them apart. Rows come in the order of their keys (by UTF-16 units). */
  readonly keyOf: (row: Row) => string;
  /** Makes the service's error for a token that is none of ours. */
  readonly refuse: () => Error;
}

/** Cuts one page out of all rows. The token names the last row's key, so rows that come or go meanwhile shift nothing. */
export function paginate<Row>(
  rows: readonly Row[],
  { list, token, limit, keyOf, refuse }: PageRequest<Row>,
): PageOf<Row> {
  const after = token === undefined ? undefined : parsePageToken(list, token);
  if (token !== undefined && after === undefined) throw refuse();
  const rest = after === undefined ? rows : rows.filter((row) => keyOf(row) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || page.length === rest.length) return { page };
  return { page, nextToken: printPageToken(list, keyOf(last)) };
}

/** An opaque token for a position in a list. */
export function printPageToken(list: string, position: string): string {
  return Buffer.from(JSON.stringify([list, position])).toString('base64url');
}

/** The position; nothing where the token was not made by `printPageToken` for this list. */
export function parsePageToken(list: string, token: string): string | undefined {
  const decoded = Buffer.from(token, 'base64url').toString('utf8');
  const prefix = `[${JSON.stringify(list)},"`;
  if (!decoded.startsWith(prefix) || !decoded.endsWith('"]')) return undefined;
  const position = /^"(?:[^"\\]|\\.)*"$/s.exec(decoded.slice(prefix.length - 1, -1))?.[0];
  if (position === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(position);
    return typeof value === 'string' && printPageToken(list, value) === token ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
