import type {
  ListTargetsForPolicyRequest,
  ListTargetsForPolicyResponse,
  PolicyTargetSummary,
} from '@aws-sdk/client-organizations';
import { targetsOfPolicy } from '../../../storage/records/organization-policies.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enterPolicy } from './enter-policy.ts';
import { findPlace } from './find-place.ts';
import { pageOf } from './page-of.ts';

export const listTargetsForPolicy: Operation<ListTargetsForPolicyRequest, ListTargetsForPolicyResponse> = async (
  services,
  input,
  call,
) => {
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'ListTargetsForPolicy',
    by: 'administrators',
    policyId: input.PolicyId,
  });
  return services.records.read(async (db) => {
    const all = await targetsOfPolicy(db, organization.id, policy.id);
    const { rows, next } = pageOf('ListTargetsForPolicy', all, input, (id) => id);
    const targets: PolicyTargetSummary[] = [];
    for (const id of rows) {
      const place = await findPlace(db, organization, id);
      if (place) targets.push({ TargetId: id, Arn: targetArn(organization, id), Name: place.name, Type: place.type });
    }
    return { Targets: targets, ...next };
  });
};
