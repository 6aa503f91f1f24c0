import type { TagResourceInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { acceptTags } from './accept-tags.ts';
import { TAGS_MAX } from './limits.ts';
import { openTagged } from './open-tagged.ts';
import { requestTags } from './vault-access.ts';

/** Adds tags to a vault, recovery point, plan or legal hold, or gives new values to those that are there. */
export const tagResource: Operation<TagResourceInput, Record<string, never>> = async (services, input, call) => {
  const tags = acceptTags(input.Tags);
  const arn = input.ResourceArn;
  await openTagged(services, call, { action: 'backup:TagResource', arn, context: requestTags(tags) });
  await services.records.write(async (db) => {
    const together = { ...(await tagsOf(db, arn)), ...tags };
    if (Object.keys(together).length > TAGS_MAX) throw backup.tooManyTags();
    await putTags(db, arn, tags);
  });
  return {};
};
