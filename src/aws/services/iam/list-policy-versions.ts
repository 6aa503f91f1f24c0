import type { ListPolicyVersionsRequest, ListPolicyVersionsResponse } from '@aws-sdk/client-iam';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { toListedVersion, viewPolicy } from './managed-policy-view.ts';

/** Five at most, so that they all fit a page; newest first. */
export const listPolicyVersions: Operation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> = async (
  services,
  { PolicyArn: arn },
  call,
) => {
  await authorizeIam(services, call, { action: 'ListPolicyVersions', resource: arn });
  const { versions } = await services.records.read((db) => viewPolicy(db, call, arn));
  return { Versions: versions.map(toListedVersion), IsTruncated: false };
};
