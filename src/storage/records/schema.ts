import type { Generated } from 'kysely';
import type { StorageClass } from '../blobs/storage-class.ts';

/**
 * Every table and column, as Kysely sees them. Migrations make them; the two are changed together.
 * JSON columns are text; their shapes stand with the queries that read them.
 */
export interface Schema {
  settings: SettingsTable;
  tags: TagsTable;
  accounts: AccountsTable;
  create_account_requests: CreateAccountRequestsTable;
  handshakes: HandshakesTable;
  organizations: OrganizationsTable;
  organizational_units: OrganizationalUnitsTable;
  organization_policies: OrganizationPoliciesTable;
  organization_policy_attachments: OrganizationPolicyAttachmentsTable;
  organization_policy_types: OrganizationPolicyTypesTable;
  organization_service_access: OrganizationServiceAccessTable;
  delegated_administrators: DelegatedAdministratorsTable;
  organization_resource_policies: OrganizationResourcePoliciesTable;
  iam_users: IamUsersTable;
  iam_access_keys: IamAccessKeysTable;
  iam_roles: IamRolesTable;
  iam_groups: IamGroupsTable;
  iam_group_members: IamGroupMembersTable;
  iam_instance_profiles: IamInstanceProfilesTable;
  iam_login_profiles: IamLoginProfilesTable;
  iam_oidc_providers: IamOidcProvidersTable;
  iam_account_settings: IamAccountSettingsTable;
  iam_inline_policies: IamInlinePoliciesTable;
  iam_attached_policies: IamAttachedPoliciesTable;
  iam_policies: IamPoliciesTable;
  iam_policy_versions: IamPolicyVersionsTable;
  sts_sessions: StsSessionsTable;
  kms_keys: KmsKeysTable;
  kms_key_material: KmsKeyMaterialTable;
  kms_aliases: KmsAliasesTable;
  kms_grants: KmsGrantsTable;
  global_settings: GlobalSettingsTable;
  region_settings: RegionSettingsTable;
  vaults: VaultsTable;
  vault_domains: VaultDomainsTable;
  resources: ResourcesTable;
  recovery_points: RecoveryPointsTable;
  backup_jobs: BackupJobsTable;
  copy_jobs: CopyJobsTable;
  restore_jobs: RestoreJobsTable;
  vault_notifications: VaultNotificationsTable;
  backup_plans: BackupPlansTable;
  backup_plan_versions: BackupPlanVersionsTable;
  backup_selections: BackupSelectionsTable;
  plan_runs: PlanRunsTable;
  legal_holds: LegalHoldsTable;
  idempotency: IdempotencyTable;
  work: WorkTable;
  scrubs: ScrubsTable;
  events: EventsTable;
  event_cursors: EventCursorsTable;
}

/** Facts about the installation itself: the manual clock's offset, the as-of date. */
export interface SettingsTable {
  name: string;
  value: string;
}

/** Tags of everything that has an ARN. */
export interface TagsTable {
  resource_arn: string;
  key: string;
  value: string;
}

export interface AccountsTable {
  id: string;
  name: string;
  email: string;
  /** ACTIVE, SUSPENDED, PENDING_CLOSURE */
  status: string;
  organization_id: string | null;
  /** Root or organizational unit. */
  parent_id: string | null;
  /** INVITED or CREATED */
  joined_method: string | null;
  joined_at: number | null;
  /** When its closure was asked for. */
  closed_at: number | null;
  created_at: number;
}

export interface CreateAccountRequestsTable {
  id: string;
  organization_id: string;
  account_name: string;
  email: string;
  /** IN_PROGRESS, SUCCEEDED, FAILED */
  state: string;
  account_id: string | null;
  failure_reason: string | null;
  requested_at: number;
  completed_at: number | null;
}

export interface HandshakesTable {
  id: string;
  organization_id: string;
  /** INVITE, ENABLE_ALL_FEATURES, APPROVE_ALL_FEATURES */
  action: string;
  account_id: string;
  /** REQUESTED OPEN CANCELED ACCEPTED DECLINED EXPIRED */
  state: string;
  requested_at: number;
  expires_at: number;
  notes: string | null;
  /** Of an approval: the handshake that waits for it. */
  parent_id: string | null;
}

export interface OrganizationsTable {
  id: string;
  root_id: string;
  management_account_id: string;
  /** ALL or CONSOLIDATED_BILLING */
  feature_set: string;
  created_at: number;
}

