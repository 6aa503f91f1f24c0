import type { RegionSettings } from '../storage/records/backup-settings.ts';
import type { EventRow } from '../storage/records/events.ts';
import type { RecoveryPointRow } from '../storage/records/recovery-points.ts';
import type { VaultRow } from '../storage/records/vaults.ts';
import { toCreator } from './creator.ts';
import { toIso } from './iso-date.ts';

/** What an event says of its own, and the ARNs that it is about. Members that are undefined are left away. */
export interface EventDetail {
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** `isEncrypted` is a string, `calculatedLifeCycle` has a capital C, and the state is called `status`. */
export function pointDetail({ detail, subject, state }: EventRow): EventDetail {
  const point = JSON.parse(detail) as RecoveryPointRow & { readonly created_by?: string | null };
  const lifecycle = {
    moveToColdStorageAfterDays: point.move_to_cold_after_days ?? undefined,
    deleteAfterDays: point.delete_after_days ?? undefined,
  };
  const calculated = { moveToColdStorageAt: toIso(point.move_to_cold_at), deleteAt: toIso(point.delete_at) };
  return {
    resources: [subject],
    detail: {
      backupVaultName: point.vault_name,
      backupVaultArn: point.vault_arn,
      creationDate: toIso(point.created_at),
      iamRoleArn: point.iam_role_arn,
      resourceType: point.resource_type,
      resourceArn: point.resource_arn,
      status: state,
      statusMessage: point.status_message ?? undefined,
      isEncrypted: String(point.is_encrypted === 1),
      storageClass: point.storage_class,
      completionDate: toIso(point.completed_at),
      createdBy: toCreator(point.created_by),
      lifecycle: orNothing(lifecycle),
      calculatedLifeCycle: orNothing(calculated),
    },
  };
}

const orNothing = <Members extends object>(members: Members): Members | undefined =>
  Object.values(members).some((value) => value !== undefined) ? members : undefined;

/** `isLocked` is a string, and told of a modified vault only. */
export function vaultDetail({ detail, subject, state }: EventRow): EventDetail {
  const vault = JSON.parse(detail) as VaultRow;
  return {
    resources: [subject],
    detail: {
      backupVaultName: vault.name,
      state,
      isLocked: state === 'MODIFIED' ? String(vault.is_locked === 1) : undefined,
    },
  };
}

/** Each change has another name for its date. */
export function planDetail({ detail, subject, state, happened_at }: EventRow): EventDetail {
  const plan = JSON.parse(detail) as { readonly id: string; readonly version_id: string };
  const nameOfDate =
    { CREATED: 'creationDate', MODIFIED: 'modifiedAt', DELETED: 'deletionDate' }[state] ?? 'modifiedAt';
  return {
    resources: [subject],
    detail: { backupPlanId: plan.id, versionId: plan.version_id, [nameOfDate]: toIso(happened_at), state },
  };
}

/** `ResourceTypeOptInPreference` begins with a capital, and has the types of the request only. That of management is our reading. */
export function regionSettingsDetail({ detail, state, happened_at }: EventRow): EventDetail {
  const { optIn, management } = JSON.parse(detail) as RegionSettings;
  const named = (preferences: Readonly<Record<string, boolean>>) =>
    Object.keys(preferences).length === 0 ? undefined : preferences;
  return {
    resources: [],
    detail: {
      modifiedAt: toIso(happened_at),
      ResourceTypeOptInPreference: named(optIn),
      ResourceTypeManagementPreference: named(management),
      state,
    },
  };
}
