import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import { hasInstanceProfile } from '../../../messages/iam.ts';
import { forgetPrincipal } from '../../../storage/records/forget-principal.ts';
import { instanceProfilesOf } from '../../../storage/records/instance-profiles.ts';
import { removeAllTags } from '../../../storage/records/tags.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole, getOwnRoleRow } from './authorize-role.ts';
import { checkHasNoPolicies } from './check-has-no-policies.ts';

/** Documents that name the role keep its unique id in the place of its ARN: a role of that name made later gains nothing from them. */
export const deleteRole: Operation<DeleteRoleRequest, object> = async (services, { RoleName: name }, call) => {
  await authorizeRole(services, call, { action: 'DeleteRole', name });
  await services.records.write(async (db) => {
    const role = await getOwnRoleRow(db, call, name);
    if ((await instanceProfilesOf(db, role.account_id, name)).length > 0) throw hasInstanceProfile();
    await checkHasNoPolicies(db, { account: role.account_id, kind: 'role', name });
    await db.deleteFrom('iam_roles').where('id', '=', role.id).execute();
    await removeAllTags(db, role.arn);
    await forgetPrincipal(db, role);
  });
  return {};
};
