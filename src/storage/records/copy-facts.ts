import type {
  CopyFacts,
  KeyFacts,
  PointFacts,
  RoleFacts,
  SideFacts,
  SwitchFacts,
  VaultFacts,
} from '../../decision/facts.ts';
import type { Lifecycle } from '../../model/lifecycle.ts';
import type { Principal } from '../../model/principal.ts';
import type { ResourceAttributes, ResourceType } from '../../model/resource-type.ts';
import { parseVaultArn } from '../../model/vault.ts';
import type { PolicySet } from '../../policy/evaluation.ts';
import { invariant } from '../../util/invariant.ts';
import type { CopyJobRow } from './copy-jobs.ts';
import { findRole, findRoleByArn, type RoleRow } from './iam.ts';
import { findKey, type KeyRecord } from './kms.ts';
import { effectiveTagPolicy, organizationOf, organizationPath, policiesAlongPath } from './organizations.ts';
import type { Database } from './records.ts';
import { type RecoveryPointRow, recoveryPointInVault } from './recovery-points.ts';
import type { Remember } from './remembered.ts';
import type { KmsGrantsTable } from './schema.ts';
import { serviceLinkedRoleOf } from './service-linked-roles.ts';
import { tagsOf } from './tags.ts';
import { type VaultRow, vaultByArn } from './vaults.ts';

/** What of a copy job says which copy it is. */
export type CopyJobRequest = Pick<
  CopyJobRow,
  | 'region'
  | 'account_id'
  | 'iam_role_arn'
  | 'source_vault_arn'
  | 'source_recovery_point_arn'
  | 'destination_vault_arn'
  | 'lifecycle'
>;

export interface CopyFactsOptions {
  readonly now: number;
  /** The feature matrix's day; nothing for the newest. */
  readonly asOf: number | undefined;
  /** `Access.policiesFor`: the documents that stand above what a principal does. Asked inside this read. */
  readonly policiesFor: (
    principal: Principal,
    resourceAccount: string,
    db: Database,
  ) => Promise<Omit<PolicySet, 'resource' | 'grants'>>;
  /** For many copies of one moment: what does not depend on the point is read once. Without it, everything is read. */
  readonly remember?: Remember;
  /** A point that is not on record yet: what a backup to come will make. The copy is judged as if it were there. */
  readonly foreseen?: KnownPoint;
}

/** A recovery point of which nothing is unknown, as none of ours is. */
export type KnownPoint = PointFacts & { readonly keyArn: string | null };

/** All that bears on one copy, from our own records: nothing is unknown. One read, so that the facts fit together. */
export async function gatherCopyFacts(
  db: Database,
  job: CopyJobRequest,
  options: CopyFactsOptions,
): Promise<CopyFacts> {
  const sides = sidesOf(job);
  const gather: Gather = { db, remember: (_key, read) => read(), ...options };
  const { remember } = gather;
  const roleArn = job.iam_role_arn;
  return {
    now: options.now,
    asOf: options.asOf ?? null,
    role: {
      arn: roleArn,
      found: await remember(`facts of role ${roleArn}`, async () =>
        roleFacts(gather, await findRoleByArn(db, roleArn)),
      ),
    },
    requestedLifecycle: job.lifecycle === null ? null : (JSON.parse(job.lifecycle) as Lifecycle),
    crossAccountCopy: await remember(`facts of switch ${sides.source.account}`, () =>
      switchFacts(db, sides.source.account),
    ),
    source: await sourceFacts(gather, sides.source, job.source_recovery_point_arn),
    destination: await remember(`facts of destination ${sides.destination.vaultArn} ${options.now}`, () =>
      destinationFacts(gather, sides.destination),
    ),
  };
}

interface Gather extends CopyFactsOptions {
  readonly db: Database;
  readonly remember: Remember;
}

type Side = Pick<SideFacts, 'account' | 'region' | 'vaultArn'>;

