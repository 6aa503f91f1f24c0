import type { User } from '@aws-sdk/client-iam';
import type { UserRow } from '../../../storage/records/iam.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { toTags } from './tags.ts';
import { toBoundary } from './to-role.ts';

/** A user as lists tell it: without tags and boundary. */
export const toListedUser = (row: UserRow): User => ({
  Path: row.path,
  UserName: row.name,
  UserId: row.id,
  Arn: row.arn,
  CreateDate: new Date(row.created_at),
});

export const toUser = (row: UserRow, tags: Tags): User => ({
  ...toListedUser(row),
  ...toBoundary(row.boundary_arn),
  ...(Object.keys(tags).length > 0 && { Tags: toTags(tags) }),
});
