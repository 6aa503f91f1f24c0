import type { UntagResourceRequest } from '@aws-sdk/client-organizations';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { enterTagged } from './enter-tagged.ts';

export const untagResource: Operation<UntagResourceRequest, object> = async (services, input, call) => {
  const arn = await enterTagged(services, call, {
    action: 'UntagResource',
    by: 'management',
    resourceId: input.ResourceId,
  });
  await services.records.write((db) => removeTags(db, arn, input.TagKeys));
  return {};
};