function sidesOf(job: CopyJobRequest): { readonly source: Side; readonly destination: Side } {
  const vault = parseVaultArn(job.destination_vault_arn);
  invariant(vault, 'a copy job has a destination vault ARN');
  return {
    source: { account: job.account_id, region: job.region, vaultArn: job.source_vault_arn },
    destination: { account: vault.account, region: vault.region, vaultArn: job.destination_vault_arn },
  };
}

async function sourceFacts(gather: Gather, side: Side, pointArn: string): Promise<CopyFacts['source']> {
  const { db, foreseen, remember, now } = gather;
  const recorded = await recoveryPointInVault(db, { vaultArn: side.vaultArn, arn: pointArn });
  const point = foreseen ?? (recorded === undefined ? null : await pointFacts(db, recorded));
  const keyArn = point?.isEncrypted === true ? point.keyArn : null;
  return {
    ...(await remember(`facts of source ${side.account} ${side.vaultArn}`, () => sourceSideFacts(gather, side))),
    pointArn,
    point,
    key: keyArn === null ? null : await remember(`facts of key ${keyArn} ${now}`, () => keyFacts(gather, keyArn)),
  };
}

async function sourceSideFacts(gather: Gather, side: Side) {
  const { db } = gather;
  const vault = await vaultByArn(db, side.vaultArn);
  return {
    ...(await sideFacts(db, side)),
    vault: vault === undefined ? null : await vaultFacts(db, vault),
    serviceLinkedRole: await linkedRoleFacts(gather, side.account),
  };
}

async function destinationFacts(gather: Gather, side: Side): Promise<CopyFacts['destination']> {
  const { db } = gather;
  const vault = await vaultByArn(db, side.vaultArn);
  return {
    ...(await sideFacts(db, side)),
    vault: vault === undefined ? null : await vaultFacts(db, vault),
    key: vault === undefined ? null : await keyFacts(gather, vault.key_arn),
    serviceLinkedRole: await linkedRoleFacts(gather, side.account),
    linkedServices: await linkedServices(db, side.account),
    tagPolicy: (await effectiveTagPolicy(db, side.account)) ?? null,
    // EC2's own settings are not part of Crossvault: no account restricts its images.
    allowedImageAccounts: null,
  };
}

async function linkedRoleFacts(gather: Gather, account: string): Promise<RoleFacts | null> {
  const { roleName } = serviceLinkedRoleOf('backup.amazonaws.com');
  return roleFacts(gather, await findRole(gather.db, account, roleName));
}

async function linkedServices(db: Database, account: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('iam_roles')
    .select('linked_service')
    .where('account_id', '=', account)
    .where('linked_service', 'is not', null)
    .orderBy('linked_service')
    .execute();
  return rows.flatMap(({ linked_service }) => linked_service ?? []);
}

async function sideFacts(db: Database, side: Side): Promise<SideFacts> {
  const organization = await organizationOf(db, side.account);
  const path = await organizationPath(db, side.account);
  return {
    ...side,
    organization:
      organization === undefined || path === undefined
        ? null
        : { id: organization.id, path, managementAccount: organization.management_account_id },
    resourceControl: (await policiesAlongPath(db, side.account, 'RESOURCE_CONTROL_POLICY')) ?? null,
    serviceControl: (await policiesAlongPath(db, side.account, 'SERVICE_CONTROL_POLICY')) ?? null,
  };
}

/** The switch belongs to the organization; never set means off. */
async function switchFacts(db: Database, account: string): Promise<SwitchFacts | null> {
  const organization = await organizationOf(db, account);
  if (organization === undefined) return null;
  const row = await db
    .selectFrom('global_settings')
    .select(['value', 'changed_at'])
    .where('organization_id', '=', organization.id)
    .where('name', '=', 'isCrossAccountBackupEnabled')
    .executeTakeFirst();
  return { isEnabled: row?.value === 'true', changedAt: row?.changed_at ?? null };
}

