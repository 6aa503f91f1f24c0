import type { ContextEntry, EvaluationResult, ResourceSpecificResult, Statement } from '@aws-sdk/client-iam';
import { parseArn } from '../../../../model/arn.ts';
import type { Principal } from '../../../../model/principal.ts';
import { contextKeysOf } from '../../../../policy/context-keys.ts';
import { parsePolicyDocument } from '../../../../policy/document.ts';
import { evaluate } from '../../../../policy/evaluate.ts';
import type {
  AuthorizationRequest,
  Evaluation,
  PolicySet,
  RequestContext,
  ResourcePolicyRules,
  SourcedDocument,
} from '../../../../policy/evaluation.ts';
import { type Source, toMatchedStatement } from './source.ts';

/** Who would ask, and under which policies. */
export interface Simulation {
  readonly principal: Principal;
  readonly identity: readonly Source[];
  readonly boundary?: Source | undefined;
  readonly serviceControl?: PolicySet['serviceControl'];
  /** Condition keys that are known without being told. */
  readonly context: RequestContext;
  readonly resourcePolicy?: Source | undefined;
  readonly resourceAccount: string;
  readonly entries: readonly ContextEntry[];
}

/**
 * What the evaluator says of each action: a result each, with the single resources' results inside where resources are named. The
 * result of several resources is that of the most refused of them.
 */
export function simulate(
  simulation: Simulation,
  { actions, resources }: { actions: readonly string[]; resources: readonly string[] | undefined },
): EvaluationResult[] {
  return actions.map((action) => {
    if (resources === undefined || resources.length === 0) return toResult(action, judge(simulation, action, '*'));
    const judged = resources.map((resource) => judge(simulation, action, resource));
    const single = judged.length === 1 ? judged[0] : undefined;
    // AWS names several resources by the form of their ARNs, for which we have no table.
    const whole = single ?? { ...mostRefused(judged), resource: '*', matched: [], missing: [] };
    const result = toResult(action, whole);
    if (resources.every((resource) => resource === '*')) return result;
    return { ...result, EvalDecisionDetails: {}, ResourceSpecificResults: judged.map(toResourceResult) };
  });
}

/** The keys that documents ask for and nothing tells. */
function missingContextKeys(sources: readonly Source[], known: RequestContext): string[] {
  const names = new Set(Object.keys(known).map((key) => key.toLowerCase()));
  return contextKeysOfAll(sources).filter((key) => !names.has(key.toLowerCase()));
}

/** Each once, in the order in which they are written. */
export function contextKeysOfAll(sources: readonly Source[]): readonly string[] {
  const keys = new Map<string, string>();
  for (const { document: text } of sources) {
    const { document } = parsePolicyDocument(text);
    for (const key of document === undefined ? [] : contextKeysOf(document)) {
      if (!keys.has(key.toLowerCase())) keys.set(key.toLowerCase(), key);
    }
  }
  return [...keys.values()];
}

interface Judged {
  readonly resource: string;
  readonly evaluation: Evaluation;
  readonly matched: Statement[];
  readonly missing: string[];
  readonly allowedByBoundary: boolean | undefined;
  readonly allowedByOrganizations: boolean | undefined;
}

function judge(simulation: Simulation, action: string, resource: string): Judged {
  const { identity, boundary, resourcePolicy, serviceControl } = simulation;
  const told = toContext(simulation.entries);
  const request: AuthorizationRequest = {
    principal: simulation.principal,
    action,
    resource,
    resourceAccount: simulation.resourceAccount,
    context: { ...simulation.context, ...told },
  };
  // What the documents are called inside the evaluation: their place, since two may have one name.
  const sources = [...identity, ...(boundary ? [boundary] : []), ...(resourcePolicy ? [resourcePolicy] : [])];
  const sourced = (source: Source): SourcedDocument => ({
    origin: String(sources.indexOf(source)),
    document: source.document,
  });
  const evaluation = evaluate(request, {
    identity: identity.map(sourced),
    ...(boundary && { boundary: sourced(boundary) }),
    ...(serviceControl && { serviceControl }),
    ...(resourcePolicy && { resource: { ...sourced(resourcePolicy), rules: rulesOf(resource) } }),
  });
  return {
    resource,
    evaluation,
    matched: matchedStatements(evaluation, sources),
    missing: missingContextKeys(sources, request.context),
    allowedByBoundary: boundary && allowsAlone(request, { boundary: sourced(boundary) }),
    allowedByOrganizations: serviceControl && allowsAlone(request, { serviceControl }),
  };
}

