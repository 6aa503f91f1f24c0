import { parseArn } from '../../model/arn.ts';
import type { Principal } from '../../model/principal.ts';

/** One entry of a `Principal` element. */
export type PrincipalPattern =
  | { readonly type: 'everyone'; readonly written: string }
  /** The account's root or id: everybody in it, as far as its own identity policies go along. */
  | { readonly type: 'account'; readonly written: string; readonly account: string }
  /** A user, role, session or federated user by ARN. */
  | { readonly type: 'arn'; readonly written: string }
  /** `AIDA…` of a user, `AROA…` of a role: what an ARN turns into when its bearer is deleted. */
  | { readonly type: 'unique-id'; readonly written: string }
  | { readonly type: 'service' | 'federated' | 'canonical-user'; readonly written: string };

/**
 * How a statement names the caller, from what gives least to what gives most. It decides what else must agree; see "Policy evaluation
 * logic" and "Principal" in the IAM User Guide: naming an account delegates to it, naming a role stays under the role's boundary,
 * naming a session, or everyone, goes past it.
 */
export type PrincipalMatch = 'none' | 'account' | 'identity' | 'everyone' | 'session';

const WORTH: readonly PrincipalMatch[] = ['none', 'account', 'identity', 'everyone', 'session'];

export const best = (one: PrincipalMatch, other: PrincipalMatch): PrincipalMatch =>
  WORTH.indexOf(one) >= WORTH.indexOf(other) ? one : other;

/** The best way in which any of the patterns names the caller. */
export function matchPrincipal(patterns: readonly PrincipalPattern[], principal: Principal): PrincipalMatch {
  let found: PrincipalMatch = 'none';
  for (const pattern of patterns) found = best(found, matchOne(pattern, principal));
  return found;
}

function matchOne(pattern: PrincipalPattern, principal: Principal): PrincipalMatch {
  switch (pattern.type) {
    case 'everyone':
      return 'everyone';
    case 'account':
      return matchAccount(pattern.account, principal);
    case 'arn':
      return matchArn(pattern.written, principal);
    case 'unique-id':
      return isUniqueIdOf(pattern.written, principal) ? 'identity' : 'none';
    case 'service':
      return principal.kind === 'service' && principal.arn === pattern.written ? 'identity' : 'none';
    case 'federated':
      return principal.kind === 'federated-user' && principal.arn === pattern.written ? 'identity' : 'none';
    case 'canonical-user':
      // Amazon S3's own ids of accounts: no principal here has one.
      return 'none';
  }
}

function matchAccount(account: string, principal: Principal): PrincipalMatch {
  if (principal.kind === 'service' || principal.account !== account) return 'none';
  return principal.kind === 'root' ? 'identity' : 'account';
}

function matchArn(arn: string, principal: Principal): PrincipalMatch {
  if (principal.kind === 'service') return 'none';
  if (principal.sessionArn === arn) return 'session';
  // Whom the user who federated is given, its session has under its bounds: IAM User Guide, "Policy evaluation logic".
  if (principal.kind === 'federated-user' && principal.issuer?.arn === arn) return 'identity';
  if (principal.arn !== arn) return 'none';
  return principal.kind === 'federated-user' ? 'session' : 'identity';
}

function isUniqueIdOf(id: string, principal: Principal): boolean {
  if (principal.kind === 'user') return principal.userId === id;
  return principal.kind === 'role' && principal.userId.startsWith(`${id}:`);
}

/** Reads an entry under `AWS`; nothing for what names no principal (an ARN with a wildcard, a stray space). */
export function parseAwsPrincipal(written: string): PrincipalPattern | undefined {
  if (written === '*') return { type: 'everyone', written };
  if (/^\d{12}$/.test(written)) return { type: 'account', written, account: written };
  if (/^A(?:IDA|ROA)[A-Z0-9]{8,124}$/.test(written)) return { type: 'unique-id', written };
  const arn = parseArn(written);
  if (!arn || !/^\d{12}$/.test(arn.account) || arn.region !== '') return undefined;
  if (arn.service === 'iam' && arn.resource === 'root') return { type: 'account', written, account: arn.account };
  return NAMED[arn.service]?.test(arn.resource) ? { type: 'arn', written } : undefined;
}

const NAMED: Readonly<Record<string, RegExp>> = {
  iam: /^(?:user|role)\/(?:[\x21-\x29\x2b-\x2e\x30-\x3e\x40-\x7e]+\/)*[\w+=,.@-]{1,128}$/,
  sts: /^(?:assumed-role\/[\w+=,.@-]{1,64}\/[\w+=,.@-]{2,64}|federated-user\/[\w+=,.@-]{2,32})$/,
};
