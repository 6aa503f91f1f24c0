import type { SetDefaultPolicyVersionRequest } from '@aws-sdk/client-iam';
import { policyVersionNotFound } from '../../../messages/iam.ts';
import { policyVersions } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { getOwnPolicyRow } from './managed-policy-view.ts';

export const setDefaultPolicyVersion: Operation<SetDefaultPolicyVersionRequest, object> = async (
  services,
  { PolicyArn: arn, VersionId: versionId },
  call,
) => {
  await authorizeIam(services, call, { action: 'SetDefaultPolicyVersion', resource: arn });
  await services.records.write(async (db) => {
    await getOwnPolicyRow(db, call, arn);
    const isThere = (await policyVersions(db, arn)).some(({ version_id }) => version_id === versionId);
    if (!isThere) throw policyVersionNotFound({ arn, versionId });
    await makeDefault(db, { arn, versionId, now: call.now });
  });
  return {};
};

/** One version is in force, always. */
export async function makeDefault(
  db: Database,
  { arn, versionId, now }: { arn: string; versionId: string; now: number },
): Promise<void> {
  await db.updateTable('iam_policy_versions').set({ is_default: 0 }).where('policy_arn', '=', arn).execute();
  await db
    .updateTable('iam_policy_versions')
    .set({ is_default: 1 })
    .where('policy_arn', '=', arn)
    .where('version_id', '=', versionId)
    .execute();
  await db.updateTable('iam_policies').set({ updated_at: now }).where('arn', '=', arn).execute();
}
