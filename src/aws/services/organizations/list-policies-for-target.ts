import type { ListPoliciesForTargetRequest, ListPoliciesForTargetResponse } from '@aws-sdk/client-organizations';
import * as messages from '../../../messages/organizations.ts';
import { policiesOnTarget } from '../../../storage/records/organization-policies.ts';
import type { Operation } from '../operation.ts';
import { targetArn } from './arns.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { findPlace } from './find-place.ts';
import { pageOf } from './page-of.ts';
import { toPolicySummary } from './shapes.ts';

/** What is attached to the very target; what it inherits is not listed. */
export const listPoliciesForTarget: Operation<ListPoliciesForTargetRequest, ListPoliciesForTargetResponse> = async (
  services,
  input,
  call,
) => {
  const { TargetId, Filter } = input;
  const organization = await enter(services, call, {
    action: 'ListPoliciesForTarget',
    by: 'administrators',
    resource: (own) => targetArn(own, TargetId),
    context: entryContext({ policyType: input.Filter }),
  });
  const all = await services.records.read(async (db) => {
    if (!(await findPlace(db, organization, TargetId))) throw messages.targetNotFound();
    return policiesOnTarget(db, { organizationId: organization.id, targetId: TargetId, type: Filter });
  });
  const { rows, next } = pageOf(`ListPoliciesForTarget ${Filter}`, all, input, (row) => row.id);
  return { Policies: rows.map((row) => toPolicySummary(organization, row)), ...next };
};