/** The delegation policy of an organization: at most one. */
export interface OrganizationResourcePoliciesTable {
  organization_id: string;
  id: string;
  content: string;
}

export interface OrganizationalUnitsTable {
  id: string;
  organization_id: string;
  parent_id: string;
  name: string;
  created_at: number;
}

export interface OrganizationPoliciesTable {
  id: string;
  /** `aws` for the policies that AWS itself provides. */
  organization_id: string;
  /** SERVICE_CONTROL_POLICY, RESOURCE_CONTROL_POLICY, TAG_POLICY, BACKUP_POLICY */
  type: string;
  name: string;
  description: string;
  content: string;
  created_at: number;
}

export interface OrganizationPolicyAttachmentsTable {
  organization_id: string;
  policy_id: string;
  /** Root, organizational unit or account. */
  target_id: string;
}

export interface OrganizationPolicyTypesTable {
  organization_id: string;
  type: string;
  /** When a policy of the type last came, went, or changed somewhere in the organization. */
  changed_at: number | null;
}

export interface OrganizationServiceAccessTable {
  organization_id: string;
  service_principal: string;
  enabled_at: number;
}

export interface DelegatedAdministratorsTable {
  organization_id: string;
  account_id: string;
  service_principal: string;
  enabled_at: number;
}

export interface IamUsersTable {
  account_id: string;
  name: string;
  path: string;
  /** AIDA… */
  id: string;
  arn: string;
  boundary_arn: string | null;
  created_at: number;
}

export interface IamAccessKeysTable {
  /** AKIA… */
  id: string;
  account_id: string;
  user_name: string;
  /** Sealed under the root key; bound to the access key id. */
  secret_sealed: Uint8Array;
  /** Active or Inactive */
  status: string;
  created_at: number;
  /** When, for which service and in which Region it last signed a request; kept to the quarter of an hour. */
  last_used_at: number | null;
  last_used_service: string | null;
  last_used_region: string | null;
}

export interface IamRolesTable {
  account_id: string;
  name: string;
  path: string;
  /** AROA… */
  id: string;
  arn: string;
  trust_policy: string;
  description: string | null;
  max_session_seconds: number;
  boundary_arn: string | null;
  /** `backup.amazonaws.com` for its service-linked role. */
  linked_service: string | null;
  created_at: number;
  /** When and in which Region one of its sessions last signed a request; kept to the quarter of an hour. */
  last_used_at: number | null;
  last_used_region: string | null;
}

export interface IamGroupsTable {
  account_id: string;
  name: string;
  path: string;
  /** AGPA… */
  id: string;
  arn: string;
  created_at: number;
}

export interface IamGroupMembersTable {
  account_id: string;
  group_name: string;
  user_name: string;
}

export interface IamInstanceProfilesTable {
  account_id: string;
  name: string;
  path: string;
  /** AIPA… */
  id: string;
  arn: string;
  /** One at most: AWS's quota, which cannot be raised. */
  role_name: string | null;
  created_at: number;
}

/** A user who may use the console. Nobody signs in here with a password, so none is kept. */
export interface IamLoginProfilesTable {
  account_id: string;
  user_name: string;
  must_reset: number;
  created_at: number;
}

export interface IamOidcProvidersTable {
  arn: string;
  account_id: string;
  /** Without `https://`. */
  url: string;
  /** JSON lists. */
  client_ids: string;
  thumbprints: string;
  created_at: number;
}

/** What an account has one of. */
export interface IamAccountSettingsTable {
  account_id: string;
  /** One in all accounts. */
  alias: string | null;
  /** As JSON, in the members of GetAccountPasswordPolicy. */
  password_policy: string | null;
  credential_report: string | null;
  credential_report_at: number | null;
}

export interface IamInlinePoliciesTable {
  account_id: string;
  /** user, group or role */
  owner_kind: string;
  owner_name: string;
  name: string;
  document: string;
}

export interface IamAttachedPoliciesTable {
  account_id: string;
  owner_kind: string;
  owner_name: string;
  policy_arn: string;
  attached_at: number;
}

/** Customer managed policies; AWS's own are data in the access room. */
export interface IamPoliciesTable {
  arn: string;
  account_id: string;
  name: string;
  path: string;
  /** ANPA… */
  id: string;
  description: string | null;
  /** The number of the newest version there ever was: AWS never gives one twice. */
  newest_version: number;
  created_at: number;
  updated_at: number;
}

