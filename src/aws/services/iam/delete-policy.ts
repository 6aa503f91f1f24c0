import type { DeletePolicyRequest } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { policyVersions } from '../../../storage/records/iam-policies.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { attachmentCount, boundaryCount, getOwnPolicyRow } from './managed-policy-view.ts';

export const deletePolicy: Operation<DeletePolicyRequest, object> = async (services, { PolicyArn: arn }, call) => {
  await authorizeIam(services, call, { action: 'DeletePolicy', resource: arn });
  await services.records.write(async (db) => {
    await getOwnPolicyRow(db, call, arn);
    const isUsed = (await attachmentCount(db, call, arn)) + (await boundaryCount(db, call, arn)) > 0;
    if (isUsed) throw messages.policyIsAttached();
    if ((await policyVersions(db, arn)).length > 1) throw messages.policyHasVersions();
    await db.deleteFrom('iam_policy_versions').where('policy_arn', '=', arn).execute();
    await db.deleteFrom('iam_policies').where('arn', '=', arn).execute();
    await removeAllTags(db, arn);
  });
  return {};
};
