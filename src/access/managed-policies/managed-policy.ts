/** A policy that AWS itself provides. */
export interface ManagedPolicy {
  readonly name: string;
  /** `/`, `/service-role/`, `/aws-service-role/`. */
  readonly path: string;
  readonly description: string;
  readonly versionId: string;
  /** Milliseconds: first version, and the version told here. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly statements: readonly ManagedStatement[];
  /**
   * What was left out or added against AWS's own document, in our words; absent where it is AWS's document, statement for statement.
   * Left out are rights on services that Crossvault does not have: no request can ask for them.
   */
  readonly difference?: string;
}

export interface ManagedStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  /** One of the two. */
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export const managedPolicyArn = ({ path, name }: Pick<ManagedPolicy, 'path' | 'name'>): string =>
  `arn:aws:iam::aws:policy${path}${name}`;
