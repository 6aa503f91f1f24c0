/** A repair that a machine can carry out: one AWS call each, with what it takes. */
export type Remedy =
  | { readonly kind: 'trust-backup-service'; readonly roleArn: string; readonly statement: PolicyStatement }
  | { readonly kind: 'enable-cross-account-copy'; readonly managementAccount: string }
  | { readonly kind: 'add-role-statements'; readonly roleArn: string; readonly statements: readonly PolicyStatement[] }
  | {
      readonly kind: 'add-vault-access-statements';
      readonly vaultArn: string;
      readonly statements: readonly PolicyStatement[];
    }
  | { readonly kind: 'add-key-statements'; readonly keyArn: string; readonly statements: readonly PolicyStatement[] }
  | { readonly kind: 'enable-key'; readonly keyArn: string }
  | { readonly kind: 'cancel-key-deletion'; readonly keyArn: string }
  | { readonly kind: 'create-service-linked-role'; readonly account: string }
  | { readonly kind: 'request-retention'; readonly deleteAfterDays: number };

export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Action: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
