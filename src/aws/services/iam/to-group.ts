import type { Group } from '@aws-sdk/client-iam';
import type { GroupRow } from '../../../storage/records/iam-groups.ts';

export const toGroup = (row: GroupRow): Group => ({
  Path: row.path,
  GroupName: row.name,
  GroupId: row.id,
  Arn: row.arn,
  CreateDate: new Date(row.created_at),
});
