import type { PasswordPolicy, UpdateAccountPasswordPolicyRequest } from '@aws-sdk/client-iam';

/** What UpdateAccountPasswordPolicy takes for members that are not given, also where they were set before. */
const PASSWORD_LENGTH_MIN_DEFAULT = 6;

/** As GetAccountPasswordPolicy tells it: a policy without an age has passwords that never expire, and tells no age. */
export function toPasswordPolicy(input: UpdateAccountPasswordPolicyRequest): PasswordPolicy {
  const { MaxPasswordAge: age, PasswordReusePrevention: reuse, HardExpiry: hardExpiry } = input;
  return {
    MinimumPasswordLength: input.MinimumPasswordLength ?? PASSWORD_LENGTH_MIN_DEFAULT,
    RequireSymbols: input.RequireSymbols ?? false,
    RequireNumbers: input.RequireNumbers ?? false,
    RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
    RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
    AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
    ExpirePasswords: age !== undefined && age > 0,
    ...(age !== undefined && { MaxPasswordAge: age }),
    ...(reuse !== undefined && { PasswordReusePrevention: reuse }),
    ...(hardExpiry !== undefined && { HardExpiry: hardExpiry }),
  };
}