/** Those that determine the result: the denials where there are any, else what allows; none for a request that nothing allows. */
function matchedStatements(evaluation: Evaluation, sources: readonly Source[]): Statement[] {
  if (evaluation.outcome === 'implicit-deny') return [];
  const effect = evaluation.outcome === 'allowed' ? 'Allow' : 'Deny';
  return evaluation.explanations.flatMap(({ kind, origin, statements }) => {
    const source = kind === 'service-control' ? undefined : sources[Number(origin)];
    if (source === undefined || (effect === 'Allow' && kind === 'permissions-boundary')) return [];
    return statements.flatMap((statement) =>
      statement.matches && statement.effect === effect && statement.index !== undefined
        ? [toMatchedStatement(source, statement.index)]
        : [],
    );
  });
}

const ALLOWS_ALL: SourcedDocument = {
  origin: 'everything',
  document: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}',
};

/** Whether one bound would let the request through if nothing else stood in its way. */
const allowsAlone = (request: AuthorizationRequest, bound: Pick<PolicySet, 'boundary' | 'serviceControl'>): boolean =>
  evaluate({ ...request, resourceAccount: request.principal.account }, { identity: [ALLOWS_ALL], ...bound }).isAllowed;

const REFUSED: readonly Evaluation['outcome'][] = ['explicit-deny', 'implicit-deny', 'allowed'];

function mostRefused(judged: readonly Judged[]): Judged {
  return judged.reduce((worst, each) =>
    REFUSED.indexOf(each.evaluation.outcome) < REFUSED.indexOf(worst.evaluation.outcome) ? each : worst,
  );
}

const DECISIONS = { allowed: 'allowed', 'explicit-deny': 'explicitDeny', 'implicit-deny': 'implicitDeny' } as const;

function toResult(action: string, judged: Judged): EvaluationResult {
  return {
    EvalActionName: action,
    EvalResourceName: judged.resource,
    EvalDecision: DECISIONS[judged.evaluation.outcome],
    MatchedStatements: judged.matched,
    MissingContextValues: judged.missing,
    ...toBoundDetails(judged),
    ...(judged.allowedByOrganizations !== undefined && {
      OrganizationsDecisionDetail: { AllowedByOrganizations: judged.allowedByOrganizations },
    }),
  };
}

const toResourceResult = (judged: Judged): ResourceSpecificResult => ({
  EvalResourceName: judged.resource,
  EvalResourceDecision: DECISIONS[judged.evaluation.outcome],
  MatchedStatements: judged.matched,
  MissingContextValues: judged.missing,
  ...toBoundDetails(judged),
});

const toBoundDetails = ({ allowedByBoundary }: Judged): Pick<EvaluationResult, 'PermissionsBoundaryDecisionDetail'> =>
  allowedByBoundary === undefined
    ? {}
    : { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allowedByBoundary } };

/** A type that ends in `List` takes several values, every other one. */
function toContext(entries: readonly ContextEntry[]): RequestContext {
  return Object.fromEntries(
    entries.flatMap(({ ContextKeyName: name, ContextKeyValues: values = [], ContextKeyType: type = 'string' }) => {
      const [first] = values;
      if (name === undefined || first === undefined) return [];
      return [[name, type.endsWith('List') ? values : first]];
    }),
  );
}

function rulesOf(resource: string): ResourcePolicyRules {
  const service = parseArn(resource)?.service;
  if (service === 'kms') return 'key';
  return service === 'iam' ? 'trust' : 'ordinary';
}