export interface IamPolicyVersionsTable {
  policy_arn: string;
  /** v1, v2, … */
  version_id: string;
  document: string;
  is_default: number;
  created_at: number;
}

export interface StsSessionsTable {
  /** ASIA… */
  access_key_id: string;
  account_id: string;
  /** SHA-256 of the session token, hex. */
  token_hash: string;
  secret_sealed: Uint8Array;
  /** A Principal as JSON. */
  principal: string;
  created_at: number;
  expires_at: number;
}

export interface KmsKeysTable {
  /** UUID, or mrk-…, which a primary shares with its replicas in other Regions. */
  id: string;
  arn: string;
  account_id: string;
  region: string;
  /** CUSTOMER or AWS */
  manager: string;
  /** `alias/aws/backup` and its like, for AWS managed keys. */
  aws_alias: string | null;
  description: string;
  spec: string;
  usage: string;
  origin: string;
  /** Enabled, Disabled, PendingDeletion, PendingReplicaDeletion; a deleted key has no row. */
  state: string;
  policy: string;
  is_multi_region: number;
  /** Of a multi-Region key: where its primary is. */
  primary_region: string | null;
  /** 0 while a key waits for material from outside (PendingImport). */
  has_material: number;
  /** When material from outside expires; null where it does not. */
  material_valid_to: number | null;
  rotation_period_days: number | null;
  /** When rotation was switched on: the first period begins here. */
  rotation_enabled_at: number | null;
  created_at: number;
  deletion_at: number | null;
  /** Of a primary that waits for its replicas to go: how long it then waits itself. */
  deletion_window_days: number | null;
}

/** A primary and its replicas share their material: there is one row for all of them. */
export interface KmsKeyMaterialTable {
  key_id: string;
  version: number;
  /** Sealed under the root key; bound to key id and version. A private key is PKCS #8 in DER. Empty once deleted. */
  material_sealed: Uint8Array;
  /** SubjectPublicKeyInfo in DER, of a key pair. */
  public_key: Uint8Array | null;
  /** SHA-256 of material from outside, which alone may be imported again. */
  fingerprint: string | null;
  /** AUTOMATIC or ON_DEMAND; null for the first. */
  rotation_type: string | null;
  created_at: number;
}

export interface KmsAliasesTable {
  account_id: string;
  region: string;
  /** alias/… */
  name: string;
  key_id: string;
  created_at: number;
  updated_at: number;
}

export interface KmsGrantsTable {
  id: string;
  key_id: string;
  /** That of the key: replicas have grants of their own. */
  region: string;
  /** SHA-256 of the grant token, hex. */
  token_hash: string;
  name: string | null;
  grantee_principal: string;
  retiring_principal: string | null;
  issuing_account: string;
  /** JSON list of operations. */
  operations: string;
  /** JSON {EncryptionContextEquals|EncryptionContextSubset, SourceArn}, or null. */
  constraints: string | null;
  created_at: number;
}

/** The Backup switches of an organization; the last change stays known, since switching off takes effect late. */
export interface GlobalSettingsTable {
  organization_id: string;
  name: string;
  value: string;
  changed_at: number;
}

export interface RegionSettingsTable {
  account_id: string;
  region: string;
  /** JSON {type: boolean} */
  opt_in: string;
  management: string;
}

export interface VaultsTable {
  arn: string;
  account_id: string;
  region: string;
  name: string;
  /** BACKUP_VAULT or LOGICALLY_AIR_GAPPED_BACKUP_VAULT */
  type: string;
  key_arn: string;
  creator_request_id: string | null;
  access_policy: string | null;
  min_retention_days: number | null;
  max_retention_days: number | null;
  is_locked: number;
  lock_at: number | null;
  created_at: number;
  /** Of a vault that takes a while to make: it is there from whichever comes first, in the service's time or the machine's. */
  available_at: number | null;
  available_by_machine: number | null;
}

/** The engine's encryption and deduplication domains: one for each key that has sealed bytes in a vault. */
export interface VaultDomainsTable {
  /** Random; the folder under `REGION/` in the blob store of its storage class. */
  id: string;
  vault_arn: string;
  /** The CMK (or AWS managed key) whose wrapped data keys seal it; empty: unencrypted in AWS's eyes, sealed by the service's own key. */
  key_arn: string;
  created_at: number;
  storage_class: StorageClass;
}

