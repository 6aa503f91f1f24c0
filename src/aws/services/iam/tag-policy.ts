import type { TagPolicyRequest } from '@aws-sdk/client-iam';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { getOwnPolicyRow } from './managed-policy-view.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';

export const tagPolicy: Operation<TagPolicyRequest, object> = async (services, { PolicyArn: arn, Tags }, call) => {
  const tags = readTags(Tags);
  await authorizeIam(services, call, { action: 'TagPolicy', resource: arn, context: tagContext(tags) });
  await services.records.write(async (db) => {
    await getOwnPolicyRow(db, call, arn);
    checkTagCount({ ...(await tagsOf(db, arn)), ...tags }, 'Policy');
    await putTags(db, arn, tags);
  });
  return {};
};
