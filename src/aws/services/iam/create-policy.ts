import type { CreatePolicyRequest, CreatePolicyResponse } from '@aws-sdk/client-iam';
import { newUniqueId } from '../../../storage/records/iam.ts';
import type { PolicyRow } from '../../../storage/records/iam-policies.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkNameIsFree } from './check-name-is-free.ts';
import { checkIdentityPolicy } from './check-policy-document.ts';
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
    newest_version: 1,
    created_at: call.now,
    updated_at: call.now,
  };
  const policy = await services.records.write(async (db) => {
    await checkNameIsFree(db, 'policy', { account, name });
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
