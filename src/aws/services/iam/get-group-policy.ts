import type { GetGroupPolicyRequest, GetGroupPolicyResponse } from '@aws-sdk/client-iam';
import { groupPolicyNotFound } from '../../../messages/iam.ts';
import { inlinePolicies } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeGroup, getGroupRow } from './authorize-group.ts';
import { toEncodedDocument } from './to-encoded-document.ts';

export const getGroupPolicy: Operation<GetGroupPolicyRequest, GetGroupPolicyResponse> = async (
  services,
  input,
  call,
) => {
  const { GroupName: name, PolicyName: policyName } = input;
  await authorizeGroup(services, call, { action: 'GetGroupPolicy', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getGroupRow(db, call, name);
    const policies = await inlinePolicies(db, { account, kind: 'group', name });
    const policy = policies.find((each) => each.name === policyName);
    if (policy === undefined) throw groupPolicyNotFound(policyName);
    return { GroupName: name, PolicyName: policyName, PolicyDocument: toEncodedDocument(policy.document) };
  });
};
