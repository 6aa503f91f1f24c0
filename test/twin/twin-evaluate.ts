import type { AuthorizationRequest, PolicyKind, PolicySet } from '../../src/policy/evaluation.ts';
import type { TwinContext } from './twin-condition.ts';
import {
  isExempt,
  isNamed,
  type Named,
  type Question,
  speaksAbout,
  type TwinDocument,
  type TwinStatement,
} from './twin-statement.ts';

export interface TwinAnswer {
  readonly outcome: 'allowed' | 'explicit-deny' | 'implicit-deny';
  /** The kinds that AWS may name for a "no": "If multiple policy types deny, AWS includes only one of them", and does not say which. */
  readonly namable: readonly PolicyKind[];
}

const ALLOWED: TwinAnswer = { outcome: 'allowed', namable: [] };

/**
 * The flow chart of "How AWS enforcement code logic evaluates requests to allow or deny access" and of "Cross-account policy evaluation
 * logic", IAM User Guide, box by box.
 */
export function twinEvaluate(request: AuthorizationRequest, policies: PolicySet): TwinAnswer {
  const question: Question = { request, context: contextOf(request), hasBoundary: policies.boundary !== undefined };
  const texts = textsByKind(request, withoutExempt(request, policies));

  // 1. Deny evaluation, over everything that applies.
  const denying = texts.filter(({ documents }) => documents.some((text) => denies(text, question)));
  if (denying.length > 0) return { outcome: 'explicit-deny', namable: denying.map(({ kind }) => kind) };

  // 2. and 3. Organizations: each level must allow.
  for (const kind of ['resource-control', 'service-control'] as const) {
    const { resourceControl = [], serviceControl = [] } = withoutExempt(request, policies);
    const levels = kind === 'resource-control' ? resourceControl : serviceControl;
    const isAllowed = levels.every((level) => level.some(({ document }) => allows(document, question)));
    if (!isAllowed) return implicitDeny(kind);
  }

  // A fitting grant is enough, also across accounts: the EC2 Auto Scaling guide, "Required AWS KMS key policy for use with encrypted
  // volumes", gives a role of another account a key by a grant alone, and that role's own policy knows no kms action.
  if ((policies.grants ?? []).length > 0) return ALLOWED;
  const named = namedIn(texts.find(({ kind }) => kind === 'resource')!.documents, question);
  if (request.principal.kind === 'service') return named === 'not' ? implicitDeny('resource', 'identity') : ALLOWED;
  const refusal = ownSide(request, policies, question);

  // Cross-account: "allowed only if both evaluations return a decision of Allow".
  if (request.principal.account !== request.resourceAccount) {
    const refusals = [...(refusal === undefined ? [] : [refusal]), ...(named === 'not' ? ['resource' as const] : [])];
    return refusals.length === 0 ? ALLOWED : implicitDeny(...refusals);
  }

  // 4. Resource-based policies in the same account.
  if (named === 'outright') return ALLOWED;
  // "IAM role trust policies and KMS key policies are exceptions: they must explicitly allow access for principals."
  const mustBeNamed = policies.resource !== undefined && policies.resource.rules !== 'ordinary';
  if (mustBeNamed && named === 'not') return implicitDeny('resource');
  if (named === 'as-role') {
    const limit = limits(request, policies, question);
    return limit === undefined ? ALLOWED : implicitDeny(limit);
  }
  return refusal === undefined ? ALLOWED : implicitDeny(refusal);
}

const implicitDeny = (...namable: readonly PolicyKind[]): TwinAnswer => ({ outcome: 'implicit-deny', namable });

/** Organizations: "SCPs do not affect any service-linked role", and "RCPs don't restrict calls made by service-linked roles". */
function withoutExempt({ principal }: AuthorizationRequest, policies: PolicySet): PolicySet {
  if (!principal.isServiceLinked) return policies;
  const { serviceControl: _, resourceControl: __, ...others } = policies;
  return others;
}

/** 5. to 7.: identity-based policies, then the boundary, then session policies; the first that does not allow. */
function ownSide(request: AuthorizationRequest, policies: PolicySet, question: Question): PolicyKind | undefined {
  // "all requests are implicitly denied with the exception of the AWS account root user, which has full access"
  const isRoot = request.principal.kind === 'root';
  if (!isRoot && !policies.identity.some(({ document }) => allows(document, question))) return 'identity';
  return limits(request, policies, question);
}

