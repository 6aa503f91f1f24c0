import type { TagResourceRequest } from '@aws-sdk/client-organizations';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { enterTagged } from './enter-tagged.ts';
import { entryContext } from './entry-context.ts';

export const tagResource: Operation<TagResourceRequest, object> = async (services, input, call) => {
  const arn = await enterTagged(services, call, {
    action: 'TagResource',
    by: 'management',
    resourceId: input.ResourceId,
    context: entryContext({ tags: input.Tags }),
  });
  await services.records.write(async (db) => putTags(db, arn, acceptTags(input.Tags, await tagsOf(db, arn))));
  return {};
};