export interface ResourcesTable {
  arn: string;
  account_id: string;
  region: string;
  /** EFS, EBS, RDS, … */
  type: string;
  name: string;
  /** file:///srv/data: a directory or a disk image. */
  source: string;
  /** directory or disk-image */
  nature: string;
  kms_key_arn: string | null;
  /** JSON of what the type's rules ask: {"fsxType":"ONTAP"}, {"isMultiAzCluster":true}, {"isMarketplace":true}, … */
  attributes: string;
  created_at: number;
}

export interface RecoveryPointsTable {
  arn: string;
  account_id: string;
  region: string;
  vault_arn: string;
  vault_name: string;
  source_vault_arn: string | null;
  resource_arn: string;
  resource_type: string;
  resource_name: string | null;
  iam_role_arn: string;
  /** CREATING COMPLETED AVAILABLE PARTIAL DELETING EXPIRED STOPPED */
  status: string;
  status_message: string | null;
  /** For a copy: that of its source. */
  created_at: number;
  initiated_at: number;
  completed_at: number | null;
  backup_size_bytes: number;
  move_to_cold_after_days: number | null;
  delete_after_days: number | null;
  move_to_cold_at: number | null;
  delete_at: number | null;
  /** WARM COLD DELETED */
  storage_class: string;
  is_encrypted: number;
  key_arn: string | null;
  last_restore_at: number | null;
  /** Where the bytes are: domain and manifest of the engine. */
  domain_id: string;
  manifest_id: string;
  /** JSON: attributes of the resource at the time, for the copy's rules. */
  resource_attributes: string;
  /** JSON: the map of GetRecoveryPointRestoreMetadata. */
  restore_metadata: string;
  backup_job_id: string | null;
  copy_job_id: string | null;
  /** When it is deleted: some moment within eight hours of `delete_at`; null where it stays, or something keeps it. */
  expires_at: number | null;
  /** When its bytes are to be moved to cold storage; null where they are there, or stay. */
  cold_move_at: number | null;
  /** DELETE_AFTER_COPY: it is there only for its copies. */
  delete_after_event: string | null;
  /** The plan that made the backup, and JSON of its `PlanCreator`; null for one that was asked for. A copy has its source's. */
  plan_id: string | null;
  created_by: string | null;
}

interface JobColumns {
  id: string;
  account_id: string;
  region: string;
  state: string;
  status_message: string | null;
  message_category: string | null;
  created_at: number;
  completed_at: number | null;
  resource_arn: string;
  resource_type: string;
  resource_name: string | null;
  iam_role_arn: string;
  /** 0 to 100 */
  percent_done: number;
  /** JSON of the engine's report: bytes read, stored, reused; files; seconds. */
  report: string | null;
}

export interface BackupJobsTable extends JobColumns {
  vault_arn: string;
  vault_name: string;
  key_arn: string | null;
  recovery_point_arn: string | null;
  backup_size_bytes: number | null;
  bytes_transferred: number | null;
  /** JSON as requested. */
  lifecycle: string | null;
  recovery_point_tags: string;
  backup_options: string | null;
  start_by: number | null;
  expected_completion_at: number | null;
  initiated_at: number;
  /** The plan, the rule and the run of the rule that made the job; null for one that was asked for. A run by hand has no date. */
  plan_id: string | null;
  rule_id: string | null;
  scheduled_at: number | null;
  /** JSON of its `PlanCreator`. */
  created_by: string | null;
  /** JSON of the `CopyAction`s that follow the backup: those of its rule, as they were when it ran. */
  copy_actions: string | null;
  /** DELETE_AFTER_COPY: the point will be there only for its copies. */
  delete_after_event: string | null;
  /** JSON {text, category}: what the job says when it has completed though something that was wished is not done. */
  remark: string | null;
}

export interface CopyJobsTable extends JobColumns {
  source_vault_arn: string;
  source_recovery_point_arn: string;
  destination_vault_arn: string;
  destination_recovery_point_arn: string | null;
  backup_size_bytes: number | null;
  lifecycle: string | null;
  /** JSON RecoveryPointCreator, or null when started by hand. */
  created_by: string | null;
  created_by_backup_job_id: string | null;
}

export interface RestoreJobsTable extends JobColumns {
  recovery_point_arn: string;
  source_vault_arn: string;
  /** JSON map as requested. */
  metadata: string;
  /** Whether the restored resource gets the tags that the point has from its resource. */
  copies_source_tags: number;
  created_resource_arn: string | null;
  backup_size_bytes: number | null;
  recovery_point_created_at: number | null;
  /** From cold storage: when it may read, by the service's time, or by the machine's where that comes first; null where it need not wait. */
  readable_at: number | null;
  readable_by_machine: number | null;
}

