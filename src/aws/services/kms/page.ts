import * as kms from '../../../messages/kms.ts';
import { paginate } from '../pagination.ts';

export interface PageRequest {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Members of every list that KMS answers. */
  readonly more: { readonly Truncated: boolean; readonly NextMarker?: string };
}

export interface PageShape<Item> {
  /** The operation: a marker of another list is refused. */
  readonly list: string;
  /** What the list is sorted by. */
  readonly keyOf: (item: Item) => string;
  readonly size: { readonly byDefault: number; readonly max: number };
}

/** One page in KMS's shape. Throws InvalidMarkerException for a marker that is none of this list's. */
export function toPage<Item>(items: readonly Item[], request: PageRequest, shape: PageShape<Item>): Page<Item> {
  const { list, keyOf, size } = shape;
  const limit = Math.min(request.Limit ?? size.byDefault, size.max);
  const page = paginate(items, { list, token: request.Marker, limit }, keyOf);
  if (page === undefined) throw kms.markerInvalid();
  const { rows, nextToken } = page;
  return {
    items: rows,
    more: nextToken === undefined ? { Truncated: false } : { Truncated: true, NextMarker: nextToken },
  };
}
