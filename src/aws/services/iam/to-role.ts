import type { AttachedPermissionsBoundary, Role, RoleLastUsed } from '@aws-sdk/client-iam';
import type { RoleRow } from '../../../storage/records/iam.ts';
import type { Tags } from '../../../storage/records/tags.ts';
import { toTags } from './tags.ts';
import { toEncodedDocument } from './to-encoded-document.ts';

/** A role as lists tell it: without tags and boundary. */
export const toListedRole = (row: RoleRow): Role => ({
  Path: row.path,
  RoleName: row.name,
  RoleId: row.id,
  Arn: row.arn,
  CreateDate: new Date(row.created_at),
  AssumeRolePolicyDocument: toEncodedDocument(row.trust_policy),
  ...(row.description !== null && { Description: row.description }),
  MaxSessionDuration: row.max_session_seconds,
});

export const toRole = (row: RoleRow, tags: Tags): Role => ({
  ...toListedRole(row),
  ...toBoundary(row.boundary_arn),
  ...(Object.keys(tags).length > 0 && { Tags: toTags(tags) }),
});

export const toBoundary = (arn: string | null): { PermissionsBoundary?: AttachedPermissionsBoundary } =>
  arn === null
    ? {}
    : { PermissionsBoundary: { PermissionsBoundaryType: 'PermissionsBoundaryPolicy', PermissionsBoundaryArn: arn } };

/** Empty for a role that nobody has used. */
export const toRoleLastUsed = (row: RoleRow): RoleLastUsed =>
  row.last_used_at === null
    ? {}
    : {
        LastUsedDate: new Date(row.last_used_at),
        ...(row.last_used_region !== null && { Region: row.last_used_region }),
      };
