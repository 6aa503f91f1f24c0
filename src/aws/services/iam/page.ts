import { invalidMarker } from '../../../messages/iam.ts';
import { PAGE_SIZE_DEFAULT } from './limits.ts';

export interface PageInput {
  readonly Marker?: string | undefined;
  readonly MaxItems?: number | undefined;
}

export interface PageOutput {
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

/**
 * A page of what `load` finds behind a key, in the order of the keys; the marker names the last one told. Throws ValidationError for a
 * marker that we did not write.
 */
export async function loadPage<Row>(
  { Marker, MaxItems = PAGE_SIZE_DEFAULT }: PageInput,
  keyOf: (row: Row) => string,
  load: (after: string, limit: number) => Promise<readonly Row[]>,
): Promise<{ rows: readonly Row[]; page: PageOutput }> {
  const rows = await load(readMarker(Marker), MaxItems + 1);
  const last = rows[MaxItems - 1];
  if (rows.length <= MaxItems || last === undefined) return { rows, page: { IsTruncated: false } };
  return { rows: rows.slice(0, MaxItems), page: { IsTruncated: true, Marker: writeMarker(keyOf(last)) } };
}

/** A page of a short list that is at hand, sorted by `keyOf`. */
export function pageOfList<Row>(
  input: PageInput,
  keyOf: (row: Row) => string,
  list: readonly Row[],
): Promise<{ rows: readonly Row[]; page: PageOutput }> {
  const sorted = [...list].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return loadPage(input, keyOf, async (after, limit) => sorted.filter((row) => keyOf(row) > after).slice(0, limit));
}

const MARK = 'after:';

const writeMarker = (key: string): string => Buffer.from(MARK + key).toString('base64url');

function readMarker(marker: string | undefined): string {
  if (marker === undefined) return '';
  const text = Buffer.from(marker, 'base64url').toString();
  if (!text.startsWith(MARK)) throw invalidMarker();
  return text.slice(MARK.length);
}
