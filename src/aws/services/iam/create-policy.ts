import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { newUniqueId } from '../../../storage/records/iam.ts';
import type { PolicyRow } from '../../../storage/records/iam-policies.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkIdentityPolicy } from './check-policy-document.ts';
import { POLICIES_PER_ACCOUNT_MAX } from './limits.ts';
import { toPolicy, viewOfCustomer } from './managed-policy-view.ts';
import { checkTagCount, readTags, tagContext, toTags } from './tags.ts';

export const createPolicy: Operation<CreatePolicyRequest, CreatePolicyResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { PolicyName: name, Path: path = '/', PolicyDocument: document } = input;
  const arn = `arn:aws:iam::${account}:policy${path}${name}`;
  const tags = readTags(input.Tags);
  checkTagCount(tags, 'Policy');
  await authorizeIam(services, call, { action: 'CreatePolicy', resource: arn, context: tagContext(tags) });
  checkIdentityPolicy(document, 'identity');
  const row: PolicyRow = {
    arn,
    account_id: account,
    name,
    path,
    id: newUniqueId(services.random, 'ANPA'),
    description: input.Description ?? null,
    created_at: call.now,
    updated_at: call.now,
  };
  const policy = await services.records.write(async (db) => {
    await checkNameIsFree(db, account, name);
    await db.insertInto('iam_policies').values(row).execute();
    await db
      .insertInto('iam_policy_versions')
      .values({ policy_arn: arn, version_id: 'v1', document, is_default: 1, created_at: call.now })
      .execute();
    await putTags(db, arn, tags);
    return toPolicy(db, call, await viewOfCustomer(db, row));
  });
  return { Policy: { ...policy, ...(input.Tags && { Tags: toTags(tags) }) } };
};

/** Names are one whatever their case and path; so says the API Reference of CreatePolicy. */
async function checkNameIsFree(db: Database, account: string, name: string): Promise<void> {
  const names = await db.selectFrom('iam_policies').select('name').where('account_id', '=', account).execute();
  if (names.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw messages.policyExists(name);
  if (names.length >= POLICIES_PER_ACCOUNT_MAX) {
    throw messages.quotaExceeded({ quota: 'PoliciesPerAccount', max: POLICIES_PER_ACCOUNT_MAX });
  }
}
