import type { Lifecycle } from '../model/lifecycle.ts';
import type { Principal } from '../model/principal.ts';
import type { ResourceAttributes, ResourceType } from '../model/resource-type.ts';
import type { SourcedDocument } from '../policy/evaluation.ts';

/** What nobody could read, and the IAM action that was lacking to read it. */
export interface Unknown {
  readonly unknown: { readonly grant: string };
}

/** A thing that is known, or known to be unknown: never a guess. `null` means that it is known not to be there. */
export type Fact<Value> = Value | Unknown;

export const unknownFor = (grant: string): Unknown => ({ unknown: { grant } });

export function isUnknown<Value>(fact: Fact<Value>): fact is Unknown {
  return typeof fact === 'object' && fact !== null && 'unknown' in fact;
}

/** The thing itself where it is known and there. */
export function knownOf<Value extends object>(fact: Fact<Value | null>): Value | undefined {
  return isUnknown(fact) || fact === null ? undefined : fact;
}

/**
 * All that bears on one copy, as plain JSON: read from our own records (`storage/records/copy-facts.ts`), or from real accounts by
 * the doctor. Times are milliseconds since 1970.
 */
export interface CopyFacts {
  readonly now: number;
  /** Which day's feature matrix holds; `null` is the newest. */
  readonly asOf: number | null;
  readonly role: { readonly arn: string; readonly found: Fact<RoleFacts | null> };
  readonly requestedLifecycle: Lifecycle | null;
  /** Who calls StartCopyJob; `null` where a plan starts the copy. Absent, here and below: nobody looked, so nothing is said of it. */
  readonly caller?: Fact<RoleFacts | null>;
  /** The organization's switch for cross-account copies; `null` where the source account has no organization. */
  readonly crossAccountCopy: Fact<SwitchFacts | null>;
  readonly source: SourceFacts;
  readonly destination: DestinationFacts;
}

/** What both sides have. */
export interface SideFacts {
  readonly account: string;
  readonly region: string;
  readonly vaultArn: string;
  readonly organization: Fact<MembershipFacts | null>;
  /** Resource control policies, a level each from the root to the account; `null` where none apply. */
  readonly resourceControl: Fact<PolicyLevels | null>;
  /** Service control policies above the account, whoever acts in it; `null` where none apply. */
  readonly serviceControl?: Fact<PolicyLevels | null>;
  /** Whether the account has the Region switched on. */
  readonly isRegionEnabled?: Fact<boolean>;
}

export interface SourceFacts extends SideFacts {
  readonly vault: Fact<VaultFacts | null>;
  readonly pointArn: string;
  readonly point: Fact<PointFacts | null>;
  /** The key that seals the point; `null` where the point names a key that is gone, or none. */
  readonly key: Fact<KeyFacts | null>;
  /** `AWSServiceRoleForBackup` of the source account: the one that copies on the way back. */
  readonly serviceLinkedRole?: Fact<RoleFacts | null>;
}

export interface DestinationFacts extends SideFacts {
  readonly vault: Fact<VaultFacts | null>;
  readonly key: Fact<KeyFacts | null>;
  /** `AWSServiceRoleForBackup` of the destination account. */
  readonly serviceLinkedRole: Fact<RoleFacts | null>;
  /** The effective tag policy of the account, as Organizations gives it; `null` where there is none. */
  readonly tagPolicy: Fact<string | null>;
  /** EC2's "Allowed AMIs": accounts whose images the account admits; `null` where the setting is off. */
  readonly allowedImageAccounts: Fact<readonly string[] | null>;
  /** Services (`rds.amazonaws.com`) whose service-linked roles exist in the account: a restore needs that of the type's own. */
  readonly linkedServices?: Fact<readonly string[]>;
  readonly load?: Fact<LoadFacts>;
}

/** How full the destination is; absent numbers were not read. */
export interface LoadFacts {
  /** Copies under way into this Region of the account. */
  readonly runningCopies?: number;
  readonly points?: number;
  /** Snapshots of RDS that users made, in the Region, and the quota for them. */
  readonly rdsSnapshots?: number;
  readonly rdsSnapshotsMax?: number;
}

