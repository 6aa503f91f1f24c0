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
