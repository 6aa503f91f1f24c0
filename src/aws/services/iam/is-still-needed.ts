import type { RoleRow } from '../../../storage/records/iam.ts';
import type { Database } from '../../../storage/records/records.ts';

/**
 * Whether a service keeps its role: AWS Backup does while the account has recovery points.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/using-service-linked-roles-AWSServiceRoleForBackup.html
 */
export async function isStillNeeded(db: Database, role: RoleRow): Promise<boolean> {
  if (role.linked_service !== 'backup.amazonaws.com') return false;
  const point = await db
    .selectFrom('recovery_points')
    .select('arn')
    .where('account_id', '=', role.account_id)
    .limit(1)
    .executeTakeFirst();
  return point !== undefined;
}
