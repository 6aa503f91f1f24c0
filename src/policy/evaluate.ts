import type { Principal } from '../model/principal.ts';
import type {
  AuthorizationRequest,
  Evaluation,
  Explanation,
  PolicyKind,
  PolicySet,
  ResourcePolicyRules,
  SourcedDocument,
} from './evaluation.ts';
import { judgeDocument, type Question, type Verdict } from './judge-document.ts';
import { best, type PrincipalMatch } from './matching/principal.ts';
import { toContextView } from './request-context.ts';

/**
 * May this principal do this? Pure; a "no" is a value. Follows "Policy evaluation logic" of the IAM User Guide, and for keys
 * "Troubleshooting AWS KMS permissions" of the KMS Developer Guide:
 *
 * 1. An explicit deny in any document ends it.
 * 2. Every level of resource control and service control policies must allow.
 * 3. Somebody must grant: within one account the identity policies or the resource's policy, across accounts both; a key or a
 *    role's trust only with the word of its own policy.
 * 4. Boundary and session policies must allow too, unless the grant names the user, the session itself or everyone. The session of a
 *    federated user has nothing without session policies.
 */
export function evaluate(request: AuthorizationRequest, policies: PolicySet): Evaluation {
  const question: Question = {
    request,
    actionLowerCase: request.action.toLowerCase(),
    context: toContextView(request),
    isBounded: policies.boundary !== undefined,
  };
  const verdicts = judge(question, policies);
  const explanations = explain(verdicts);
  const denied = firstDenial(explanations);
  if (denied) return { outcome: 'explicit-deny', isAllowed: false, ...denied, explanations };
  const missing = missingAllow(request, verdicts, policies.resource?.rules);
  if (missing) return { outcome: 'implicit-deny', isAllowed: false, decidedBy: missing, explanations };
  return { outcome: 'allowed', isAllowed: true, explanations };
}

/** In the order in which the User Guide's flow chart asks; the first that denies is the one that AWS's message names. */
const KINDS: readonly PolicyKind[] = [
  'resource-control',
  'service-control',
  'resource',
  'identity',
  'permissions-boundary',
  'session',
];

function firstDenial(explanations: readonly Explanation[]): Pick<Evaluation, 'decidedBy' | 'decidedByArn'> | undefined {
  const denials = explanations.filter(({ outcome }) => outcome === 'explicit-deny');
  for (const kind of KINDS) {
    const first = denials.find((each) => each.kind === kind);
    if (first) return { decidedBy: kind, ...(first.arn !== undefined && { decidedByArn: first.arn }) };
  }
  return undefined;
}

interface Verdicts {
  readonly resourceControl?: readonly (readonly Verdict[])[];
  readonly serviceControl?: readonly (readonly Verdict[])[];
  readonly resource?: Verdict;
  readonly grants: readonly Explanation[];
  readonly identity: readonly Verdict[];
  readonly boundary?: Verdict;
  readonly session?: readonly Verdict[];
}

function judge(question: Question, policies: PolicySet): Verdicts {
  const { principal } = question.request;
  const levels = (kind: PolicyKind, documents: readonly (readonly SourcedDocument[])[]) =>
    documents.map((level) => level.map((document) => judgeDocument(kind, document, question)));
  const all = (kind: PolicyKind, documents: readonly SourcedDocument[]) =>
    documents.map((document) => judgeDocument(kind, document, question));
  const isPerson = principal.kind !== 'service';
  // Service control policies bind principals of member accounts, resource control policies their resources; neither binds service-linked roles.
  const bindsServices = !principal.isServiceLinked;
  return {
    ...(policies.resourceControl &&
      bindsServices && { resourceControl: levels('resource-control', policies.resourceControl) }),
    ...(policies.serviceControl &&
      bindsServices &&
      isPerson && { serviceControl: levels('service-control', policies.serviceControl) }),
    ...(policies.resource && { resource: judgeDocument('resource', policies.resource, question) }),
    grants: (policies.grants ?? []).map(({ origin }) => ({
      kind: 'grant',
      origin,
      outcome: 'allowed',
      statements: [],
    })),
    identity: isPerson ? all('identity', identityDocuments(question.request, policies)) : [],
    ...(isPerson &&
      policies.boundary && { boundary: judgeDocument('permissions-boundary', policies.boundary, question) }),
    ...(hasSessionPolicies(principal) && {
      session: all('session', sessionDocuments(principal.sessionPolicies ?? [])),
    }),
  };
}

