import type {
  GetServiceLinkedRoleDeletionStatusRequest,
  GetServiceLinkedRoleDeletionStatusResponse,
} from '@aws-sdk/client-iam';
import * as messages from '../../../messages/iam.ts';
import { findRole } from '../../../storage/records/iam.ts';
import type { Operation } from '../operation.ts';
import { authorizeRole } from './authorize-role.ts';

/** A deletion is over when it is answered: the role is gone, or the service has kept it. */
export const getServiceLinkedRoleDeletionStatus: Operation<
  GetServiceLinkedRoleDeletionStatusRequest,
  GetServiceLinkedRoleDeletionStatusResponse
> = async (services, { DeletionTaskId: task }, call) => {
  const name = /^task\/aws-service-role\/[^/]+\/([\w+=,.@-]+)\/[0-9a-f-]{36}$/.exec(task)?.[1];
  if (name === undefined) throw messages.deletionTaskNotFound(task);
  await authorizeRole(services, call, { action: 'GetServiceLinkedRoleDeletionStatus', name });
  const role = await services.records.read((db) => findRole(db, call.principal.account, name));
  if (role === undefined) return { Status: 'SUCCEEDED' };
  return { Status: 'FAILED', Reason: { Reason: messages.serviceLinkedRoleInUse().message } };
};
