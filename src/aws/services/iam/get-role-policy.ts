import type { GetRolePolicyRequest, GetRolePolicyResponse } from '@aws-sdk/client-iam';
import { rolePolicyNotFound } from '../../../messages/iam.ts';
import { inlinePolicies } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { toEncodedDocument } from './to-encoded-document.ts';

export const getRolePolicy: Operation<GetRolePolicyRequest, GetRolePolicyResponse> = async (services, input, call) => {
  const { RoleName: name, PolicyName: policyName } = input;
  await authorizeRole(services, call, { action: 'GetRolePolicy', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getRoleRow(db, call, name);
    const policies = await inlinePolicies(db, { account, kind: 'role', name });
    const policy = policies.find((each) => each.name === policyName);
    if (policy === undefined) throw rolePolicyNotFound(policyName);
    return { RoleName: name, PolicyName: policyName, PolicyDocument: toEncodedDocument(policy.document) };
  });
};
