import type { Access } from '../access/access.ts';
import * as kms from '../messages/kms.ts';
import type { Principal } from '../model/principal.ts';
import { parsePolicyDocument } from '../policy/document.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import type { PrincipalPattern } from '../policy/matching/principal.ts';
import { principalsOf } from '../policy/principals-of.ts';
import { validatePolicyDocument } from '../policy/validate.ts';
import { accountExists, userOrRoleExists } from '../storage/records/kms.ts';
import type { Database, Records } from '../storage/records/records.ts';
import { KEY_POLICY_CHARACTERS_MAX } from './limits.ts';

export interface KeyPolicyQuestion {
  readonly policy: string;
  readonly keyArn: string;
  readonly account: string;
  readonly principal: Principal;
  readonly context: RequestContext;
  /** BypassPolicyLockoutSafetyCheck */
  readonly isLockOutAllowed: boolean;
  /** Dev mode: an account that nobody has used yet counts as one. */
  readonly isDev: boolean;
}

/**
 * Throws MalformedPolicyDocumentException for a key policy that cannot be read, names principals that do not exist, or
 * would keep the caller from ever changing it again; LimitExceededException for one that is too long.
 */
export async function checkKeyPolicy(
  parts: { records: Records; access: Access },
  question: KeyPolicyQuestion,
): Promise<void> {
  refuseMalformed(question.policy);
  await refuseStrangers(parts.records, question);
  if (!question.isLockOutAllowed) await refuseLockOut(parts.access, question);
}

function refuseMalformed(policy: string): void {
  if (policy.length > KEY_POLICY_CHARACTERS_MAX) throw kms.policyTooLong();
  const [first, ...others] = validatePolicyDocument(policy, 'key');
  if (first === undefined) return;
  const isAboutPrincipals = [first, ...others].every(({ code }) => code === 'invalid-principal');
  throw isAboutPrincipals ? kms.policyPrincipalsInvalid() : kms.policyMalformed(first.sentence);
}

async function refuseStrangers(records: Records, { policy, isDev }: KeyPolicyQuestion): Promise<void> {
  const patterns = principalsOf(parsePolicyDocument(policy).document!).map(({ pattern }) => pattern);
  const areKnown = await records.read(async (db) => {
    for (const pattern of patterns) {
      // Any twelve digits are an account in dev mode.
      const isKnownInDev = isDev && pattern.type === 'account';
      if (!isKnownInDev && !(await isKnown(db, pattern))) return false;
    }
    return true;
  });
  if (!areKnown) throw kms.policyPrincipalsInvalid();
}

async function isKnown(db: Database, pattern: PrincipalPattern): Promise<boolean> {
  if (pattern.type === 'account') return accountExists(db, pattern.account);
  if (pattern.type === 'arn' || pattern.type === 'unique-id') return userOrRoleExists(db, pattern.written);
  return true;
}

const EVERYTHING = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };

/**
 * The question is whether the key policy stands in the way: the caller's identity policies can be changed elsewhere.
 */
async function refuseLockOut(access: Access, question: KeyPolicyQuestion): Promise<void> {
  const { principal, keyArn, account, policy, context } = question;
  const known = await access.contextFor(principal, account);
  const { isAllowed } = evaluate(
    {
      principal,
      action: 'kms:PutKeyPolicy',
      resource: keyArn,
      resourceAccount: account,
      context: { ...known, ...context, 'kms:CallerAccount': principal.account },
    },
    {
      identity: [{ origin: 'all rights', document: JSON.stringify(EVERYTHING) }],
      resource: { origin: 'new key policy', document: policy, rules: 'key' },
    },
  );
  if (!isAllowed) throw kms.policyLocksOut();
}
