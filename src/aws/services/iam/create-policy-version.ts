import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import { tooManyVersions } from '../../../messages/iam.ts';
import { type PolicyRow, policyVersions, versionNumber } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkIdentityPolicy } from './check-policy-document.ts';
import { POLICY_VERSIONS_MAX } from './limits.ts';
import { getOwnPolicyRow } from './managed-policy-view.ts';
import { makeDefault } from './set-default-policy-version.ts';

export const createPolicyVersion: Operation<CreatePolicyVersionRequest, CreatePolicyVersionResponse> = async (
  services,
  { PolicyArn: arn, PolicyDocument: document, SetAsDefault: isDefault = false },
  call,
) => {
  await authorizeIam(services, call, { action: 'CreatePolicyVersion', resource: arn });
  const versionId = await services.records.write(async (db) => {
    const policy = await getOwnPolicyRow(db, call, arn);
    checkIdentityPolicy(document, 'identity');
    const id = await nextVersionId(db, policy);
    await db
      .insertInto('iam_policy_versions')
      .values({ policy_arn: arn, version_id: id, document, is_default: 0, created_at: call.now })
      .execute();
    if (isDefault) await makeDefault(db, { arn, versionId: id, now: call.now });
    return id;
  });
  return {
    PolicyVersion: { VersionId: versionId, IsDefaultVersion: isDefault, CreateDate: new Date(call.now) },
  };
};

/**
 * One more than the newest there is. AWS never gives a number twice; here the number of a newest version that was deleted comes again,
 * since nothing remembers it.
 */
async function nextVersionId(db: Database, { arn }: PolicyRow): Promise<string> {
  const versions = await policyVersions(db, arn);
  if (versions.length >= POLICY_VERSIONS_MAX) throw tooManyVersions(POLICY_VERSIONS_MAX);
  return `v${1 + Math.max(...versions.map(({ version_id }) => versionNumber(version_id)))}`;
}
