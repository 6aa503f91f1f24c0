import type { DescribeResourcePolicyResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { findResourcePolicy } from '../../../storage/records/organization-resource-policies.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { toResourcePolicy } from './to-resource-policy.ts';

export const describeResourcePolicy: Operation<object, DescribeResourcePolicyResponse> = async (
  services,
  _input,
  call,
) => {
  const organization = await enter(services, call, { action: 'DescribeResourcePolicy', by: 'administrators' });
  const policy = await services.records.read((db) => findResourcePolicy(db, organization.id));
  if (!policy) throw messages.resourcePolicyNotFound();
  return { ResourcePolicy: toResourcePolicy(organization, policy) };
};
