import type { CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse } from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { ensureServiceLinkedRole, findRole, toRoleArn } from '../../../storage/records/iam.ts';
import { hasServiceLinkedRole, serviceLinkedRoleOf } from '../../../storage/records/service-linked-roles.ts';
import type { Operation } from '../operation.ts';
import { authorizeIam } from './authorize-iam.ts';
import { toRole } from './to-role.ts';

export const createServiceLinkedRole: Operation<
  CreateServiceLinkedRoleRequest,
  CreateServiceLinkedRoleResponse
> = async (services, input, call) => {
  const { account } = call.principal;
  const { AWSServiceName: service, Description: description } = input;
  if (!hasServiceLinkedRole(service)) throw messages.noServiceLinkedRole(service);
  if (input.CustomSuffix) throw messages.noCustomSuffix(service);
  const { roleName } = serviceLinkedRoleOf(service);
  await authorizeIam(services, call, {
    action: 'CreateServiceLinkedRole',
    resource: toRoleArn(account, `/aws-service-role/${service}/`, roleName),
    context: { 'iam:AWSServiceName': service },
  });
  const role = await services.records.write(async (db) => {
    if ((await findRole(db, account, roleName)) !== undefined) throw messages.serviceLinkedRoleExists(roleName);
    const made = await ensureServiceLinkedRole(db, account, service, call.now, services.random);
    if (description === undefined) return made;
    await db.updateTable('iam_roles').set({ description }).where('id', '=', made.id).execute();
    return { ...made, description };
  });
  return { Role: toRole(role, {}) };
};
