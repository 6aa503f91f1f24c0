import type { LoginProfile } from '@aws-sdk/client-iam';
import type { LoginProfileRow } from '../../../storage/records/login-profiles.ts';

export const toLoginProfile = (row: LoginProfileRow): LoginProfile => ({
  UserName: row.user_name,
  CreateDate: new Date(row.created_at),
  PasswordResetRequired: row.must_reset === 1,
});
