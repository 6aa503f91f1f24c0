import type { Principal } from '../model/principal.ts';
import { isKeptByBackup } from '../model/recovery-point.ts';
import { isFullyManaged, kmsServiceOf } from '../model/resource-type.ts';
import type { RequestContext } from '../policy/evaluation.ts';
import { linkedRoleOf } from './expected-roles.ts';
import type { CopyFacts, Fact, PointFacts, Unknown, VaultFacts } from './facts.ts';
import { isCrossAccount, isUnknown, knownOf } from './facts.ts';
import { copyFeatures } from './feature-matrix.ts';

/** The encryption context key that AWS Backup uses for vaults, as conditions in its key policies name it. */
export const VAULT_CONTEXT_KEY = 'aws:backup:backup-vault';

/** What a job's grant lets the owning service do. */
export const JOB_GRANT_OPERATIONS = [
  'Decrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'RetireGrant',
  'DescribeKey',
] as const;

/** By which right a copy comes at the data keys of one side. The requirements judge it; the job takes it. */
export type KeyRight =
  /** What AWS calls unencrypted: no customer key, no customer policy. */
  | { readonly kind: 'none' }
  /** The grant that Backup was given on the vault's key when the vault was made. */
  | { readonly kind: 'vault-grant'; readonly keyArn: string; readonly vaultArn: string }
  /** `principal` lets the service that owns the type use the key while the job runs. */
  | {
      readonly kind: 'job-grant';
      readonly keyArn: string;
      readonly vaultArn: string;
      readonly principal: Principal;
      /** `ec2.eu-west-1.amazonaws.com` */
      readonly viaService: string;
    };

export interface KeyRights {
  readonly source: KeyRight;
  readonly destination: KeyRight;
}

/** One request to KMS that must be allowed for a right to be taken and used. */
export interface KeyUse {
  readonly action: string;
  readonly principal: Principal;
  readonly context: RequestContext;
}

/**
 * Which rights a copy takes on the two keys. Nothing while the point, the destination vault or who acts is not known, nor for types
 * that are never copied: then other requirements speak.
 *
 * Across accounts the destination's service-linked role needs the source key. The exception are points of fully managed types
 * under an AWS managed key, which leave by the grant that Backup itself holds: such a key's policy admits no other account, and
 * AWS copies them all the same. Copies of fully managed types are written by the grant on the destination vault's key. Within an
 * account the role of the job asks the owning service.
 */
export function keyUses(facts: CopyFacts): KeyRights | undefined {
  const source = keyRight(facts, 'source');
  const destination = keyRight(facts, 'destination');
  return source && destination && { source, destination };
}

/** The right on the key of one side, as far as that side's facts tell it. Nothing where `keyUses` has nothing. */
export function keyRight(facts: CopyFacts, side: 'source' | 'destination'): KeyRight | undefined {
  const point = knownOf(facts.source.point);
  const vault = knownOf(facts.destination.vault);
  if (!point || !isEverCopied(point)) return undefined;
  // What the source key says can be told while the vault is still missing.
  if (side === 'source') return sourceRight(facts, point);
  return vault && destinationRight(facts, point, vault);
}

/**
 * What the right on the source key hangs on and nobody could read: while there is such a thing, that a copy takes no right, or another,
 * is not known.
 */
export function unreadForSourceRight(facts: CopyFacts): Unknown | undefined {
  const { point, key } = facts.source;
  if (isUnknown(point)) return point;
  if (point === null || !isEverCopied(point)) return undefined;
  const { isEncrypted, keyArn } = point;
  if (isUnknown(isEncrypted)) return isEncrypted;
  if (!isEncrypted) return undefined;
  if (isUnknown(keyArn)) return keyArn;
  // Who manages the key decides by which right a fully managed type leaves its account.
  if (isCrossAccount(facts) && isUnknown(key)) return key;
  if (keyRight(facts, 'source') !== undefined) return undefined;
  const actor = actingRole(facts);
  return isUnknown(actor) ? actor : undefined;
}

function sourceRight(facts: CopyFacts, point: PointFacts): KeyRight | undefined {
  const { isEncrypted, keyArn } = point;
  if (isUnknown(isEncrypted) || isUnknown(keyArn)) return undefined;
  const isManaged = isFullyManaged(point.resourceType, point.attributes) || isKeptByBackup(facts.source.pointArn);
  const leavesByKeyPolicy = isCrossAccount(facts) && knownOf(facts.source.key)?.manager === 'CUSTOMER';
  return rightOf(facts, point, {
    keyArn: isEncrypted ? keyArn : null,
    side: facts.source,
    isByVaultGrant: isManaged && !leavesByKeyPolicy,
  });
}

