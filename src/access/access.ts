import type { Principal } from '../model/principal.ts';
import type {
  Evaluation,
  PolicySet,
  RequestContext,
  ResourcePolicyRules,
  SourcedDocument,
} from '../policy/evaluation.ts';
import type { Database } from '../storage/records/records.ts';

/**
 * Who is calling, and may they? Gathers every document that bears on a request (identity policies, boundary, session policies,
 * service and resource control policies along the path) from the records and asks policy/. Nothing else decides.
 */
export interface Access {
  /** Returns when allowed; else throws the service's access-denied error, in its words (403 for most, 400 for KMS and Organizations). */
  authorize(question: AccessQuestion): Promise<void>;
  /** The same without throwing, with the whole explanation. */
  evaluate(question: AccessQuestion): Promise<Evaluation>;
  /** The documents alone, for facts. With `db` inside the caller's own read, which a second read would wait for. */
  policiesFor(
    principal: Principal,
    resourceAccount: string,
    db?: Database,
  ): Promise<Omit<PolicySet, 'resource' | 'grants'>>;
  /** The condition keys that only the records can tell (organization, tags, time), for who evaluates with `policiesFor`. */
  contextFor(principal: Principal, resourceAccount: string): Promise<RequestContext>;
  /** A session of a role, as a service takes it on after checking the role's trust. Nothing where there is no such role. */
  rolePrincipal(roleArn: string, sessionName: string): Promise<Principal | undefined>;
}

export interface AccessQuestion {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly context?: RequestContext;
  readonly resourcePolicy?: SourcedDocument & { readonly rules: ResourcePolicyRules };
  readonly grants?: readonly SourcedDocument[];
  /** A key that AWS manages: resource control policies do not reach it. */
  readonly isAwsManaged?: boolean;
}