export interface MembershipFacts {
  readonly id: string;
  /** `o-…/r-…/ou-…/`, with the slash at the end. A member account sees its organization, and not its place in it. */
  readonly path: Fact<string>;
  readonly managementAccount: string;
}

export interface SwitchFacts {
  readonly isEnabled: boolean;
  /** When it was last changed; `null` where it never was. */
  readonly changedAt: number | null;
}

export type PolicyLevels = readonly (readonly SourcedDocument[])[];

export interface RoleFacts {
  readonly principal: Principal;
  readonly tags: Fact<Tags>;
  readonly trustPolicy: string;
  readonly identity: Fact<readonly SourcedDocument[]>;
  readonly boundary: Fact<SourcedDocument | null>;
  /** Service control policies, a level each from the root to the account; `null` where none apply. */
  readonly serviceControl: Fact<PolicyLevels | null>;
}

export interface VaultFacts {
  readonly name: string;
  /** BACKUP_VAULT or LOGICALLY_AIR_GAPPED_BACKUP_VAULT */
  readonly type: string;
  readonly keyArn: string;
  readonly accessPolicy: Fact<string | null>;
  /** The range of the vault lock; `null` where it has no such end. */
  readonly minRetentionDays: number | null;
  readonly maxRetentionDays: number | null;
  readonly tags: Fact<Tags>;
  /** CREATING, AVAILABLE, FAILED */
  readonly state?: string;
  /** Until when the lock may still be taken off; `null`: it is in governance mode, or for ever. */
  readonly lockDate?: number | null;
}

export interface PointFacts {
  readonly resourceArn: string;
  readonly resourceType: ResourceType;
  readonly attributes: ResourceAttributes;
  /** Attributes that bear on the type and that nobody could read. */
  readonly unknownAttributes?: Readonly<Partial<Record<keyof ResourceAttributes, Unknown>>>;
  readonly status: string;
  /** WARM, COLD, DELETED */
  readonly storageClass: string;
  readonly isEncrypted: Fact<boolean>;
  /** Its key; `null` where it is not encrypted. A point that a plan is going to make may have a key that nobody could read. */
  readonly keyArn: Fact<string | null>;
  readonly createdAt: number;
  readonly moveToColdAfterDays: number | null;
  readonly deleteAfterDays: number | null;
  readonly tags: Fact<Tags>;
  /** RDS: `postgres`, `custom-sqlserver-ee`; `null` where there is none. */
  readonly engine?: Fact<string | null>;
  /** RDS: options of its option group that a snapshot carries along for ever, such as TDE. */
  readonly persistentOptions?: Fact<readonly string[]>;
  /** EC2: keys of the image's snapshots beside `source.key`, each once. */
  readonly otherKeys?: Fact<readonly KeyFacts[]>;
}

export interface KeyFacts {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly manager: 'CUSTOMER' | 'AWS';
  /** Enabled, Disabled, PendingDeletion, … */
  readonly state: string;
  readonly aliases: Fact<readonly string[]>;
  readonly policy: Fact<string>;
  readonly grants: Fact<readonly GrantFacts[]>;
  /** `null`: a key of one Region. A replica has a policy of its own. */
  readonly multiRegion?: 'PRIMARY' | 'REPLICA' | null;
  readonly tags: Fact<Tags>;
}

export interface GrantFacts {
  readonly id: string;
  readonly name: string | null;
  /** ARN, or a service's name. */
  readonly grantee: string;
  readonly operations: readonly string[];
  readonly encryptionContextEquals?: Tags;
  readonly encryptionContextSubset?: Tags;
}

/** A key's aliases as far as they are known, for quoting. */
export const aliasesOf = ({ aliases }: KeyFacts): readonly string[] => (isUnknown(aliases) ? [] : aliases);

export type Tags = Readonly<Record<string, string>>;

export const isCrossAccount = ({ source, destination }: CopyFacts): boolean => source.account !== destination.account;