function destinationRight(facts: CopyFacts, point: PointFacts, vault: VaultFacts): KeyRight | undefined {
  const staysBare = staysUnencrypted(point);
  if (isUnknown(staysBare)) return undefined;
  return rightOf(facts, point, {
    keyArn: staysBare ? null : vault.keyArn,
    side: facts.destination,
    // Into an air-gapped vault AWS Backup writes whatever it be itself.
    isByVaultGrant:
      isFullyManaged(point.resourceType, point.attributes) || vault.type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  });
}

/**
 * Who asks the owning service to copy: across accounts the destination's service-linked role, else the role of the job. The former is
 * judged as AWS would make it where it is missing; that it is missing has a requirement of its own.
 */
export function actingRole(facts: CopyFacts): CopyFacts['role']['found'] {
  if (!isCrossAccount(facts)) return facts.role.found;
  return facts.destination.serviceLinkedRole ?? linkedRoleOf(facts.destination);
}

interface Leg {
  readonly keyArn: string | null;
  readonly side: { readonly vaultArn: string; readonly region: string };
  readonly isByVaultGrant: boolean;
}

function rightOf(facts: CopyFacts, point: PointFacts, { keyArn, side, isByVaultGrant }: Leg): KeyRight | undefined {
  if (keyArn === null) return { kind: 'none' };
  const { vaultArn, region } = side;
  if (isByVaultGrant) return { kind: 'vault-grant', keyArn, vaultArn };
  const principal = knownOf(actingRole(facts))?.principal;
  if (principal === undefined) return undefined;
  const viaService = `${kmsServiceOf(point.resourceType, point.attributes)}.${region}.amazonaws.com`;
  return { kind: 'job-grant', keyArn, vaultArn, principal, viaService };
}

/** No service copies the others, so there is none that would ask for a key. */
function isEverCopied({ resourceType, attributes }: PointFacts): boolean {
  const { crossRegion, crossAccount } = copyFeatures(resourceType, attributes);
  return crossRegion !== null || crossAccount !== null;
}

/** Copies of unencrypted points of these types stay unencrypted (Developer Guide, "Encryption"). */
function staysUnencrypted({ resourceType, isEncrypted }: PointFacts): Fact<boolean> {
  if (!['Aurora', 'DocumentDB', 'Neptune'].includes(resourceType)) return false;
  return isUnknown(isEncrypted) ? isEncrypted : !isEncrypted;
}

/**
 * What KMS is asked for a right: each must be allowed. Across accounts these are the deeds in the managed policy of the service-linked
 * role (`AWSBackupServiceLinkedRolePolicyForBackup`); within an account the backup role's managed policy covers the first and last.
 */
export function usesOf(
  right: KeyRight,
  { side, isAcrossAccounts }: { side: 'source' | 'destination'; isAcrossAccounts: boolean },
): readonly KeyUse[] {
  if (right.kind === 'none') return [];
  const context = vaultContext(right.vaultArn);
  if (right.kind === 'vault-grant') {
    return [{ action: side === 'source' ? 'kms:Decrypt' : 'kms:GenerateDataKey', principal: backupService, context }];
  }
  const { principal, viaService } = right;
  const common = { 'kms:CallerAccount': principal.account, 'kms:ViaService': viaService };
  const use = (action: string, own: RequestContext): KeyUse => ({ action, principal, context: { ...common, ...own } });
  const grant = use('kms:CreateGrant', {
    ...context,
    'kms:GrantIsForAWSResource': 'true',
    'kms:GrantConstraintType': 'EncryptionContextSubset',
    'kms:GrantOperations': JOB_GRANT_OPERATIONS,
    'kms:GranteePrincipal': granteeOf(viaService),
    'kms:RetiringPrincipal': granteeOf(viaService),
  });
  const direct = isAcrossAccounts ? [use(directAction(side, viaService), context)] : [];
  return [use('kms:DescribeKey', {}), ...direct, grant];
}

/** The service's own name: `ec2.amazonaws.com` for `ec2.eu-west-1.amazonaws.com`. */
export const granteeOf = (viaService: string): string => viaService.replace(/^([a-z0-9-]+)\.[a-z0-9-]+\./, '$1.');

function directAction(side: 'source' | 'destination', viaService: string): string {
  if (side === 'destination') return 'kms:GenerateDataKeyWithoutPlaintext';
  return viaService.startsWith('backup.') ? 'kms:Decrypt' : 'kms:ReEncryptFrom';
}

const vaultContext = (vaultArn: string): RequestContext => ({
  'kms:EncryptionContextKeys': [VAULT_CONTEXT_KEY],
  [`kms:EncryptionContext:${VAULT_CONTEXT_KEY}`]: vaultArn,
});

const backupService: Principal = {
  kind: 'service',
  account: '',
  arn: 'backup.amazonaws.com',
  userId: 'backup.amazonaws.com',
};
