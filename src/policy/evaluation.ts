import type { Principal } from '../model/principal.ts';

/** One question to the evaluator. */
export interface AuthorizationRequest {
  readonly principal: Principal;
  /** `backup:StartCopyJob`; case does not matter. */
  readonly action: string;
  /** The ARN acted on, or `*` where the action has no resource. */
  readonly resource: string;
  /** The account that owns the resource; where it differs from the principal's, both sides must allow. */
  readonly resourceAccount: string;
  /** Condition keys in any case; a list for multivalued keys. Keys that derive from the principal are filled in by the evaluator. */
  readonly context: RequestContext;
}

export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** Which kind of document: AWS's access-denied messages name it. */
export type PolicyKind =
  | 'identity'
  | 'permissions-boundary'
  | 'session'
  | 'service-control'
  | 'resource-control'
  | 'resource';

/** A document and where it stands, for the explanation: `role/Backup inline policy Copy`. */
export interface SourcedDocument {
  readonly origin: string;
  readonly document: string;
  /** Of a policy that is a thing of its own: AWS names it where it denies. None for inline policies and those of a session. */
  readonly arn?: string;
}

/** How a resource's own policy combines with the caller's identity policies. */
export type ResourcePolicyRules =
  /** Vault access policies: same account, either side allows; across accounts, both must. */
  | 'ordinary'
  /** Key policies: without the key policy's word (or its delegation to the account root, or a grant) identity policies count for nothing. */
  | 'key'
  /** A role's trust policy: it alone decides for roles named directly; the account root delegates. */
  | 'trust';

/** Everything written that bears on one request. */
export interface PolicySet {
  readonly identity: readonly SourcedDocument[];
  readonly boundary?: SourcedDocument;
  /** A level each from the root to the account; every level must allow. Absent: none apply (management account, service-linked role, no organization). */
  readonly serviceControl?: readonly (readonly SourcedDocument[])[];
  readonly resourceControl?: readonly (readonly SourcedDocument[])[];
  readonly resource?: SourcedDocument & { readonly rules: ResourcePolicyRules };
  /** Grants on the key whose grantee, operation and constraints have been found to fit the request. */
  readonly grants?: readonly SourcedDocument[];
}

type Outcome = 'allowed' | 'explicit-deny' | 'implicit-deny';

/** What the evaluator found, kind by kind and statement by statement; a first-class result, not a log. */
export interface Explanation {
  readonly kind: PolicyKind | 'grant';
  readonly origin: string;
  readonly arn?: string;
  readonly outcome: Outcome | 'no-match';
  readonly statements: readonly StatementExplanation[];
}

export interface StatementExplanation {
  /** Sid, or `statement 3` (counted from 1) where there is none. */
  readonly name: string;
  /** Counted from 0; absent where the document could not be read. */
  readonly index?: number;
  readonly effect: 'Allow' | 'Deny';
  readonly matches: boolean;
  /** The first element that did not match, with what was asked and what the document says. */
  readonly missed?: { readonly element: string; readonly asked: string; readonly written: string };
}

export interface Evaluation {
  readonly outcome: Outcome;
  readonly isAllowed: boolean;
  /** The kind of document that decided a "no"; AWS says it in the message. */
  readonly decidedBy?: PolicyKind;
  /** The ARN of the first document of that kind that denies explicitly, where it has one. */
  readonly decidedByArn?: string;
  readonly explanations: readonly Explanation[];
}
