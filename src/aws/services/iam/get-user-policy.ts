import type { GetUserPolicyRequest, GetUserPolicyResponse } from '@aws-sdk/client-iam';
import { userPolicyNotFound } from '../../../messages/iam.ts';
import { inlinePolicies } from '../../../storage/records/iam-policies.ts';
import type { Operation } from '../operation.ts';
import { authorizeUser, getUserRow } from './authorize-user.ts';
import { toEncodedDocument } from './to-encoded-document.ts';

export const getUserPolicy: Operation<GetUserPolicyRequest, GetUserPolicyResponse> = async (services, input, call) => {
  const { UserName: name, PolicyName: policyName } = input;
  await authorizeUser(services, call, { action: 'GetUserPolicy', name });
  return services.records.read(async (db) => {
    const { account_id: account } = await getUserRow(db, call, name);
    const policies = await inlinePolicies(db, { account, kind: 'user', name });
    const policy = policies.find((each) => each.name === policyName);
    if (policy === undefined) throw userPolicyNotFound(policyName);
    return { UserName: name, PolicyName: policyName, PolicyDocument: toEncodedDocument(policy.document) };
  });
};
