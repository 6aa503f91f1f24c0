import type { InstanceProfile } from '@aws-sdk/client-iam';
import { findRole } from '../../../storage/records/iam.ts';
import type { InstanceProfileRow } from '../../../storage/records/instance-profiles.ts';
import type { Database } from '../../../storage/records/records.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { toTags } from './tags.ts';
import { toListedRole } from './to-role.ts';

/** With the role that is in it, told as lists tell roles; tags where the operation tells them. */
export async function toInstanceProfile(
  db: Database,
  row: InstanceProfileRow,
  tags: Tags = {},
): Promise<InstanceProfile> {
  const role = row.role_name === null ? undefined : await findRole(db, row.account_id, row.role_name);
  return {
    Path: row.path,
    InstanceProfileName: row.name,
    InstanceProfileId: row.id,
    Arn: row.arn,
    CreateDate: new Date(row.created_at),
    Roles: role === undefined ? [] : [toListedRole(role)],
    ...(Object.keys(tags).length > 0 && { Tags: toTags(tags) }),
  };
}

/** In the order given: a transaction answers one query at a time. */
export async function toInstanceProfiles(
  db: Database,
  rows: readonly InstanceProfileRow[],
): Promise<InstanceProfile[]> {
  const profiles: InstanceProfile[] = [];
  for (const row of rows) profiles.push(await toInstanceProfile(db, row));
  return profiles;
}
