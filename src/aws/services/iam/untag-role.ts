import type { UntagRoleRequest } from '@aws-sdk/client-iam';
import { removeTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getRoleRow } from './authorize-role.ts';

export const untagRole: Operation<UntagRoleRequest, object> = async (
  services,
  { RoleName: name, TagKeys: keys },
  call,
) => {
  await authorizeRole(services, call, { action: 'UntagRole', name, context: { 'aws:TagKeys': keys } });
  await services.records.write(async (db) => removeTags(db, (await getRoleRow(db, call, name)).arn, keys));
  return {};
};
