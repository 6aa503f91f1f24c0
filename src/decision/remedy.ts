/** A repair that a machine can carry out: one AWS call each, with what it takes. `applyRemedy` does the same to facts. */
export type Remedy =
  | { readonly kind: 'trust-backup-service'; readonly roleArn: string; readonly statement: PolicyStatement }
  /** Made with this trust, and with AWS's own policy for backups attached. */
  | {
      readonly kind: 'create-role';
      readonly roleArn: string;
      readonly trust: PolicyStatement;
      readonly policyArn: string;
    }
  | { readonly kind: 'enable-cross-account-copy'; readonly managementAccount: string }
  /** As an inline policy of its own. */
  | {
      readonly kind: 'add-role-statements';
      readonly roleArn: string;
      readonly policyName: string;
      readonly statements: readonly PolicyStatement[];
    }
  | { readonly kind: 'attach-role-policy'; readonly roleArn: string; readonly policyArn: string }
  | {
      readonly kind: 'add-vault-access-statements';
      readonly vaultArn: string;
      readonly statements: readonly PolicyStatement[];
    }
  | { readonly kind: 'add-key-statements'; readonly keyArn: string; readonly statements: readonly PolicyStatement[] }
  /** Into a policy that is a thing of its own: a permissions boundary, a service control policy. */
  | {
      readonly kind: 'add-policy-statements';
      readonly place: PolicyPlace;
      readonly statements: readonly PolicyStatement[];
    }
  /** An exception to a deny, no wider than it must be: `document-edits.ts` says how it is written. */
  | {
      readonly kind: 'exempt-from-deny';
      readonly place: PolicyPlace;
      /** Counted from 0. */
      readonly statement: number;
      readonly exemption: Exemption;
    }
  /** Under a customer managed key that is made for it. */
  | {
      readonly kind: 'create-vault';
      readonly vaultArn: string;
      /** Its access policy; none where the copy stays in its account. */
      readonly statements: readonly PolicyStatement[];
    }
  | { readonly kind: 'enable-key'; readonly keyArn: string }
  | { readonly kind: 'cancel-key-deletion'; readonly keyArn: string }
  | { readonly kind: 'create-service-linked-role'; readonly account: string }
  | { readonly kind: 'request-retention'; readonly deleteAfterDays: number }
  /** `removes` first, then `tags`. */
  | {
      readonly kind: 'tag-point';
      readonly pointArn: string;
      readonly removes: readonly string[];
      readonly tags: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'allow-image-account';
      readonly account: string;
      readonly region: string;
      readonly imageAccount: string;
    };

/** Where a policy document stands, so that it can be read and written again. `origin` is its name in the facts. */
export type PolicyPlace =
  | { readonly kind: 'vault-access'; readonly vaultArn: string; readonly origin: string }
  | { readonly kind: 'key'; readonly keyArn: string; readonly origin: string }
  | { readonly kind: 'trust'; readonly roleArn: string; readonly origin: string }
  | { readonly kind: 'role-inline'; readonly roleArn: string; readonly policyName: string; readonly origin: string }
  /** Of IAM, a customer's own. */
  | { readonly kind: 'managed-policy'; readonly policyArn: string; readonly origin: string }
  /** Service control or resource control policy; `policyId` (`p-…`) where the facts tell it. */
  | { readonly kind: 'organization-policy'; readonly policyId: string | null; readonly origin: string };

/** Whom a deny should leave alone, and in what. */
export interface Exemption {
  /** ARN of a role, or a service's name. */
  readonly principal: string;
  readonly actions: readonly string[];
  readonly resource: string;
}

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
