import type { DeletePolicyVersionRequest } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { policyVersions } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { getOwnPolicyRow } from './managed-policy-view.ts';

export const deletePolicyVersion: Operation<DeletePolicyVersionRequest, object> = async (
  services,
  { PolicyArn: arn, VersionId: versionId },
  call,
) => {
  await authorizeIam(services, call, { action: 'DeletePolicyVersion', resource: arn });
  await services.records.write(async (db) => {
    await getOwnPolicyRow(db, call, arn);
    const version = (await policyVersions(db, arn)).find(({ version_id }) => version_id === versionId);
    if (version === undefined) throw messages.policyVersionNotFound({ arn, versionId });
    if (version.is_default === 1) throw messages.versionIsDefault();
    await db
      .deleteFrom('iam_policy_versions')
      .where('policy_arn', '=', arn)
      .where('version_id', '=', versionId)
      .execute();
  });
  return {};
};
