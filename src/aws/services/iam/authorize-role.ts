import * as messages from '../../../messages/iam.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { findRole, type RoleRow, toRoleArn } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';
import { tagsOf } from '../../../storage/records/tags.ts';
import type { Call, Services } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { resourceTagContext } from './tags.ts';

/**
 * Asks whether the caller may do `action` to the role, by the ARN it has, or would have without a path where it is not there: who may not
 * touch a role does not learn whether it exists.
 */
export async function authorizeRole(
  services: Services,
  call: Call,
  { action, name, context }: { action: string; name: string; context?: RequestContext },
): Promise<void> {
  const { account } = call.principal;
  const { row, tags } = await services.records.read(async (db) => {
    const found = await findRole(db, account, name);
    return { row: found, tags: found === undefined ? {} : await tagsOf(db, found.arn) };
  });
  await authorizeIam(services, call, {
    action,
    resource: row?.arn ?? toRoleArn(account, '/', name),
    context: { ...resourceTagContext(tags), ...context },
  });
}

/** Throws NoSuchEntity. */
export async function getRoleRow(db: Database, call: Call, name: string): Promise<RoleRow> {
  const role = await findRole(db, call.principal.account, name);
  if (role === undefined) throw messages.roleNotFound(name);
  return role;
}

/** As above, and throws UnmodifiableEntity for a role that belongs to a service. */
export async function getOwnRoleRow(db: Database, call: Call, name: string): Promise<RoleRow> {
  const role = await getRoleRow(db, call, name);
  if (role.linked_service !== null) throw messages.roleIsProtected(name);
  return role;
}