function limits(request: AuthorizationRequest, policies: PolicySet, question: Question): PolicyKind | undefined {
  if (policies.boundary !== undefined && !allows(policies.boundary.document, question)) return 'permissions-boundary';
  const { sessionPolicies = [], kind } = request.principal;
  if (sessionPolicies.some((text) => allows(text, question))) return undefined;
  // "If there is no session policy [and] the principal is a role session, the request is allowed. Otherwise it is implicitly denied."
  if (sessionPolicies.length === 0 && kind !== 'federated-user') return undefined;
  return 'session';
}

function textsByKind(
  { principal }: AuthorizationRequest,
  policies: PolicySet,
): readonly { kind: PolicyKind; documents: readonly string[] }[] {
  const { identity, boundary, serviceControl = [], resourceControl = [], resource } = policies;
  return [
    { kind: 'identity', documents: identity.map(({ document }) => document) },
    { kind: 'permissions-boundary', documents: boundary === undefined ? [] : [boundary.document] },
    { kind: 'session', documents: principal.sessionPolicies ?? [] },
    { kind: 'service-control', documents: serviceControl.flat().map(({ document }) => document) },
    { kind: 'resource-control', documents: resourceControl.flat().map(({ document }) => document) },
    { kind: 'resource', documents: resource === undefined ? [] : [resource.document] },
  ];
}

/** A text that cannot be read denies: ours, AWS never stores one. */
function denies(text: string, question: Question): boolean {
  const document = read(text);
  if (document === undefined) return true;
  return statements(document).some(
    (statement) =>
      statement.Effect === 'Deny' && isMeant(statement, question) && speaksAbout(statement, document.Version, question),
  );
}

function isMeant({ Principal, NotPrincipal }: TwinStatement, { request, hasBoundary }: Question): boolean {
  if (NotPrincipal !== undefined) return !isExempt(NotPrincipal, request.principal, hasBoundary);
  return Principal === undefined || isNamed(Principal, request.principal) !== 'not';
}

function allows(text: string, question: Question): boolean {
  const document = read(text);
  if (document === undefined) return false;
  return statements(document).some(
    (statement) =>
      statement.Effect === 'Allow' &&
      isMeant(statement, question) &&
      speaksAbout(statement, document.Version, question),
  );
}

const WORTH: readonly Named[] = ['outright', 'as-role', 'by-account'];

/** The most that any Allow of the resource's policy makes of the caller. */
function namedIn(texts: readonly string[], question: Question): Named {
  const namings = texts.flatMap((text) => {
    const document = read(text);
    if (document === undefined) return [];
    return statements(document)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal !== undefined)
      .filter((statement) => speaksAbout(statement, document.Version, question))
      .map(({ Principal }) => isNamed(Principal!, question.request.principal));
  });
  return WORTH.find((worth) => namings.includes(worth)) ?? 'not';
}

const statements = ({ Statement }: TwinDocument): readonly TwinStatement[] => [Statement].flat();

function read(text: string): TwinDocument | undefined {
  try {
    return JSON.parse(text) as TwinDocument;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** "AWS global condition context keys", properties of the principal, with the table of `aws:userid` and `aws:PrincipalType`. */
function contextOf({ principal, context, resourceAccount }: AuthorizationRequest): TwinContext {
  const { kind, arn, account, userId, sessionTags = {} } = principal;
  const keys = new Map<string, readonly string[]>();
  const add = (key: string, value: string | readonly string[]): void => {
    keys.set(key.toLowerCase(), typeof value === 'string' ? [value] : value);
  };
  add('aws:ResourceAccount', resourceAccount);
  add('aws:PrincipalIsAWSService', kind === 'service' ? 'true' : 'false');
  if (kind === 'service') add('aws:PrincipalServiceName', arn);
  else {
    add('aws:PrincipalArn', arn);
    add('aws:PrincipalAccount', account);
    add('aws:userid', userId);
    add(
      'aws:PrincipalType',
      { root: 'Account', user: 'User', role: 'AssumedRole', 'federated-user': 'FederatedUser' }[kind],
    );
    if (kind === 'user') add('aws:username', arn.split('/').at(-1)!);
    for (const [tag, value] of Object.entries(sessionTags)) add(`aws:PrincipalTag/${tag}`, value);
  }
  for (const [key, value] of Object.entries(context)) add(key, value);
  return keys;
}