/** A federated user without session policies is bound by none of them, and so to nothing: `GetFederationToken`, "Policy". */
const hasSessionPolicies = ({ kind, sessionPolicies }: Principal): boolean =>
  sessionPolicies !== undefined || kind === 'federated-user';

const ROOT_DOCUMENT: SourcedDocument = {
  origin: 'account root user',
  document: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
};

/** The root user may do everything in its account without a document that says so. */
function identityDocuments({ principal }: AuthorizationRequest, { identity }: PolicySet): readonly SourcedDocument[] {
  return principal.kind === 'root' ? [...identity, ROOT_DOCUMENT] : identity;
}

function sessionDocuments(documents: readonly string[]): readonly SourcedDocument[] {
  return documents.map((document, index) => ({ origin: `session policy ${index + 1}`, document }));
}

function explain(verdicts: Verdicts): readonly Explanation[] {
  const judged = [
    ...(verdicts.resourceControl ?? []).flat(),
    ...(verdicts.serviceControl ?? []).flat(),
    ...(verdicts.resource ? [verdicts.resource] : []),
    ...verdicts.identity,
    ...(verdicts.boundary ? [verdicts.boundary] : []),
    ...(verdicts.session ?? []),
  ];
  return [...judged.map(({ explanation }) => explanation), ...verdicts.grants];
}

const allows = ({ allows: match }: Verdict): boolean => match !== 'none';

/** The first kind of document whose allow is needed and not there. No document denies explicitly at this point. */
function missingAllow(
  request: AuthorizationRequest,
  verdicts: Verdicts,
  rules: ResourcePolicyRules | undefined,
): PolicyKind | undefined {
  if (verdicts.resourceControl?.some((level) => !level.some(allows))) return 'resource-control';
  if (verdicts.serviceControl?.some((level) => !level.some(allows))) return 'service-control';
  const granted = grantedDirectly(request, verdicts);
  const byIdentity = verdicts.identity.some(allows);
  const missing = missingGrant({ request, verdicts, rules, granted, byIdentity });
  if (missing) return missing;
  if (passesBounds(request, granted)) return undefined;
  if (verdicts.boundary && !allows(verdicts.boundary)) return 'permissions-boundary';
  return verdicts.session?.some(allows) === false ? 'session' : undefined;
}

/** How the resource's side names the caller: its policy, or a grant, which is made out to the caller itself. */
function grantedDirectly({ principal }: AuthorizationRequest, { resource, grants }: Verdicts): PrincipalMatch {
  const byPolicy = resource?.allows ?? 'none';
  if (grants.length === 0) return byPolicy;
  return best(byPolicy, principal.kind === 'service' ? 'everyone' : 'identity');
}

interface Grant {
  readonly request: AuthorizationRequest;
  readonly verdicts: Verdicts;
  readonly rules: ResourcePolicyRules | undefined;
  readonly granted: PrincipalMatch;
  readonly byIdentity: boolean;
}

function missingGrant({ request, verdicts, rules, granted, byIdentity }: Grant): PolicyKind | undefined {
  const { principal, resourceAccount } = request;
  if (principal.kind === 'service') return granted === 'none' ? 'resource' : undefined;
  if (principal.account !== resourceAccount) {
    if (granted === 'none') return 'resource';
    // A grant on a key reaches into another account by itself; KMS Developer Guide, "Grants in AWS KMS".
    return byIdentity || verdicts.grants.length > 0 ? undefined : 'identity';
  }
  const needsResource = rules === 'key' || rules === 'trust';
  if (granted === 'none') return needsResource ? 'resource' : byIdentity ? undefined : 'identity';
  return granted === 'account' && !byIdentity ? 'identity' : undefined;
}

/**
 * Whether the grant goes past boundary and session policies: within the account, when the resource's policy names the session, everyone, or
 * the user (who then acts without a session policy). Naming a role stays under them. IAM User Guide, "Policy evaluation logic", table
 * "Resource-based policies and implicit denies in other policy types", and "Principal", "IAM role principals".
 */
function passesBounds({ principal, resourceAccount }: AuthorizationRequest, granted: PrincipalMatch): boolean {
  if (principal.account !== resourceAccount) return false;
  if (granted === 'session' || granted === 'everyone') return true;
  return principal.kind === 'user' && granted === 'identity';
}
