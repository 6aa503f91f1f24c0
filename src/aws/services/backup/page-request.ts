import * as backup from '../../../messages/backup.ts';
import type { PagePosition } from '../../../storage/records/page.ts';
import { parseNextToken } from '../pagination.ts';
import { PAGE_ROWS_DEFAULT } from './limits.ts';

export interface PageRequest {
  readonly after?: PagePosition;
  /** Rows that the answer may have. */
  readonly limit: number;
}

/** Which part of a list is wanted. Throws for a token that is not ours. */
export function parsePageRequest(input: {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
}): PageRequest {
  const limit = input.MaxResults ?? PAGE_ROWS_DEFAULT;
  if (input.NextToken === undefined) return { limit };
  const [at, id] = parseNextToken(input.NextToken) ?? [];
  if (typeof at !== 'number' || typeof id !== 'string') throw backup.nextTokenInvalid();
  return { after: { at, id }, limit };
}

/** What to ask the records for: one row more, which tells whether there is another page. */
export const withOneMore = ({ after, limit }: PageRequest) => ({ after, limit: limit + 1 });
