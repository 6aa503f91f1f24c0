import { lowerCaseContextKeysOf } from '../policy/context-keys.ts';
import { parsePolicyDocument } from '../policy/document.ts';
import { evaluate } from '../policy/evaluate.ts';
import type { Evaluation, PolicySet, RequestContext, SourcedDocument } from '../policy/evaluation.ts';
import type { CopyFacts, Fact, RoleFacts, SideFacts, Unknown } from './facts.ts';
import { isUnknown } from './facts.ts';
import { documentsOf, evidenceOf } from './policy-evidence.ts';
import type { Evidence } from './requirement.ts';

/** May a role do something to what a side owns? */
export interface Question {
  readonly facts: CopyFacts;
  readonly actor: RoleFacts;
  /** Where the actor's account stands. */
  readonly actorSide: SideFacts;
  readonly action: string;
  readonly resource: string;
  readonly resourceSide: SideFacts;
  readonly context?: RequestContext;
  readonly resourcePolicy?: Fact<ResourcePolicy | null>;
  /** ARN of what that policy belongs to, where it is not the resource itself: the vault of a recovery point. */
  readonly policyOwner?: string;
  readonly grants?: Fact<readonly SourcedDocument[]>;
  /** What the context was made from, beside the two organizations and the actor's tags. */
  readonly leansOn?: readonly Leaning[];
}

/** A fact that fills condition keys. `keys` is a fragment of their names in lower case: `aws:resourcetag/`. */
export interface Leaning {
  readonly fact: Fact<unknown>;
  readonly keys: string;
}

export type ResourcePolicy = NonNullable<PolicySet['resource']>;

export type Reply =
  | { readonly outcome: 'allowed' }
  | { readonly outcome: 'unknown'; readonly unknown: Unknown }
  | Denial;

/** A "no", with all that it takes to say how to mend it. */
export interface Denial {
  readonly outcome: 'denied';
  readonly question: Question;
  readonly policies: PolicySet;
  readonly evaluation: Evaluation;
  readonly evidence: readonly Evidence[];
}

const EVERYTHING = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
const EVERYBODY =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"*","Resource":"*"}}';

/** Stands in for identity policies that are not looked at, or not known: allows everything. */
export const anyIdentity: readonly SourcedDocument[] = [{ origin: 'anything', document: EVERYTHING }];
/** The same on the resource's side. */
export const anyResourcePolicy: ResourcePolicy = { origin: 'anything', document: EVERYBODY, rules: 'ordinary' };

/**
 * Asks the policy evaluator. Documents that are not known are taken to allow: a "no" that stands even so is a no; a "yes" that leans on
 * one of them is unknown.
 */
export function ask(question: Question): Reply {
  const { actor, action, resource, resourceSide } = question;
  const policies = knownPolicies(question);
  const leaning = unknownLeaning(question, policies);
  if (leaning !== undefined) return { outcome: 'unknown', unknown: leaning };
  const evaluation = evaluate(
    {
      principal: actor.principal,
      action,
      resource,
      resourceAccount: resourceSide.account,
      context: contextOf(question),
    },
    policies,
  );
  if (evaluation.outcome === 'implicit-deny' && isUnknown(question.grants ?? [])) {
    return { outcome: 'unknown', unknown: question.grants as Unknown };
  }
  if (!evaluation.isAllowed) {
    return { outcome: 'denied', question, policies, evaluation, evidence: evidenceOf(evaluation, policies) };
  }
  const blank = firstUnknown(question);
  return blank === undefined ? { outcome: 'allowed' } : { outcome: 'unknown', unknown: blank };
}

function knownPolicies({ actor, resourceSide, resourcePolicy = null, grants = [] }: Question): PolicySet {
  const boundary = known(actor.boundary, null);
  const serviceControl = known(actor.serviceControl, null);
  const resourceControl = known(resourceSide.resourceControl, null);
  const resource = known(resourcePolicy, anyResourcePolicy);
  return {
    identity: known(actor.identity, anyIdentity),
    ...(boundary && { boundary }),
    ...(serviceControl && { serviceControl }),
    ...(resourceControl && { resourceControl }),
    ...(resource && { resource }),
    grants: known(grants, []),
  };
}

const known = <Value>(fact: Fact<Value>, otherwise: Value): Value => (isUnknown(fact) ? otherwise : fact);

/** A condition on what nobody could read can turn either way, so the whole reply is unknown. */
function unknownLeaning(
  { actor, actorSide, resourceSide, leansOn = [] }: Question,
  policies: PolicySet,
): Unknown | undefined {
  const leanings: readonly Leaning[] = [
    ...organizationLeanings('principal', actorSide),
    ...organizationLeanings('resource', resourceSide),
    { fact: actor.tags, keys: 'aws:principaltag/' },
    ...leansOn,
  ];
  const blank = leanings.filter(({ fact }) => isUnknown(fact));
  if (blank.length === 0) return undefined;
  const asked = documentsOf(policies).flatMap(({ document: text }) => {
    const { document } = parsePolicyDocument(text);
    return document === undefined ? [] : lowerCaseContextKeysOf(document);
  });
  return blank
    .filter(({ keys }) => asked.some((key) => key.includes(keys)))
    .map(({ fact }) => fact)
    .find(isUnknown);
}

/** Which organization it is, and where in it the account stands, are known apart. */
function organizationLeanings(whose: 'principal' | 'resource', { organization }: SideFacts): readonly Leaning[] {
  const path = organization === null || isUnknown(organization) ? organization : organization.path;
  return [
    { fact: organization, keys: `aws:${whose}org` },
    { fact: path, keys: `aws:${whose}orgpaths` },
  ];
}

// Neither kind of organization policy binds a service-linked role, so not knowing them leaves nothing open.
function firstUnknown({ actor, resourceSide, resourcePolicy = null, grants = [] }: Question): Unknown | undefined {
  const organizationPolicies = actor.principal.isServiceLinked
    ? []
    : [actor.serviceControl, resourceSide.resourceControl];
  const facts: readonly Fact<unknown>[] = [
    actor.identity,
    actor.boundary,
    ...organizationPolicies,
    resourcePolicy,
    grants,
  ];
  return facts.find(isUnknown);
}

function contextOf({ facts, actor, actorSide, resourceSide, context }: Question): RequestContext {
  return {
    ...timeContext(facts.now),
    'aws:RequestedRegion': resourceSide.region,
    ...organizationContext('Principal', actorSide),
    ...organizationContext('Resource', resourceSide),
    ...principalTags(actor),
    ...context,
  };
}

/** One diagnosis asks many times at one moment. */
let latest: { readonly now: number; readonly context: RequestContext } = { now: Number.NaN, context: {} };

function timeContext(now: number): RequestContext {
  if (latest.now !== now) {
    const context = {
      'aws:CurrentTime': new Date(now).toISOString(),
      'aws:EpochTime': String(Math.floor(now / 1000)),
    };
    latest = { now, context };
  }
  return latest.context;
}

function principalTags({ tags }: RoleFacts): RequestContext {
  if (isUnknown(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value]));
}

function organizationContext(whose: 'Principal' | 'Resource', { organization }: SideFacts): RequestContext {
  if (organization === null || isUnknown(organization)) return {};
  const { id, path } = organization;
  return { [`aws:${whose}OrgID`]: id, ...(!isUnknown(path) && { [`aws:${whose}OrgPaths`]: [path] }) };
}
