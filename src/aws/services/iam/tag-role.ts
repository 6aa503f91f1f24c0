import type { TagRoleRequest } from '@aws-sdk/client-iam';
import { putTags, tagsOf } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';
import { checkTagCount, readTags, tagContext } from './tags.ts';

export const tagRole: Operation<TagRoleRequest, object> = async (services, { RoleName: name, Tags }, call) => {
  const tags = readTags(Tags);
  await authorizeRole(services, call, { action: 'TagRole', name, context: tagContext(tags) });
  await services.records.write(async (db) => {
    const { arn } = await getRoleRow(db, call, name);
    checkTagCount({ ...(await tagsOf(db, arn)), ...tags }, 'Role');
    await putTags(db, arn, tags);
  });
  return {};
};
