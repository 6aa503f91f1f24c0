import type { ListTagsInput, ListTagsOutput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import type { Operation } from '../operation.ts';
import { paginate } from '../pagination.ts';
import { PAGE_ROWS_DEFAULT } from './limits.ts';
import { openTagged } from './open-tagged.ts';
import { present } from './present.ts';

export const listTags: Operation<ListTagsInput, ListTagsOutput> = async (services, input, call) => {
  const tags = await openTagged(services, call, { action: 'backup:ListTags', arn: input.ResourceArn });
  const entries = Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1));
  const limit = input.MaxResults ?? PAGE_ROWS_DEFAULT;
  const page = paginate(entries, { list: 'ListTags', token: input.NextToken, limit }, ([key]) => key);
  if (page === undefined) throw backup.nextTokenInvalid();
  return present<ListTagsOutput>({ Tags: Object.fromEntries(page.rows), NextToken: page.nextToken });
};
