import type { GetPolicyVersionRequest, GetPolicyVersionResponse } from '@aws-sdk/client-iam';
import { policyVersionNotFound } from '../../../messages/iam.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { toToldVersion, viewPolicy } from './managed-policy-view.ts';

export const getPolicyVersion: Operation<GetPolicyVersionRequest, GetPolicyVersionResponse> = async (
  services,
  { PolicyArn: arn, VersionId: versionId },
  call,
) => {
  await authorizeIam(services, call, { action: 'GetPolicyVersion', resource: arn });
  const { versions } = await services.records.read((db) => viewPolicy(db, call, arn));
  const version = versions.find(({ id }) => id === versionId);
  if (version === undefined) throw policyVersionNotFound({ arn, versionId });
  return { PolicyVersion: toToldVersion(version) };
};