async function roleFacts({ db, policiesFor }: Gather, role: RoleRow | undefined): Promise<RoleFacts | null> {
  if (role === undefined) return null;
  const principal = backupSession(role);
  const { identity, boundary, serviceControl } = await policiesFor(principal, role.account_id, db);
  return {
    principal,
    tags: await tagsOf(db, role.arn),
    trustPolicy: role.trust_policy,
    identity,
    boundary: boundary ?? null,
    serviceControl: serviceControl ?? null,
  };
}

/** The session in which AWS Backup takes a role on. */
const backupSession = (role: RoleRow): Principal => ({
  kind: 'role',
  account: role.account_id,
  arn: role.arn,
  userId: `${role.id}:AWSBackup`,
  sessionName: 'AWSBackup',
  sessionArn: `arn:aws:sts::${role.account_id}:assumed-role/${role.name}/AWSBackup`,
  ...(role.linked_service !== null && { isServiceLinked: true }),
});

const vaultFacts = async (db: Database, vault: VaultRow): Promise<VaultFacts> => ({
  name: vault.name,
  type: vault.type,
  keyArn: vault.key_arn,
  accessPolicy: vault.access_policy,
  minRetentionDays: vault.min_retention_days,
  maxRetentionDays: vault.max_retention_days,
  tags: await tagsOf(db, vault.arn),
  lockDate: vault.lock_at,
});

const pointFacts = async (db: Database, point: RecoveryPointRow): Promise<KnownPoint> => ({
  resourceArn: point.resource_arn,
  resourceType: point.resource_type as ResourceType,
  attributes: attributesOf(point),
  status: point.status,
  storageClass: point.storage_class,
  isEncrypted: point.is_encrypted === 1,
  keyArn: point.key_arn,
  createdAt: point.created_at,
  moveToColdAfterDays: point.move_to_cold_after_days,
  deleteAfterDays: point.delete_after_days,
  tags: await tagsOf(db, point.arn),
});

/** A DynamoDB backup made without the advanced features stays so for ever, and its ARN tells. */
function attributesOf({ arn, resource_type, resource_attributes }: RecoveryPointRow): ResourceAttributes {
  const attributes = JSON.parse(resource_attributes) as ResourceAttributes;
  const isBasic = resource_type === 'DynamoDB' && arn.split(':')[2] === 'dynamodb';
  return isBasic ? { ...attributes, isAdvanced: false } : attributes;
}

async function keyFacts({ db, now }: Gather, arn: string): Promise<KeyFacts | null> {
  const found = await findKey(db, { id: arn.slice(arn.lastIndexOf('/') + 1), region: arn.split(':')[3] ?? '', now });
  return found === undefined ? null : toKeyFacts(found);
}

const toKeyFacts = ({ key, aliases, grants, tags }: KeyRecord): KeyFacts => ({
  arn: key.arn,
  account: key.account_id,
  region: key.region,
  manager: key.manager === 'AWS' ? 'AWS' : 'CUSTOMER',
  state: key.state,
  aliases,
  policy: key.policy,
  grants: grants.map(toGrantFacts),
  multiRegion: key.is_multi_region === 1 ? (key.primary_region === key.region ? 'PRIMARY' : 'REPLICA') : null,
  tags,
});

function toGrantFacts(grant: KmsGrantsTable): Exclude<KeyFacts['grants'], { unknown: unknown }>[number] {
  const constraints = (grant.constraints === null ? {} : JSON.parse(grant.constraints)) as {
    readonly EncryptionContextEquals?: Readonly<Record<string, string>>;
    readonly EncryptionContextSubset?: Readonly<Record<string, string>>;
  };
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = constraints;
  return {
    id: grant.id,
    name: grant.name,
    grantee: grant.grantee_principal,
    operations: JSON.parse(grant.operations) as string[],
    ...(equals && { encryptionContextEquals: equals }),
    ...(subset && { encryptionContextSubset: subset }),
  };
}
