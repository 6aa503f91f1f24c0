import type { GetPolicyRequest, GetPolicyResponse } from '@aws-sdk/client-iam';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { toPolicy, viewPolicy } from './managed-policy-view.ts';
import { toTags } from './tags.ts';

export const getPolicy: Operation<GetPolicyRequest, GetPolicyResponse> = async (services, { PolicyArn: arn }, call) => {
  await authorizeIam(services, call, { action: 'GetPolicy', resource: arn });
  return services.records.read(async (db) => {
    const policy = await toPolicy(db, call, await viewPolicy(db, call, arn));
    return { Policy: { ...policy, Tags: toTags(await tagsOf(db, arn)) } };
  });
};
