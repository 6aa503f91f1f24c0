import { mayServiceAssume } from '../../../access/may-service-assume.ts';
import { requestContext } from '../../../access/request-context.ts';
import * as backup from '../../../messages/backup.ts';
import { callerArn } from '../../../model/principal.ts';
import { findRoleByArn } from '../../../storage/records/iam.ts';
import type { Call, Services } from '../operation.ts';

/** Name of the service as policies write it. */
export const BACKUP_SERVICE = 'backup.amazonaws.com';

/**
 * Returns where the caller may hand this role to the Backup service and the role's trust lets the service take it on. Throws
 * AccessDeniedException without `iam:PassRole`, InvalidParameterValueException for a role that is not there or does not trust the service.
 */
export async function acceptRole(services: Services, call: Call, roleArn: string): Promise<void> {
  const { principal } = call;
  const { isAllowed } = await services.access.evaluate({
    principal,
    action: 'iam:PassRole',
    resource: roleArn,
    resourceAccount: principal.account,
    context: { ...requestContext(call), 'iam:PassedToService': BACKUP_SERVICE },
  });
  if (!isAllowed) throw backup.mayNotPassRole({ caller: callerArn(principal), roleArn });
  const role = await services.records.read((db) => findRoleByArn(db, roleArn));
  // A role of another account cannot be passed, whatever it trusts.
  if (role === undefined || role.account_id !== principal.account) throw backup.roleNotAssumable(roleArn);
  const trusts = mayServiceAssume(
    { arn: role.arn, account: role.account_id, trustPolicy: role.trust_policy },
    BACKUP_SERVICE,
    { 'aws:SourceAccount': principal.account },
  );
  if (!trusts) throw backup.roleNotAssumable(roleArn);
}
