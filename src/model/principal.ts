/**
 * Who makes a request, once the signature has been verified or the service has taken on a role.
 * `arn` is what `aws:PrincipalArn` carries: for a session of a role it is the role's ARN, not the session's.
 */
export interface Principal {
  readonly kind: 'root' | 'user' | 'role' | 'federated-user' | 'service';
  /** The account of the principal; empty only for `service`. */
  readonly account: string;
  /** `arn:aws:iam::…:root|user/…|role/…`; for `service` its name, such as `backup.amazonaws.com`. */
  readonly arn: string;
  /** `AIDA…`, `AROA…:session`, the account id for root: AWS's `aws:userid`. */
  readonly userId: string;
  /** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` of a role's session. */
  readonly sessionArn?: string;
  readonly sessionName?: string;
  /** Documents of a session's own policies: an upper bound. */
  readonly sessionPolicies?: readonly string[];
  readonly sessionTags?: Readonly<Record<string, string>>;
  /** Those of `sessionTags` that go along when this session takes on a further role. */
  readonly transitiveTagKeys?: readonly string[];
  /** Set when a session's role was taken on, kept along a chain: `aws:SourceIdentity`. */
  readonly sourceIdentity?: string;
  /** Temporary credentials of a user or root itself, from GetSessionToken. */
  readonly isTemporary?: boolean;
  /** When temporary credentials were given out, in milliseconds: `aws:TokenIssueTime`. */
  readonly issuedAt?: number;
  /** The user or root whose policies a federated user has. */
  readonly issuer?: { readonly kind: 'user' | 'root'; readonly arn: string; readonly userId: string };
  /** Service-linked roles stand outside service control policies. */
  readonly isServiceLinked?: boolean;
}

/** The ARN that answers carry for a caller: the session's for a role, else the principal's own. */
export const callerArn = (principal: Principal): string => principal.sessionArn ?? principal.arn;
