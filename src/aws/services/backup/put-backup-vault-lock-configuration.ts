import type { PutBackupVaultLockConfigurationInput } from '@aws-sdk/client-backup';
import * as backup from '../../../messages/backup.ts';
import { RETENTION_DAYS_MAX } from '../../../model/lifecycle.ts';
import type { RequestContext } from '../../../policy/evaluation.ts';
import { setVaultLock, type VaultLock } from '../../../storage/records/vaults.ts';
import type { Operation } from '../operation.ts';
import { requireOpenLock } from './require-open-lock.ts';
import { tellRefusals } from './tell-refusals.ts';
import { findVault } from './vault-access.ts';

const DAY_MS = 86_400_000;

/** So many days at least to think again before a lock closes for ever. */
const CHANGEABLE_DAYS_MIN = 3;

/**
 * Locks a vault: in governance mode, or with `ChangeableForDays` in compliance mode, where the lock closes for ever after that many days.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
 */
export const putBackupVaultLockConfiguration: Operation<
  PutBackupVaultLockConfigurationInput,
  Record<string, never>
> = async (services, input, call) => {
  const vault = await findVault(services, call, {
    action: 'backup:PutBackupVaultLockConfiguration',
    vaultName: input.BackupVaultName,
    context: lockContext(input),
  });
  if (vault === undefined) throw backup.vaultNotFound(input.BackupVaultName);
  const lock = parseLock(input, call.now);
  const deed = { deed: 'PutBackupVaultLockConfiguration', arn: vault.arn };
  await tellRefusals(services, call, deed, () =>
    services.records.write(async (db) => {
      await requireOpenLock(db, vault.arn, call.now);
      await setVaultLock(db, vault.arn, lock, call.now);
    }),
  );
  return {};
};

function lockContext(input: PutBackupVaultLockConfigurationInput): RequestContext {
  const days: Readonly<Record<string, number | undefined>> = {
    'backup:ChangeableForDays': input.ChangeableForDays,
    'backup:MinRetentionDays': input.MinRetentionDays,
    'backup:MaxRetentionDays': input.MaxRetentionDays,
  };
  return Object.fromEntries(
    Object.entries(days).flatMap(([key, count]) => (count === undefined ? [] : [[key, String(count)]])),
  );
}

function parseLock(
  { MinRetentionDays: min, MaxRetentionDays: max, ChangeableForDays: changeable }: PutBackupVaultLockConfigurationInput,
  now: number,
): VaultLock {
  requireDays('MinRetentionDays', min, 1);
  requireDays('MaxRetentionDays', max, 1);
  requireDays('ChangeableForDays', changeable, CHANGEABLE_DAYS_MIN);
  if (min !== undefined && max !== undefined && min > max) {
    throw backup.lockDaysInvalid('MinRetentionDays cannot be greater than MaxRetentionDays.');
  }
  return {
    minRetentionDays: min ?? null,
    maxRetentionDays: max ?? null,
    lockAt: changeable === undefined ? null : now + changeable * DAY_MS,
  };
}

function requireDays(member: string, days: number | undefined, min: number): void {
  if (days === undefined || (days >= min && days <= RETENTION_DAYS_MAX)) return;
  throw backup.lockDaysInvalid(`${member} cannot be less than ${min} or more than ${RETENTION_DAYS_MAX} days.`);
}
