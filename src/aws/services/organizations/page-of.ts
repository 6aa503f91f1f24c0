import * as messages from '../../../messages/organizations.ts';
import { paginate } from '../pagination.ts';
import { PAGE_ROWS_DEFAULT } from './limits.ts';

export interface ListInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

/** The asked part of a list, with `NextToken` where there is more. Throws InvalidInputException for a token that is not this list's. */
export function pageOf<Row>(
  list: string,
  all: readonly Row[],
  { NextToken, MaxResults }: ListInput,
  keyOf: (row: Row) => string,
): { readonly rows: readonly Row[]; readonly next: { NextToken?: string } } {
  const sorted = [...all].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const page = paginate(sorted, { list, token: NextToken, limit: MaxResults ?? PAGE_ROWS_DEFAULT }, keyOf);
  if (!page) throw messages.invalidInput('INVALID_PAGINATION_TOKEN');
  return { rows: page.rows, next: page.nextToken === undefined ? {} : { NextToken: page.nextToken } };
}
