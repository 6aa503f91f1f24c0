import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { findRole, insertRole, toRoleArn } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkBoundary } from './check-boundary.ts';
import { checkTrustPolicy } from './check-policy-document.ts';
import { ROLES_PER_ACCOUNT_MAX } from './limits.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';
import { toRole } from './to-role.ts';

export const createRole: Operation<CreateRoleRequest, CreateRoleResponse> = async (services, input, call) => {
  const { account } = call.principal;
  const { RoleName: name, Path: path = '/', PermissionsBoundary: boundaryArn } = input;
  const tags = readTags(input.Tags);
  checkTagCount(tags, 'Role');
  await authorizeIam(services, call, {
    action: 'CreateRole',
    resource: toRoleArn(account, path, name),
    context: { ...tagContext(tags), ...(boundaryArn !== undefined && { 'iam:PermissionsBoundary': boundaryArn }) },
  });
  const row = await services.records.write(async (db) => {
    await checkNameIsFree(db, account, name);
    await checkTrustPolicy(db, input.AssumeRolePolicyDocument);
    if (boundaryArn !== undefined) await checkBoundary(db, account, boundaryArn);
    const role = await insertRole(
      db,
      {
        account,
        name,
        path,
        trustPolicy: input.AssumeRolePolicyDocument,
        description: input.Description,
        boundaryArn,
        ...(input.MaxSessionDuration !== undefined && { maxSessionSeconds: input.MaxSessionDuration }),
      },
      call.now,
      services.random,
    );
    await putTags(db, role.arn, tags);
    return role;
  });
  return { Role: toRole(row, tags) };
};

/** Names are one whatever their case; so says the API Reference of CreateRole. */
async function checkNameIsFree(db: Database, account: string, name: string): Promise<void> {
  if ((await findRole(db, account, name)) !== undefined) throw messages.roleExists(name);
  const names = await db.selectFrom('iam_roles').select('name').where('account_id', '=', account).execute();
  if (names.some((row) => row.name.toLowerCase() === name.toLowerCase())) throw messages.roleExists(name);
  if (names.length >= ROLES_PER_ACCOUNT_MAX) {
    throw messages.quotaExceeded({ quota: 'RolesPerAccount', max: ROLES_PER_ACCOUNT_MAX });
  }
}
