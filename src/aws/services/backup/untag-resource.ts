import type { UntagResourceInput } from '@aws-sdk/client-backup';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { openTagged } from './open-tagged.ts';

/** Takes tags off a vault, recovery point, plan or legal hold; keys that are not there do not matter. */
export const untagResource: Operation<UntagResourceInput, Record<string, never>> = async (services, input, call) => {
  const keys = input.TagKeyList ?? [];
  const arn = input.ResourceArn;
  await openTagged(services, call, { action: 'backup:UntagResource', arn, context: { 'aws:TagKeys': keys } });
  await services.records.write((db) => removeTags(db, arn, keys));
  return {};
};
