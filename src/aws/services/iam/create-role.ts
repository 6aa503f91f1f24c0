import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import { insertRole, toRoleArn } from '../../../storage/records/iam.ts';
import { putTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { checkBoundary } from './check-boundary.ts';
import { checkNameIsFree } from './check-name-is-free.ts';
import { checkTrustPolicy } from './check-policy-document.ts';
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
    await checkNameIsFree(db, 'role', { account, name });
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
