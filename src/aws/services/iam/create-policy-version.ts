import type { CreatePolicyVersionRequest, CreatePolicyVersionResponse } from '@aws-sdk/client-iam';
import { tooManyVersions } from '../../../messages/iam.ts';
import { type PolicyRow, policyVersions } from '../../../storage/records/iam-policies.ts';
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
    const number = await nextVersion(db, policy);
    const id = `v${number}`;
    await db
      .insertInto('iam_policy_versions')
      .values({ policy_arn: arn, version_id: id, document, is_default: 0, created_at: call.now })
      .execute();
    await db.updateTable('iam_policies').set({ newest_version: number }).where('arn', '=', arn).execute();
    if (isDefault) await makeDefault(db, { arn, versionId: id, now: call.now });
    return id;
  });
  return {
    PolicyVersion: { VersionId: versionId, IsDefaultVersion: isDefault, CreateDate: new Date(call.now) },
  };
};

/** A number is never given twice, even after its version is gone. */
async function nextVersion(db: Database, { arn, newest_version }: PolicyRow): Promise<number> {
  if ((await policyVersions(db, arn)).length >= POLICY_VERSIONS_MAX) throw tooManyVersions(POLICY_VERSIONS_MAX);
  return newest_version + 1;
}
