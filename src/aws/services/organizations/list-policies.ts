import type { ListPoliciesRequest, ListPoliciesResponse } from '@aws-sdk/client-organizations';
import { listPolicies as listFromRecords } from '../../../storage/records/organization-policies.ts';
import type { Operation } from '../operation.ts';
import { enter } from './enter.ts';
import { entryContext } from './entry-context.ts';
import { pageOf } from './page-of.ts';
import { toPolicySummary } from './shapes.ts';

/** The organization's policies of one type, and AWS's. */
export const listPolicies: Operation<ListPoliciesRequest, ListPoliciesResponse> = async (services, input, call) => {
  const organization = await enter(services, call, {
    action: 'ListPolicies',
    by: 'administrators',
    context: entryContext({ policyType: input.Filter }),
  });
  const all = await services.records.read((db) => listFromRecords(db, organization.id, input.Filter));
  const { rows, next } = pageOf(`ListPolicies ${input.Filter}`, all, input, (row) => row.id);
  return { Policies: rows.map((row) => toPolicySummary(organization, row)), ...next };
};
