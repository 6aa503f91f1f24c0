import type { DescribePolicyRequest, DescribePolicyResponse } from '@aws-sdk/client-organizations';
import type { Operation } from '../operation.ts';
import { enterPolicy } from './enter-policy.ts';
import { toPolicySummary } from './shapes.ts';

export const describePolicy: Operation<DescribePolicyRequest, DescribePolicyResponse> = async (
  services,
  input,
  call,
) => {
  const { organization, policy } = await enterPolicy(services, call, {
    action: 'DescribePolicy',
    by: 'administrators',
    policyId: input.PolicyId,
  });
  return { Policy: { PolicySummary: toPolicySummary(organization, policy), Content: policy.content } };
};
