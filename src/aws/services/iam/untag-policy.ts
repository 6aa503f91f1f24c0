import type { UntagPolicyRequest } from '@aws-sdk/client-iam';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { getOwnPolicyRow } from './managed-policy-view.ts';

export const untagPolicy: Operation<UntagPolicyRequest, object> = async (
  services,
  { PolicyArn: arn, TagKeys: keys },
  call,
) => {
  await authorizeIam(services, call, { action: 'UntagPolicy', resource: arn, context: { 'aws:TagKeys': keys } });
  await services.records.write(async (db) => {
    await getOwnPolicyRow(db, call, arn);
    await removeTags(db, arn, keys);
  });
  return {};
};
