import type { PasswordPolicy } from '@aws-sdk/client-iam';
import { passwordPolicyViolation } from '../../../messages/iam.ts';
import { accountSettings } from '../../../storage/records/account-settings.ts';
import type { Database } from '../../../storage/records/records.ts';

/**
 * Throws PasswordPolicyViolation for a password that the account's password policy does not allow. Without a policy every password will
 * do (IAM has a default of its own): none opens anything here.
 */
export async function checkPassword(db: Database, account: string, password: string | undefined): Promise<void> {
  if (password === undefined) return;
  const { password_policy: text } = await accountSettings(db, account);
  if (text === null) return;
  const policy = JSON.parse(text) as PasswordPolicy;
  const { MinimumPasswordLength: min = 0 } = policy;
  if (password.length < min) throw passwordPolicyViolation(`Password should have a minimum length of ${min}`);
  for (const { member, pattern, sentence } of RULES) {
    if (policy[member] === true && !pattern.test(password)) throw passwordPolicyViolation(sentence);
  }
}

interface Rule {
  readonly member: keyof PasswordPolicy;
  readonly pattern: RegExp;
  readonly sentence: string;
}

const RULES: readonly Rule[] = [
  {
    member: 'RequireUppercaseCharacters',
    pattern: /[A-Z]/,
    sentence: 'Password should have at least one uppercase letter',
  },
  {
    member: 'RequireLowercaseCharacters',
    pattern: /[a-z]/,
    sentence: 'Password should have at least one lowercase letter',
  },
  { member: 'RequireNumbers', pattern: /[0-9]/, sentence: 'Password should have at least one number' },
  {
    member: 'RequireSymbols',
    pattern: /[!@#$%^&*()_+\-=[\]{}|']/,
    sentence: 'Password should have at least one symbol',
  },
];
