/** The place of a row in a list, by the columns that the list is ordered by. */
export type Place = readonly (string | number)[];

/** What was asked of a list and what it gave: one row more than wanted says that there are more. */
export interface CutPage<Row> {
  readonly rows: readonly Row[];
  /** Absent on the last page. */
  readonly nextToken?: string;
}

/** The first `limit` of the rows, and the token for what comes behind them where there is more. */
export function cutPage<Row>(rows: readonly Row[], limit: number, placeOf: (row: Row) => Place): CutPage<Row> {
  if (rows.length <= limit) return { rows };
  const kept = rows.slice(0, limit);
  return { rows: kept, nextToken: toNextToken(placeOf(kept.at(-1)!)) };
}

/** Opaque to clients: base64url of the place. It names a place and no right, so it is not signed. */
export const toNextToken = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place that a token names; nothing for a text that is no token of ours. */
export function parseNextToken(token: string): Place | undefined {
  if (token.length > TOKEN_LENGTH_MAX || !/^[\w-]+$/.test(token)) return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Far above the longest ARN, which is what the longest tokens hold. */
const TOKEN_LENGTH_MAX = 4096;

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) && value.every((part) => typeof part === 'string' || Number.isSafeInteger(part));

export interface ListPage {
  /** The operation: a token of another list is refused. */
  readonly list: string;
  readonly token: string | undefined;
  readonly limit: number;
}

/**
 * Cuts a page out of a list that is held whole, its rows in the order of their keys by UTF-16 units. The token names the last row's
 * key, so that rows which come or go meanwhile shift nothing. Returns nothing where the token is none of this list's.
 */
export function paginate<Row>(
  all: readonly Row[],
  { list, token, limit }: ListPage,
  keyOf: (row: Row) => string,
): { rows: readonly Row[]; nextToken?: string } | undefined {
  if (token === undefined) return cutPage(all, limit, (row) => [list, keyOf(row)]);
  const [origin, after, ...more] = parseNextToken(token) ?? [];
  if (origin !== list || typeof after !== 'string' || more.length > 0) return undefined;
  const rest = all.filter((row) => keyOf(row) > after);
  return cutPage(rest, limit, (row) => [list, keyOf(row)]);
}
