import * as kms from '../../../messages/kms.ts';

export interface PageRequest {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Members of every list that KMS answers. */
  readonly more: { readonly Truncated: boolean; readonly NextMarker?: string };
}

/**
 * One page of a list that is sorted by `keyOf`. A marker names the last item seen, not a place: what is made or removed between two pages neither
 * repeats nor hides others. Throws InvalidMarkerException for a marker that is none of ours.
 */
export function toPage<Item>(
  items: readonly Item[],
  { Limit, Marker }: PageRequest,
  { keyOf, size }: { keyOf: (item: Item) => string; size: { byDefault: number; max: number } },
): Page<Item> {
  const limit = Math.min(Limit ?? size.byDefault, size.max);
  const after = Marker === undefined ? undefined : readMarker(Marker);
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  if (last === undefined || rest.length <= limit) return { items: page, more: { Truncated: false } };
  return { items: page, more: { Truncated: true, NextMarker: writeMarker(keyOf(last)) } };
}

const PREFIX = 'after ';

const writeMarker = (key: string): string => Buffer.from(`${PREFIX}${key}`, 'utf8').toString('base64url');

function readMarker(marker: string): string {
  const text = Buffer.from(marker, 'base64url').toString('utf8');
  if (!text.startsWith(PREFIX)) throw kms.markerInvalid();
  return text.slice(PREFIX.length);
}
