import { isFullyManaged, type ResourceAttributes, type ResourceType } from '../model/resource-type.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { JobContext } from './job-context.ts';

/**
 * Whether the service may delete a point that has expired. With the role that made it, AWS says, which must still be there, and where the
 * bytes are the resource's service's own (a snapshot) must be allowed to delete them. A copy was made, and is deleted, by the service itself
 * in the account that has it. https://docs.aws.amazon.com/aws-backup/latest/devguide/deleting-backups.html
 */
export async function mayDeleteExpired({ access }: JobContext, point: RecoveryPointRow): Promise<boolean> {
  if (point.copy_job_id !== null) return true;
  const role = await access.rolePrincipal(point.iam_role_arn, 'AWSBackup-expiry');
  if (role === undefined) return false;
  const action = deleteAction(point);
  if (action === undefined) return true;
  const context = { 'aws:ResourceTag/aws:backup:source-resource': point.resource_arn };
  const question = { principal: role, action, resource: point.arn, resourceAccount: point.account_id, context };
  return (await access.evaluate(question)).isAllowed;
}

/** The points for which the answer is the same. */
export const deletionRightKey = (point: RecoveryPointRow): string =>
  [
    point.account_id,
    point.iam_role_arn,
    point.copy_job_id === null,
    deleteAction(point) === undefined ? '' : point.arn,
  ].join(' ');

function deleteAction(point: RecoveryPointRow): string | undefined {
  const type = point.resource_type as ResourceType;
  const attributes = JSON.parse(point.resource_attributes) as ResourceAttributes;
  if (isFullyManaged(type, attributes)) return undefined;
  switch (type) {
    case 'EBS':
    case 'Storage Gateway':
      return 'ec2:DeleteSnapshot';
    case 'EC2':
      return 'ec2:DeregisterImage';
    case 'RDS':
      return attributes.isMultiAzCluster ? 'rds:DeleteDBClusterSnapshot' : 'rds:DeleteDBSnapshot';
    case 'Aurora':
    case 'DocumentDB':
    case 'Neptune':
      return 'rds:DeleteDBClusterSnapshot';
    case 'DynamoDB':
      return 'dynamodb:DeleteBackup';
    case 'FSx':
      return 'fsx:DeleteBackup';
    default:
      return undefined;
  }
}