/** Which events of a vault its owner wants to hear of, and where; at most one for each vault. */
export interface VaultNotificationsTable {
  vault_arn: string;
  topic_arn: string;
  /** JSON list of BackupVaultEvent. */
  events: string;
}

export interface BackupPlansTable {
  /** Lower-case UUID. */
  id: string;
  arn: string;
  account_id: string;
  region: string;
  /** Of the newest version, as are `version_id` and `document_hash`. */
  name: string;
  version_id: string;
  /** SHA-256 of the newest document without its rule ids, hex. */
  document_hash: string;
  creator_request_id: string | null;
  created_at: number;
  /** A deleted plan keeps its row and its versions: AWS lists it for who asks. */
  deleted_at: number | null;
  last_execution_at: number | null;
  /** The organization whose backup policy makes the plan; null for the account's own. */
  managed_by: string | null;
}

export interface BackupPlanVersionsTable {
  plan_id: string;
  /** Base64 of a UUID. */
  version_id: string;
  /** 1, 2, … in the order in which they were written. */
  place: number;
  /** A BackupPlan of `model/` as JSON. */
  document: string;
  created_at: number;
}

/** One row a rule that will run again. */
export interface PlanRunsTable {
  plan_id: string;
  rule_id: string;
  /** Of the next run. */
  due_at: number;
  /** When the rule came to this schedule: it has had no run until then. */
  since: number;
}

export interface BackupSelectionsTable {
  /** Lower-case UUID. */
  id: string;
  plan_id: string;
  name: string;
  iam_role_arn: string;
  /** A BackupSelection of `model/` as JSON. */
  document: string;
  creator_request_id: string | null;
  created_at: number;
}

export interface LegalHoldsTable {
  /** Lower-case UUID. */
  id: string;
  arn: string;
  account_id: string;
  region: string;
  title: string;
  description: string;
  /** ACTIVE or CANCELED: both are reached at once. */
  status: string;
  /** A HoldSelection of `model/` as JSON. */
  selection: string;
  created_at: number;
  canceled_at: number | null;
  cancel_description: string | null;
  /** A cancelled hold is listed until then; null: for good. */
  retain_until: number | null;
}

/** Answers that a repeated token must get again. */
export interface IdempotencyTable {
  account_id: string;
  region: string;
  operation: string;
  token: string;
  /** SHA-256 of the request's other members, hex. */
  request_hash: string;
  answer: string;
  created_at: number;
}

/** One row for each job that has not ended. Enqueued in the transaction that writes the job row, removed in the one that ends it. */
export interface WorkTable {
  job_id: string;
  /** backup, copy, restore */
  kind: string;
  resource_arn: string;
  /** Jobs of one lane wait for each other. */
  lane: string | null;
  not_before: number;
  lease_owner: string | null;
  /** In the machine's own time, never the service's manual clock. */
  lease_until: number;
  /** Grows with each claim: whoever holds an older one writes nothing. */
  fence: number;
  attempts: number;
  /** Of a job that waits for its next try: until when, in the service's time. */
  paused_until: number | null;
}

/** What has changed, in the order in which it did: written with the change, told later. Only the newest are kept, and those that a receiver still waits for. */
export interface EventsTable {
  seq: Generated<number>;
  /** An EventKind. */
  kind: string;
  /** The job's id or the ARN that it is about. */
  subject: string;
  account_id: string;
  region: string;
  /** The state that it came to. */
  state: string;
  /** Whose notifications may tell of it. */
  vault_arn: string | null;
  /** JSON of the row that it is about, as it was right after the change. */
  detail: string;
  happened_at: number;
  /** In the machine's time: since when a receiver has been refusing it; null where none does. */
  waiting_since: number | null;
}

export interface EventCursorsTable {
  /** `webhook`, `log` */
  receiver: string;
  /** The last event that it has taken. */
  seq: number;
}

/** What the background scrub found of a recovery point when it read it last. */
export interface ScrubsTable {
  recovery_point_arn: string;
  /** In the service's time. */
  verified_at: number;
  bytes: number;
  chunks: number;
  illness_count: number;
  /** JSON: the first of them, as VerifyReport has them. */
  illnesses: string;
}
