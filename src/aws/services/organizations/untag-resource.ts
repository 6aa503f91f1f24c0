import type { UntagResourceRequest } from '@aws-sdk/client-organizations';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { enterTagged } from './enter-tagged.ts';
import { entryContext } from './entry-context.ts';

export const untagResource: Operation<UntagResourceRequest, object> = async (services, input, call) => {
  const arn = await enterTagged(services, call, {
    action: 'UntagResource',
    by: 'management',
    resourceId: input.ResourceId,
    context: entryContext({ tagKeys: input.TagKeys }),
  });
  await services.records.write((db) => removeTags(db, arn, input.TagKeys));
  return {};
};
