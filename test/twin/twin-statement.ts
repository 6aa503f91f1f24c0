import type { Principal } from '../../src/model/principal.ts';
import type { AuthorizationRequest } from '../../src/policy/evaluation.ts';
import { actionMatches, conditionHolds, resourceMatches, type TwinContext } from './twin-condition.ts';

type OneOrMany = string | readonly string[];

/** Who a document of a resource names; absent in documents that stand with whom they are for. */
type NamedPrincipals = '*' | { readonly AWS?: OneOrMany; readonly Service?: OneOrMany };

export interface TwinStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: NamedPrincipals;
  readonly NotPrincipal?: NamedPrincipals;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

export interface TwinDocument {
  readonly Version?: string;
  readonly Statement: TwinStatement | readonly TwinStatement[];
}

export interface Question {
  readonly request: AuthorizationRequest;
  readonly context: TwinContext;
  readonly hasBoundary: boolean;
}

const list = (value: OneOrMany | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Whether a statement speaks about the request, leaving aside whom it names. */
export function speaksAbout(statement: TwinStatement, version: string | undefined, question: Question): boolean {
  const { request, context } = question;
  const language = { context, hasVariables: version === '2012-10-17' };

  const actions = list(statement.Action ?? statement.NotAction);
  const hitsAction = actions.some((written) => actionMatches(written, request.action));
  if (hitsAction !== (statement.NotAction === undefined)) return false;

  // A trust policy has neither: it is about its role.
  if (statement.Resource !== undefined || statement.NotResource !== undefined) {
    const resources = list(statement.Resource ?? statement.NotResource);
    const hitsResource = resources.some((written) => resourceMatches(written, request.resource, language));
    if (hitsResource !== (statement.NotResource === undefined)) return false;
  }

  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, written] of Object.entries(keys)) {
      if (!conditionHolds(operator, key, list(written), language)) return false;
    }
  }
  return true;
}

/** What being named in a resource's policy is worth: "Resource-based policies and implicit denies in other policy types". */
export type Named = 'outright' | 'as-role' | 'by-account' | 'not';

/** The best that a list of principals says about the caller. */
export function isNamed(named: NamedPrincipals, principal: Principal): Named {
  // "Principal: *" and "AWS: *" are called equivalent, so the second means services as well.
  if (named === '*' || list(named.AWS).includes('*')) return 'outright';
  if (principal.kind === 'service') return list(named.Service).includes(principal.arn) ? 'outright' : 'not';
  const written = list(named.AWS);
  const account = [principal.account, `arn:aws:iam::${principal.account}:root`];
  const [uniqueId] = principal.userId.split(':');
  const isRole = principal.kind === 'role';
  if (principal.sessionArn !== undefined && written.includes(principal.sessionArn)) return 'outright';
  if (!isRole && principal.kind !== 'root' && written.includes(principal.arn)) return 'outright';
  if (principal.kind === 'user' && written.includes(uniqueId!)) return 'outright';
  // "if a resource-based policy grants permission to the ARN of the IAM user who federated": limited like a role.
  if (principal.issuer !== undefined && written.includes(principal.issuer.arn)) return 'as-role';
  if (isRole && (written.includes(principal.arn) || written.includes(uniqueId!))) return 'as-role';
  if (!account.some((one) => written.includes(one))) return 'not';
  return principal.kind === 'root' ? 'outright' : 'by-account';
}

/**
 * "IAM JSON policy elements: NotPrincipal": denies all but the named, and "will always deny any IAM principal that has a permissions boundary
 * policy attached, regardless of the values specified". The account alone does not name the people in it: AWS's example lists the account
 * with its user Bob, and says that "all principals except the user named Bob" are denied.
 */
export function isExempt(named: NamedPrincipals, principal: Principal, hasBoundary: boolean): boolean {
  if (hasBoundary) return false;
  const worth = isNamed(named, principal);
  return worth === 'outright' || worth === 'as-role';
}
